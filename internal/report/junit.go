package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/lint"
)

// junitReport is the JUnit format that CI servers read: a suite per file, a test case
// per finding. There is no official schema; attributes and elements are those that
// Jenkins and GitLab agree on.
type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	File      string        `xml:"file,attr,omitempty"`
	Line      int           `xml:"line,attr,omitempty"`
	Failure   *junitFailure `xml:"failure"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func writeJUnit(w io.Writer, result *lint.Result, _ *Context) error {
	report := junitReport{Name: "mxlint"}
	for _, file := range byFile(result) {
		report.add(newJUnitSuite(file))
	}
	if len(report.Suites) == 0 {
		// Without any test, Jenkins considers the run broken.
		report.add(junitSuite{Name: "mxlint", Tests: 1, Cases: []junitCase{{Name: "no findings", ClassName: "mxlint"}}})
	}
	return encodeXML(w, report)
}

func (r *junitReport) add(suite junitSuite) {
	r.Suites = append(r.Suites, suite)
	r.Tests += suite.Tests
	r.Failures += suite.Failures
}

func newJUnitSuite(file fileFindings) junitSuite {
	suite := junitSuite{Name: printable(file.path), Tests: len(file.findings)}
	named := make(map[string]int) // CI servers keep only one of several tests with the same name
	for _, f := range file.findings {
		entry := newJUnitCase(f)
		if named[entry.Name]++; named[entry.Name] > 1 {
			entry.Name = fmt.Sprintf("%s (%d)", entry.Name, named[entry.Name])
		}
		if entry.Failure != nil {
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, entry)
	}
	return suite
}

// newJUnitCase returns a test for a finding. An info is not a failure: its test passes,
// and has the message as its output.
func newJUnitCase(f *lint.Finding) junitCase {
	start, _ := bounds(f.Span)
	path := printable(f.Span.Path)
	entry := junitCase{
		Name:      fmt.Sprintf("%s at %d:%d", printable(f.Rule), start.Line, start.Column),
		ClassName: path, File: path, Line: start.Line,
	}
	if f.Severity == lint.Info {
		entry.Output = junitText(f)
		return entry
	}
	entry.Failure = &junitFailure{Type: f.Severity.String(), Message: printable(f.Message), Text: junitText(f)}
	return entry
}

func junitText(f *lint.Finding) string {
	lines := []string{headline(f)}
	for _, note := range f.Related {
		lines = append(lines, relatedLine(note))
	}
	if f.Fix != nil {
		lines = append(lines, fixLine(f))
	}
	return strings.Join(lines, "\n")
}
