package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"example.com/mxlint/internal/lint"
)

func rulesForms() forms[func(io.Writer, *lint.Catalog) error] {
	return forms[func(io.Writer, *lint.Catalog) error]{{"text", rulesText}, {"json", rulesJSON}, {"markdown", rulesMarkdown}}
}

// RulesFormats returns the formats of Rules, the default first.
func RulesFormats() []string { return rulesForms().names() }

// Rules writes the list of all rules in one of the RulesFormats.
func Rules(w io.Writer, format string, catalog *lint.Catalog) error {
	write, err := rulesForms().of(format)
	if err != nil {
		return err
	}
	return write(w, catalog)
}

func rulesText(w io.Writer, catalog *lint.Catalog) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, rule := range catalog.Rules() {
		fix := ""
		switch {
		case rule.Unsafe:
			fix = "unsafe fix"
		case rule.Fixable:
			fix = "fix"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", rule.ID, rule.Severity, fix, rule.Title)
	}
	return table.Flush()
}

// rulesMarkdown writes the index of all rules, with a table per category.
func rulesMarkdown(w io.Writer, catalog *lint.Catalog) error {
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
	_, err := io.WriteString(w, out.String())
	return err
}
