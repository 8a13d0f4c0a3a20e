package main

import (
	"bytes"
	"fmt"
	"strings"

	"example.com/mxlint/internal/atomicfile"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// reportFile is a report that goes to a file.
type reportFile struct{ format, path string }

// parseReport reads a value of --report, FORMAT=FILE.
func parseReport(value string) (reportFile, error) {
	format, path, found := strings.Cut(value, "=")
	if !found || path == "" {
		return reportFile{}, fmt.Errorf("--report %q: write it as FORMAT=FILE", value)
	}
	return reportFile{format, path}, choose("--report", format, report.Formats())
}

// reportFiles are all reports that go to files, that of --output-file last. The
// flags are checked.
func (o *lintOptions) reportFiles() []reportFile {
	var files []reportFile
	for _, value := range o.reports {
		file, _ := parseReport(value)
		files = append(files, file)
	}
	if !o.toStandardOutput() {
		files = append(files, reportFile{o.format, o.output})
	}
	return files
}

// toStandardOutput tells whether findings are written there.
func (o *lintOptions) toStandardOutput() bool { return o.output == "" || o.output == "-" }

// write replaces the file at once: a failure leaves the old one.
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
