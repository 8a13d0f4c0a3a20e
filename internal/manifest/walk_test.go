package manifest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tree creates files, folders (names that end in a slash) and links ("a -> b").
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		link, target, isLink := cutLink(name)
		path := filepath.Join(root, link)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		switch {
		case isLink:
			require.NoError(t, os.Symlink(target, path))
		case name[len(name)-1] == '/':
			require.NoError(t, os.MkdirAll(path, 0o755))
		default:
			require.NoError(t, os.WriteFile(path, []byte("a: b\n"), 0o644))
		}
	}
	return root
}

func cutLink(name string) (link, target string, isLink bool) {
	for i := 0; i+4 <= len(name); i++ {
		if name[i:i+4] == " -> " {
			return name[:i], name[i+4:], true
		}
	}
	return name, "", false
}

func TestWalk(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		tree, arguments, want []string
		passed                []string
		options               WalkOptions
	}{
		"a folder, sorted by path": {
			tree: []string{"b.yaml", "a/z.json", "a.yml", "c.txt", "d.YAML"}, arguments: []string{"."},
			want: []string{"a.yml", "a/z.json", "b.yaml", "d.YAML"},
		},
		"an argument is taken whatever its name":        {tree: []string{"a.txt", "b.txt"}, arguments: []string{"a.txt"}, want: []string{"a.txt"}},
		"a file and its folder are one":                 {tree: []string{"k/a.yaml", "k/b.yaml"}, arguments: []string{"k/a.yaml", "k", "./k/"}, want: []string{"k/a.yaml", "k/b.yaml"}},
		"folders of other people's copies are left out": {tree: []string{".git/a.yaml", "node_modules/a.yaml", ".terraform/a.yaml", ".hidden/a.yaml"}, arguments: []string{"."}, want: []string{".hidden/a.yaml"}},
		"but not where they are named":                  {tree: []string{".git/a.yaml"}, arguments: []string{".git"}, want: []string{".git/a.yaml"}},
		"what is skipped, file and folder":              {tree: []string{"a.yaml", "b.yaml", "c/d.yaml"}, arguments: []string{"."}, want: []string{"a.yaml"}, options: WalkOptions{Skip: func(path string) bool { return path == "c" || path == "b.yaml" }}},
		"links to files and folders are followed":       {tree: []string{"k/a.yaml -> ../out/a.txt", "k/f -> ../out/f", "out/a.txt", "out/f/b.yaml"}, arguments: []string{"k"}, want: []string{"k/a.yaml", "k/f/b.yaml"}},
		"a file that links reach has its own name":      {tree: []string{"a.yaml -> z.yaml", "z.yaml", "y.yaml -> z.yaml"}, arguments: []string{"."}, want: []string{"z.yaml"}},
		"of links to a file elsewhere the first counts": {tree: []string{"k/b.yaml -> ../o.yaml", "k/a.yaml -> ../o.yaml", "o.yaml"}, arguments: []string{"k"}, want: []string{"k/a.yaml"}},
		"a link that is named wins over its target":     {tree: []string{"a.yaml -> z.yaml", "z.yaml"}, arguments: []string{"a.yaml", "."}, want: []string{"a.yaml"}},
		"a folder that two links reach is walked once":  {tree: []string{"k/a -> ../o", "k/b -> ../o", "o/c.yaml"}, arguments: []string{"k"}, want: []string{"k/a/c.yaml"}},
		"a folder that a link reaches has its own name": {tree: []string{"a -> o", "o/c.yaml", "z -> o"}, arguments: []string{"."}, want: []string{"o/c.yaml"}},
		"loops end":                                      {tree: []string{"a.yaml", "b/self -> .", "b/up -> ..", "b/c -> ../b"}, arguments: []string{"."}, want: []string{"a.yaml"}},
		"a link out and above is a loop":                 {tree: []string{"a.yaml", "k/up -> ..", "k/b.yaml"}, arguments: []string{"k"}, want: []string{"k/b.yaml"}},
		"links to nowhere and in circles hold nothing":   {tree: []string{"a.yaml -> nowhere", "b.yaml -> c.yaml", "c.yaml -> b.yaml", "d.yaml", "e.txt -> nowhere"}, arguments: []string{"."}, want: []string{"d.yaml"}, passed: []string{"a.yaml", "b.yaml", "c.yaml"}},
		"devices are no files":                           {tree: []string{"a.yaml -> /dev/null", "b.yaml"}, arguments: []string{"."}, want: []string{"b.yaml"}, passed: []string{"a.yaml"}},
		"a link that means another thing in each folder": {tree: []string{"a/k.yaml", "b/k.yaml -> ../a/k.yaml"}, arguments: []string{"."}, want: []string{"a/k.yaml", "b/k.yaml"}, options: WalkOptions{PerFolder: func(name string) bool { return name == "k.yaml" }}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := tree(t, c.tree...)
			c.options.Wanted = IsManifestName
			var passed []string
			c.options.OnUnreadable = func(path, _ string) { passed = append(passed, relative(t, root, path)) }
			if skip := c.options.Skip; skip != nil {
				c.options.Skip = func(path string) bool { return skip(relative(t, root, path)) }
			}
			var arguments []string
			for _, argument := range c.arguments {
				arguments = append(arguments, filepath.Join(root, argument))
			}
			found, err := Walk(arguments, c.options)
			require.NoError(t, err)
			var got []string
			for _, file := range found {
				got = append(got, relative(t, root, file))
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.passed, passed)
		})
	}
}

func relative(t *testing.T, root, path string) string {
	t.Helper()
	name, err := filepath.Rel(root, filepath.FromSlash(path))
	require.NoError(t, err)
	return filepath.ToSlash(name)
}

func TestWalkReportsWhatItCannotOpen(t *testing.T) {
	t.Parallel()
	root := tree(t, "a.yaml", "k/b.yaml")
	found, err := Walk([]string{filepath.Join(root, "missing"), filepath.Join(root, "k"), "/dev/null"}, WalkOptions{})
	assert.Len(t, found, 1, "the rest is returned all the same")
	assert.ErrorContains(t, err, `missing": no such file or directory`)
	assert.ErrorContains(t, err, `reading "/dev/null": it is not a regular file`)
	assert.NotContains(t, err.Error(), "stat ", "the name is there once")
}

func TestWalkUnreadableFolder(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root reads everything")
	}
	root := tree(t, "a.yaml", "closed/b.yaml")
	require.NoError(t, os.Chmod(filepath.Join(root, "closed"), 0))
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(root, "closed"), 0o755) })
	found, err := Walk([]string{root}, WalkOptions{})
	assert.Len(t, found, 1)
	assert.ErrorContains(t, err, `closed": permission denied`)
}

func TestReader(t *testing.T) {
	t.Parallel()
	root := tree(t, "a.yaml", "k/")
	r := Reader{Limit: 3}
	data, err := r.Read(filepath.Join(root, "a.yaml"))
	require.NoError(t, err)
	assert.Greater(t, len(data), 3, "more than the limit tells that the file is longer")

	_, err = r.Read(filepath.Join(root, "vanished.yaml"))
	assert.ErrorContains(t, err, `vanished.yaml": no such file or directory`)
	_, err = r.Read(filepath.Join(root, "k"))
	assert.ErrorContains(t, err, "is a directory")
}
