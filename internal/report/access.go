package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/link/access"
)

// AccessFormats lists the names that Access knows, the default first.
func AccessFormats() []string { return []string{"text", "json", "hcl"} }

// Access writes what environments have to be granted, in a format of
// AccessFormats. HCL holds the Vault policies alone, each under the names of the
// environments that it is for.
func Access(w io.Writer, format string, grants []access.Grants) error {
	switch format {
	case "text":
		return writeParts(w, grants, access.Grants.Text)
	case "hcl":
		return writeParts(w, grants, func(g access.Grants) string {
			if g.HCL() == "" {
				return ""
			}
			names := strings.Join(append([]string{g.Environment}, g.Vault.SharedWith...), ", ")
			return fmt.Sprintf("# environment %s, policy %s\n%s", printable(names), printable(g.Vault.PolicyName), g.HCL())
		})
	case "json":
		return writeIndented(w, struct {
			SchemaVersion int             `json:"schemaVersion"`
			Environments  []access.Grants `json:"environments"`
		}{1, grants})
	}
	return unknownFormat(format, AccessFormats())
}

// writeParts writes one text for each environment, with a blank line between.
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
