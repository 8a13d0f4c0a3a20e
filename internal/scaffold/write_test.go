package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var twoFiles = []File{{"a.yaml", "a: 1\n"}, {"b.yaml", "b: 2\n"}}

// listing maps everything in a folder to its text.
func listing(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	texts := map[string]string{}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		require.NoError(t, err)
		texts[entry.Name()] = string(text)
	}
	return texts
}

func TestWriteCreatesFoldersAndFiles(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "k8s", "orders")
	require.NoError(t, Write(folder, twoFiles))
	assert.Equal(t, map[string]string{"a.yaml": "a: 1\n", "b.yaml": "b: 2\n"}, listing(t, folder))
}

func TestWriteRefusesToOverwrite(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "b.yaml"), []byte("mine"), 0o600))
	err := Write(folder, twoFiles)
	require.ErrorIs(t, err, fs.ErrExist)
	assert.ErrorContains(t, err, "b.yaml")
	assert.ErrorContains(t, err, "--output")
	assert.NotContains(t, err.Error(), "a.yaml")
	assert.Equal(t, map[string]string{"b.yaml": "mine"}, listing(t, folder))
}

func TestWriteRefusesADanglingLink(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.Symlink("nowhere", filepath.Join(folder, "a.yaml")); err != nil {
		t.Skip(err)
	}
	require.ErrorIs(t, Write(folder, twoFiles), fs.ErrExist)
	_, err := os.Lstat(filepath.Join(folder, "nowhere"))
	assert.ErrorIs(t, err, fs.ErrNotExist)
}

func TestWriteUndoesWhatItBegan(t *testing.T) {
	t.Parallel()
	for name, files := range map[string][]File{
		"a draft that cannot be written": {twoFiles[0], {"missing/b.yaml", ""}},
		"a name that is taken meanwhile": {twoFiles[0], twoFiles[1], {"./b.yaml", "again"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			outer := t.TempDir()
			require.Error(t, Write(filepath.Join(outer, "new", "folder"), files))
			assert.Empty(t, listing(t, outer))
			require.Error(t, Write(outer, files))
			assert.Empty(t, listing(t, outer))
		})
	}
}

func TestWriteToAFileInPlaceOfAFolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "k8s")
	require.NoError(t, os.WriteFile(path, []byte("mine"), 0o600))
	for _, folder := range []string{path, filepath.Join(path, "deeper", "still")} {
		assert.EqualError(t, Write(folder, twoFiles), fmt.Sprintf("writing to %q: it is a file: name a folder", path))
	}
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "mine", string(text))
}

func TestPublishWithoutHardLinks(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	draft, path := filepath.Join(folder, "draft"), filepath.Join(folder, "path")
	noLinks := func(string, string) error { return errors.ErrUnsupported }
	require.NoError(t, create(draft, "first"))
	require.NoError(t, publish(noLinks, draft, path))
	require.NoError(t, create(draft, "second"))
	require.ErrorIs(t, publish(noLinks, draft, path), fs.ErrExist)
	require.ErrorIs(t, publish(os.Link, draft, path), fs.ErrExist)
	assert.Equal(t, map[string]string{"path": "first", "draft": "second"}, listing(t, folder))
}
