package render

import (
	"fmt"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// chart is a Helm chart that mentions our kinds.
type chart struct {
	path   string // of its Chart.yaml, as findings name it
	folder string // as findings name it
	real   string // of the folder
	name   string // from Chart.yaml; the folder's if it has none
	file   *manifest.File
}

// charts finds the charts that mention our kinds, and consumes their files.
// Subcharts belong to the chart above them. Whatever helm does not render, such
// as manifests or kustomizations in other folders below a chart, is still read.
func (r *renderer) charts() []*chart {
	paths := append([]string(nil), r.options.Charts...)
	sort.Slice(paths, func(i, j int) bool {
		if a, b := strings.Count(paths[i], "/"), strings.Count(paths[j], "/"); a != b {
			return a < b
		}
		return paths[i] < paths[j]
	})
	var charts []*chart
	for _, name := range paths {
		c := &chart{path: name, folder: path.Dir(name), real: realPath(filepath.Dir(filepath.FromSlash(name)))}
		if partOf(charts, c) || !c.read(r) {
			continue
		}
		if files := c.files(); r.anyWanted(files) {
			for _, file := range files {
				r.consume(file)
			}
			charts = append(charts, c)
		}
	}
	return charts
}

// partOf reports whether a chart is, or belongs to, a known one.
func partOf(charts []*chart, c *chart) bool {
	for _, known := range charts {
		if c.real == known.real || known.owns(c.real) {
			return true
		}
	}
	return false
}

// read reads Chart.yaml and reports whether it is that of a chart.
func (c *chart) read(r *renderer) bool {
	data, err := r.disk.ReadFile(filepath.Join(c.real, path.Base(c.path)))
	if err != nil {
		return false
	}
	c.file, c.name = manifest.Decode(c.path, data, r.options.Limits, nil), filepath.Base(c.real)
	if len(c.file.Docs) == 0 {
		return len(c.file.Broken) > 0 && isFolder(filepath.Join(c.real, "templates"))
	}
	if name := textAt(c.file.Docs[0], "/name"); name != "" {
		c.name = name
	}
	return c.file.Docs[0].Kind == ""
}

// anyWanted is like wanted, but does not keep what it reads: a chart may be
// large.
func (r *renderer) anyWanted(files []string) bool {
	for _, name := range files {
		if data, err := readRegular(name, r.options.Limits.FileBytes); err == nil && r.options.Wanted(data) {
			return true
		}
	}
	return false
}

// start returns the position of the first character of Chart.yaml.
func (c *chart) start() manifest.Span { return lineOf(c.path, 1) }

// unrendered says that a chart was not checked, and how to check it.
func (c *chart) unrendered() *Problem {
	return &Problem{
		Kind: Unrendered, Span: c.start(), File: c.file,
		Message: fmt.Sprintf("chart %q is not rendered, so its templates were not checked; render it and pipe the result: helm template %s %s | mxlint -",
			oneLine(c.name), shellWord(oneLine(c.name)), shellWord(relativeArgument(c.folder))),
	}
}

// relativeArgument prevents a folder's name from being read as a flag, or as
// the name of a chart in a repository.
func relativeArgument(folder string) string {
	if folder == "." {
		return folder
	}
	if strings.HasPrefix(folder, "-") || !strings.Contains(folder, "/") {
		return "./" + strings.TrimPrefix(folder, "./")
	}
	return folder
}
