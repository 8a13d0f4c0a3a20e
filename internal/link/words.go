package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// The API groups of our kinds; annotations of Mendix also begin with its group.
const (
	mendixGroup = "privatecloud.mendix.com"
	storeGroup  = "secrets-store.csi.x-k8s.io"
)

// Words returns the words that make a document worth parsing: the kinds, and the
// Deployment that shows the version of the Operator.
func Words() *manifest.Words {
	return manifest.NewWords(
		manifest.Word{Text: KindApp},
		manifest.Word{Text: KindClass},
		manifest.Word{Text: KindAccount, Kind: KindAccount, With: mendixGroup},
		manifest.Word{Text: operatorName, Kind: "Deployment"},
		// If the kind is missing or misspelled, the API group is still there.
		manifest.Word{Text: mendixGroup + "/"},
		manifest.Word{Text: storeGroup + "/"},
	)
}

// MentionsOurs reports whether a text names what only Mendix, or the secret store, has.
func MentionsOurs(text string) bool {
	return strings.Contains(text, KindApp) || strings.Contains(text, KindClass) ||
		MentionsAccount(text) && strings.Contains(text, mendixGroup)
}

// MentionsAccount reports whether a text may contain a ServiceAccount, of any product.
func MentionsAccount(text string) bool { return strings.Contains(text, KindAccount) }
