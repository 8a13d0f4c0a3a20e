package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Words are those that make a document worth parsing: the kinds, and the
// Deployment that shows the Operator's version.
func Words() *manifest.Words {
	return manifest.NewWords(
		manifest.Word{Text: KindApp},
		manifest.Word{Text: KindClass},
		manifest.Word{Text: KindAccount, Kind: KindAccount, With: "privatecloud.mendix.com"},
		manifest.Word{Text: operatorName, Kind: "Deployment"},
		// Where the kind is missing or misspelt, the API group still tells.
		manifest.Word{Text: "privatecloud.mendix.com/"},
		manifest.Word{Text: "secrets-store.csi.x-k8s.io/"},
	)
}

// MentionsOurs tells whether a text names what only Mendix, or the secret store, has.
func MentionsOurs(text string) bool {
	return strings.Contains(text, KindApp) || strings.Contains(text, KindClass) ||
		MentionsAccount(text) && strings.Contains(text, "privatecloud.mendix.com")
}

// MentionsAccount tells whether a text may hold a ServiceAccount, of whomever.
func MentionsAccount(text string) bool { return strings.Contains(text, KindAccount) }
