package render

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// readTemplate reads a template, as text, by the name that helm gives it: the
// chart's name and the path below the chart's folder. It returns nil if there
// is no such file, or if the name leads out of the chart.
func (r *renderer) readTemplate(c *chart, source string) *manifest.File {
	_, below, _ := strings.Cut(source, "/")
	if below == "" {
		return nil
	}
	real := filepath.Join(c.real, filepath.FromSlash(below))
	if file, known := r.decoded[real]; known {
		return file
	}
	var file *manifest.File
	if data, err := r.disk.ReadFile(real); err == nil && within(realPath(real), c.real) {
		name := path.Join(c.folder, below)
		file = manifest.Decode(name, data, r.options.Limits, func(string) bool { return false })
	}
	r.decoded[real] = file
	return file
}

func appendNew(files []*manifest.File, file *manifest.File) []*manifest.File {
	if file == nil || slices.Contains(files, file) {
		return files
	}
	return append(files, file)
}
