package report

import (
	"io"

	"example.com/mxlint/internal/lint"
)

// The types are the part of SARIF 2.1.0 (OASIS, errata 01) that mxlint uses.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool sarifTool `json:"tool"`
	// ColumnKind is the unit of columns; the default is UTF-16 units.
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"` // never nil: null means "not run"
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

func writeSARIF(w io.Writer, result *lint.Result, c *Context) error {
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Name: "mxlint", Version: c.Version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, len(result.Findings)),
	}
	index := map[string]int{}
	if c.Catalog != nil {
		for i, rule := range c.Catalog.Rules() {
			index[rule.ID] = i
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSARIFRule(rule))
		}
	}
	for i := range result.Findings {
		run.Results[i] = c.newSARIFResult(&result.Findings[i], index)
	}
	return encodeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func sarifLevel(severity lint.Severity) string {
	switch severity {
	case lint.Error:
		return "error"
	case lint.Warning:
		return "warning"
	case lint.Info:
		return "note"
	default:
		return "none"
	}
}
