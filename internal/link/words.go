package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// The API groups of our kinds; annotations of Mendix begin with its group too.
const (
	mendixGroup = "privatecloud.mendix.com"
	storeGroup  = "secrets-store.csi.x-k8s.io"
)

// Words are those that make a document worth parsing: the kinds, and the
// Deployment that shows the Operator's version.
func Words() *manifest.Words {
	return manifest.NewWords(
		manifest.Word{Text: KindApp},
		manifest.Word{Text: KindClass},
		manifest.Word{Text: KindAccount, Kind: KindAccount, With: mendixGroup},
		manifest.Word{Text: operatorName, Kind: "Deployment"},
		// Where the kind is missing or misspelt, the API group still tells.
		manifest.Word{Text: mendixGroup + "/"},
		manifest.Word{Text: storeGroup + "/"},
	)
}

// MentionsOurs tells whether a text names what only Mendix, or the secret store, has.
func MentionsOurs(text string) bool {
	return strings.Contains(text, KindApp) || strings.Contains(text, KindClass) ||
		MentionsAccount(text) && strings.Contains(text, mendixGroup)
}

// MentionsAccount tells whether a text may hold a ServiceAccount, of whomever.
func MentionsAccount(text string) bool { return strings.Contains(text, KindAccount) }
