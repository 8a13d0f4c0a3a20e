package atomicfile

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// requireEntries requires that a folder has exactly these entries, and no
// temporary file.
func requireEntries(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	assert.ElementsMatch(t, names, got)
}

func fileContent(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

func TestWrite(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.yaml")
	require.NoError(t, Write(path, []byte("one")))
	assert.Equal(t, "one", fileContent(t, path))
	require.NoError(t, Write(path, []byte("two")))
	assert.Equal(t, "two", fileContent(t, path))
	require.NoError(t, Write(path, nil))
	assert.Empty(t, fileContent(t, path))
	requireEntries(t, folder, "a.yaml")
}

func TestWriteUnderALongName(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), strings.Repeat("a", 250)+".json")
	require.NoError(t, Write(path, []byte("one")))
	assert.Equal(t, "one", fileContent(t, path))
}

func TestWriteMode(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	folder := t.TempDir()
	mode := func(path string) fs.FileMode {
		info, err := os.Stat(path)
		require.NoError(t, err)
		return info.Mode()
	}
	path := filepath.Join(folder, "new")
	require.NoError(t, Write(path, []byte("x")))
	plain := filepath.Join(folder, "plain")
	require.NoError(t, os.WriteFile(plain, nil, 0o644))
	assert.Equal(t, mode(plain), mode(path), "what the umask leaves of 0644")
	for _, kept := range []fs.FileMode{0o600, 0o755, 0o664} {
		require.NoError(t, os.Chmod(path, kept))
		require.NoError(t, Write(path, []byte("y")))
		assert.Equal(t, kept, mode(path))
	}
}

func TestWriteThroughLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	folder := t.TempDir()
	sub := filepath.Join(folder, "sub")
	require.NoError(t, os.Mkdir(sub, 0o700))
	target := filepath.Join(sub, "target")
	require.NoError(t, os.Symlink("sub/second", filepath.Join(folder, "first")))
	require.NoError(t, os.Symlink("target", filepath.Join(sub, "second")))

	require.NoError(t, Write(filepath.Join(folder, "first"), []byte("new")), "the target need not be there")
	assert.Equal(t, "new", fileContent(t, target))
	require.NoError(t, Write(filepath.Join(folder, "first"), []byte("newer")))
	assert.Equal(t, "newer", fileContent(t, target))
	for _, link := range []string{filepath.Join(folder, "first"), filepath.Join(sub, "second")} {
		info, err := os.Lstat(link)
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&fs.ModeSymlink, "the link stays")
	}
	requireEntries(t, folder, "first", "sub")
	requireEntries(t, sub, "second", "target")

	ring := filepath.Join(folder, "ring")
	require.NoError(t, os.Symlink("ring", ring))
	require.ErrorContains(t, Write(ring, []byte("x")), "too many symbolic links")
}

func TestWriteFails(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "sub"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "file"), nil, 0o600))
	require.EqualError(t, Write(filepath.Join(folder, "sub"), []byte("x")), "it is a folder")
	require.ErrorIs(t, Write(filepath.Join(folder, "absent", "a"), []byte("x")), fs.ErrNotExist)
	err := Write(filepath.Join(folder, "file", "a"), []byte("x"))
	require.Error(t, err)
	require.NotContains(t, err.Error(), folder)
	requireEntries(t, folder, "file", "sub")
	requireEntries(t, filepath.Join(folder, "sub"))
}

// A rename onto a folder fails after the temporary file is written: it must be
// removed.
func TestWriteRemovesItsTemporary(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	target := filepath.Join(folder, "a")
	require.NoError(t, os.Mkdir(target, 0o700))
	require.Error(t, writeAndRename(target, []byte("x"), nil))
	requireEntries(t, folder, "a")
}

func TestWriteWritesToAPipe(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("needs /dev/fd")
	}
	reader, writer, err := os.Pipe()
	require.NoError(t, err)
	defer reader.Close()
	require.NoError(t, Write(filepath.Join("/dev/fd", strconv.Itoa(int(writer.Fd()))), []byte("x")))
	require.NoError(t, writer.Close())
	data := make([]byte, 4)
	n, err := reader.Read(data)
	require.NoError(t, err)
	assert.Equal(t, "x", string(data[:n]))
}

// What is written may be secret, so the file is inaccessible to others from the
// start.
func TestCreateBesideIsNotOpenToOthers(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	mode := fs.FileMode(0o644)
	file, err := createBeside(filepath.Join(t.TempDir(), "a.yaml"), &mode)
	require.NoError(t, err)
	defer file.Close()
	info, err := file.Stat()
	require.NoError(t, err)
	assert.Zero(t, info.Mode().Perm()&0o077)
}
