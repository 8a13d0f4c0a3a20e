package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/report"
)

func (o *lintOptions) reportContext(outcome *engine.Outcome, options *engine.Options) (*report.Context, error) {
	catalog := outcome.Catalog
	if o.describesRules() {
		var err error
		if catalog, err = engine.Catalog(options, true); err != nil {
			return nil, err
		}
	}
	terminal := isTerminal(o.out) && o.toStandardOutput()
	color, err := wantsColor(o.color, terminal)
	if err != nil {
		return nil, err
	}
	folder, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("finding the working directory: %w", err)
	}
	return &report.Context{
		Version: ownVersion(), Catalog: catalog, Color: color, ShowSource: terminal || o.showSource, MaxFindings: o.maxFindings,
		WorkingDirectory: folder, Repository: repository(folder), Mask: maskOnce(outcome.Mask),
		Source: sourceLines(outcome, options.Limits.FileBytes),
	}, nil
}

// sourceLines returns a function for the lines of a file. Findings are sorted by file,
// so the last one is kept.
func sourceLines(outcome *engine.Outcome, limit int) func(path string) ([]string, bool) {
	var last string
	var lines []string
	read := func(path string) (err error) {
		if text, ok := outcome.Texts[path]; ok {
			lines = manifest.SplitLines(text)
			return nil
		}
		lines, err = manifest.ReadLines(filepath.FromSlash(path), limit)
		return err
	}
	return func(path string) ([]string, bool) {
		if lines != nil && path == last {
			return lines, true
		}
		last = path
		err := read(path)
		return lines, err == nil
	}
}

// maskOnce keeps the last line that was masked: one of a megabyte may have thousands of
// findings.
func maskOnce(mask func(path string, line int, text string) string) func(path string, line int, text string) string {
	var last struct {
		path, text, masked string
		line               int
	}
	return func(path string, line int, text string) string {
		if path != last.path || line != last.line || text != last.text {
			last.path, last.line, last.text, last.masked = path, line, text, mask(path, line, text)
		}
		return last.masked
	}
}

func (o *lintOptions) describesRules() bool {
	return report.DescribesRules(o.format) || slices.ContainsFunc(o.files, func(file reportFile) bool { return report.DescribesRules(file.format) })
}

// repository returns the root of what a CI checked out, which its annotations are
// relative to: as set by the CI, or else the folder above that contains .git.
func repository(folder string) string {
	if workspace := os.Getenv("GITHUB_WORKSPACE"); workspace != "" {
		return workspace
	}
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return folder
		}
	}
}
