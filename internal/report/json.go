package report

import (
	"encoding/json"
	"io"

	"example.com/mxlint/internal/lint"
)

// jsonReport is the JSON output, a contract with other programs: fields are only ever
// added. Lists are always present; other fields are left out if they do not apply.
// Positions count from 1, columns in code points, ends are exclusive.
type jsonReport struct {
	SchemaVersion int           `json:"schemaVersion"`
	Tool          jsonTool      `json:"tool"`
	Findings      []jsonFinding `json:"findings"`
	Summary       jsonSummary   `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Errors           int `json:"errors"`
	Warnings         int `json:"warnings"`
	Infos            int `json:"infos"`
	Suppressed       int `json:"suppressed"`
	Files            int `json:"files"`
	Environments     int `json:"environments"`
	IgnoredDocuments int `json:"ignoredDocuments"`
}

func writeJSON(w io.Writer, result *lint.Result, c *Context) error {
	summary := result.Summary()
	report := jsonReport{
		SchemaVersion: 1,
		Tool:          jsonTool{Name: "mxlint", Version: c.Version},
		Findings:      make([]jsonFinding, len(result.Findings)),
		Summary: jsonSummary{
			Errors: summary.Errors, Warnings: summary.Warnings, Infos: summary.Infos, Suppressed: summary.Suppressed,
			Files: result.Files, Environments: result.Environments, IgnoredDocuments: result.IgnoredDocuments,
		},
	}
	for i := range result.Findings {
		report.Findings[i] = newJSONFinding(&result.Findings[i])
	}
	return encodeJSON(w, report)
}

// encodeJSON writes the value for people as well as programs: indented, and with < and
// > unescaped, since messages quote placeholders.
func encodeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
