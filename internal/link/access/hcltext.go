package access

import (
	"strings"

	"github.com/hashicorp/hcl/hcl/strconv"
	"github.com/hashicorp/hcl/hcl/token"
)

// keyText returns the name that a token is, if it may be one.
func keyText(t token.Token) string {
	if t.Type == token.STRING {
		text, _ := unquote(t.Text)
		return text
	}
	return t.Text
}

// unquote decodes a string. It refuses escapes that the scanner takes, as \777,
// of which Vault panics.
func unquote(written string) (string, bool) {
	text, err := strconv.Unquote(written)
	return text, err == nil
}

// templated reports whether a text has marks of Terraform in it. The marks of
// Vault's own templates, {{ and }}, are for Vault to fill in.
func templated(text string) bool {
	return strings.Contains(text, "${") || strings.Contains(text, "%{")
}
