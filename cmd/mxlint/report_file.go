package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"example.com/mxlint/internal/atomicfile"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// reportFile is a report that is written to a file.
type reportFile struct{ format, path string }

// parseReport parses a value of --report, FORMAT=FILE.
func parseReport(value string) (reportFile, error) {
	format, path, found := strings.Cut(value, "=")
	if !found || path == "" {
		return reportFile{}, fmt.Errorf("--report %q: write it as FORMAT=FILE", value)
	}
	return reportFile{format, path}, choose("--report", format, report.Formats())
}

// reportFiles returns the reports that are written to files, that of --output-file
// last.
func (o *lintOptions) reportFiles() ([]reportFile, error) {
	var files []reportFile
	for _, value := range o.reports {
		file, err := parseReport(value)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	if !o.toStandardOutput() {
		files = append(files, reportFile{o.format, o.output})
	}
	return files, nil
}

// checkWritten rejects writing two things to one file, and - where it is not allowed.
func (o *lintOptions) checkWritten() error {
	taken := make(map[string]bool)
	for _, path := range o.written() {
		name := filepath.Clean(path)
		switch {
		case path == "-":
			return errors.New("- is not allowed here: standard output gets the --format report")
		case taken[name]:
			return fmt.Errorf("%q would be written twice: give each report and baseline a file of its own", path)
		}
		taken[name] = true
	}
	return nil
}

// written returns the paths of the files that the run writes.
func (o *lintOptions) written() []string {
	var paths []string
	for _, file := range o.files {
		paths = append(paths, file.path)
	}
	if o.newBaseline != "" {
		paths = append(paths, o.newBaseline)
	}
	return paths
}

// toStandardOutput reports whether findings are written to standard output.
func (o *lintOptions) toStandardOutput() bool { return o.output == "" || o.output == "-" }

// write replaces the file atomically: after an error, the old one is still there.
func (f reportFile) write(outcome *engine.Outcome, context *report.Context) error {
	plain := *context
	plain.Color = false
	var buffer bytes.Buffer
	if err := report.Write(&buffer, f.format, &outcome.Result, &plain); err != nil {
		return err
	}
	if err := atomicfile.Write(f.path, buffer.Bytes()); err != nil {
		return fmt.Errorf("writing report %q: %w", f.path, err)
	}
	return nil
}
