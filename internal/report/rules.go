package report

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/lint"
)

// RulesMarkdown is the index of all rules, a table by category.
func RulesMarkdown(catalog *lint.Catalog) string {
	var out strings.Builder
	out.WriteString("# Rules\n\nMade from the rules' own metadata by `make update`; do not edit.\n")
	category := ""
	for _, rule := range catalog.Rules() {
		if rule.Category() != category {
			category = rule.Category()
			fmt.Fprintf(&out, "\n## %s\n\n| rule | severity | fix | what is wrong |\n|---|---|---|---|\n", category)
		}
		fix := ""
		switch {
		case rule.Unsafe:
			fix = "`--unsafe`"
		case rule.Fixable:
			fix = "yes"
		}
		fmt.Fprintf(&out, "| [%s](%s/rule.md) | %s | %s | %s |\n", rule.ID, rule.ID, rule.Severity, fix, rule.Title)
	}
	return out.String()
}
