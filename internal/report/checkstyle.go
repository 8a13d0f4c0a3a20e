package report

import (
	"encoding/xml"
	"io"

	"example.com/mxlint/internal/lint"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"` // of the format
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"` // error, warning, info, as in mxlint
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func writeCheckstyle(w io.Writer, result *lint.Result, _ *Context) error {
	report := checkstyleReport{Version: "4.3"}
	for _, file := range byFile(result) {
		entry := checkstyleFile{Name: printable(file.path)}
		for _, f := range file.findings {
			start, _ := bounds(f.Span)
			entry.Errors = append(entry.Errors, checkstyleError{
				Line: start.Line, Column: start.Column, Severity: f.Severity.String(),
				Message: printable(f.Message), Source: printable(f.Rule),
			})
		}
		report.Files = append(report.Files, entry)
	}
	return encodeXML(w, report)
}

// encodeXML writes a document. Its texts must be printable: XML 1.0 cannot represent
// most control characters.
func encodeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
