package report

import (
	"io"

	"example.com/mxlint/internal/lint"
)

// jsonRule is a rule in the JSON contract.
type jsonRule struct {
	ID          string   `json:"id"`
	Category    string   `json:"category"`
	Severity    string   `json:"severity"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Since       string   `json:"since"`
	Fixable     bool     `json:"fixable"`
	Unsafe      bool     `json:"unsafe"`
	Providers   []string `json:"providers"`
	Sources     []string `json:"sources"`
}

func rulesJSON(w io.Writer, catalog *lint.Catalog) error {
	out := struct {
		SchemaVersion int        `json:"schemaVersion"`
		Rules         []jsonRule `json:"rules"`
	}{SchemaVersion: 1, Rules: []jsonRule{}}
	for _, rule := range catalog.Rules() {
		out.Rules = append(out.Rules, jsonRule{
			ID: rule.ID, Category: rule.Category(), Severity: rule.Severity.String(), Title: rule.Title,
			Description: rule.Description, Since: rule.Since, Fixable: rule.Fixable, Unsafe: rule.Unsafe,
			Providers: append([]string{}, rule.Providers...), Sources: append([]string{}, rule.Sources...),
		})
	}
	return encodeJSON(w, out)
}
