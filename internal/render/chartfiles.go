package render

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// owns reports whether a path is in one of the folders that helm reads.
func (c *chart) owns(real string) bool {
	for _, part := range chartFolders() {
		if within(real, filepath.Join(c.real, part)) {
			return true
		}
	}
	return false
}

// chartFolders returns the folders of a chart that helm reads; templates may
// print what is in files, and ci has values.
func chartFolders() []string { return []string{"templates", "charts", "crds", "files", "ci"} }

// files lists the chart's own files, and the manifests and templates in the
// folders that helm reads.
func (c *chart) files() []string {
	var files []string
	entries, _ := os.ReadDir(c.real) // the walk reports a folder that cannot be read
	for _, entry := range entries {
		if name := entry.Name(); !entry.IsDir() && manifest.IsManifestName(name) && (strings.HasPrefix(name, "Chart.") || strings.HasPrefix(name, "values")) {
			files = append(files, filepath.Join(c.real, name))
		}
	}
	for _, part := range chartFolders() {
		files = append(files, templatesBelow(filepath.Join(c.real, part))...)
	}
	return files
}

// templatesBelow lists the manifests and templates below a folder. What cannot
// be opened is left out: the walk has reported it.
func templatesBelow(folder string) []string {
	var files []string
	_ = filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && entry != nil && entry.IsDir():
			return fs.SkipDir
		case err != nil:
			return nil
		case entry.IsDir() && manifest.IsSkippedFolder(entry.Name()):
			return fs.SkipDir
		case manifest.IsManifestName(name) || filepath.Ext(name) == ".tpl":
			files = append(files, name)
		}
		return nil
	})
	return files
}

// inTemplates reports whether a file is part of what a chart renders.
func inTemplates(charts []*chart, name string) bool {
	real := realPath(filepath.FromSlash(name))
	return slices.ContainsFunc(charts, func(c *chart) bool { return c.owns(real) })
}
