package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/link/access"
)

func accessForms() forms[func(io.Writer, []access.Grants) error] {
	return forms[func(io.Writer, []access.Grants) error]{{"text", accessText}, {"json", accessJSON}, {"hcl", accessHCL}}
}

// AccessFormats returns the formats of Access, the default first.
func AccessFormats() []string { return accessForms().names() }

// Access writes what environments have to be granted, in one of the AccessFormats. HCL
// contains only the Vault policies, each with the names of the environments that it is
// for.
func Access(w io.Writer, format string, grants []access.Grants) error {
	write, err := accessForms().of(format)
	if err != nil {
		return err
	}
	return write(w, grants)
}

func accessText(w io.Writer, grants []access.Grants) error {
	return writeParts(w, grants, access.Grants.Text)
}

func accessHCL(w io.Writer, grants []access.Grants) error {
	return writeParts(w, grants, func(g access.Grants) string {
		if g.HCL() == "" {
			return ""
		}
		names := strings.Join(append([]string{g.Environment}, g.Vault.SharedWith...), ", ")
		return fmt.Sprintf("# environment %s, policy %s\n%s", printable(names), printable(g.Vault.PolicyName), g.HCL())
	})
}

func accessJSON(w io.Writer, grants []access.Grants) error {
	return writeIndented(w, struct {
		SchemaVersion int             `json:"schemaVersion"`
		Environments  []access.Grants `json:"environments"`
	}{1, grants})
}

// writeParts writes one text for each environment, separated by blank lines.
func writeParts(w io.Writer, grants []access.Grants, text func(access.Grants) string) error {
	var parts []string
	for _, g := range grants {
		if part := text(g); part != "" {
			parts = append(parts, part)
		}
	}
	if _, err := io.WriteString(w, strings.Join(parts, "\n")); err != nil {
		return fmt.Errorf("writing the grants: %w", err)
	}
	return nil
}
