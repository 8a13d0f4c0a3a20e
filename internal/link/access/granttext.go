package access

import (
	"strconv"
	"strings"
	"unicode"
)

// HCL returns the Vault policy, empty if none is needed.
func (g Grants) HCL() string {
	if g.Vault == nil {
		return ""
	}
	return g.Vault.Policy
}

// Text returns everything for a reader who applies it by hand. What is neither a policy
// nor a command is a comment.
func (g Grants) Text() string {
	var out strings.Builder
	part := func(title, text string) {
		if text != "" {
			out.WriteString("\n" + comment(title) + text)
		}
	}
	out.WriteString(comment("environment " + g.Environment + ", provider " + string(g.Provider)))
	if v := g.Vault; v != nil {
		if len(v.SharedWith) > 0 {
			out.WriteString(comment("role and policy are those of " + strings.Join(v.SharedWith, ", ") + " too: Vault has one of a name"))
		}
		if v.WrittenFor != "" {
			out.WriteString(comment("Vault policy and role are those of environment " + v.WrittenFor))
		}
		part("Vault policy "+v.PolicyName+" ("+v.PolicyCommand+" FILE)", v.Policy)
		part("Vault role of the ServiceAccount", v.RoleCommand)
	}
	if a := g.AWS; a != nil {
		part("IAM policy of the role", a.Policy)
		part("trust policy of the role, for "+a.Subject, a.TrustPolicy)
		part("association of the role with the ServiceAccount", a.Association)
	}
	if a := g.Azure; a != nil {
		part("federated credential of the managed identity, for "+a.Subject, a.FederatedCredential)
		for _, command := range a.RoleAssignments {
			part("role assignment of the managed identity", command)
		}
	}
	if len(g.Unknown) > 0 {
		out.WriteString("\n" + comment("to be filled in:"))
	}
	for _, placeholder := range g.Unknown {
		out.WriteString(comment("  " + placeholder.Name + ": " + placeholder.Meaning))
	}
	if len(g.LeftOut) > 0 {
		out.WriteString("\n" + comment("read as well, and left out here:"))
	}
	for _, omission := range g.LeftOut {
		out.WriteString(comment("  " + strconv.Quote(omission.Text) + ": " + omission.Reason))
	}
	return out.String()
}

// comment returns a line that no shell executes, whatever names it contains.
func comment(text string) string {
	return "# " + strings.Map(func(char rune) rune {
		if unicode.IsControl(char) {
			return ' '
		}
		return char
	}, text) + "\n"
}
