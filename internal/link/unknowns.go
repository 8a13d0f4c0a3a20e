package link

import (
	"slices"

	"example.com/mxlint/internal/link/access"
)

// unknowns says in words what could not be determined about an environment.
func unknowns(e *Environment) []string {
	var words []string
	for i := range e.Links {
		if link := &e.Links[i]; link.State == LinkUnreadable {
			words = append(words, "whether there is a "+link.Kind+": what may be it could not be read, or carries a doubtful or repeated name")
		}
	}
	if e.MountsUnknown != "" && (e.Resources.Class != nil || slices.ContainsFunc(e.Links, isExternalClass)) {
		words = append(words, "what is mounted: "+e.MountsUnknown)
	}
	if e.Login.Database == access.LoginUnknown {
		words = append(words, "how the app logs in to the database: "+e.Login.DatabaseBecause)
	}
	if e.Login.Storage == access.LoginUnknown {
		words = append(words, "how the app logs in to its storage: "+e.Login.StorageBecause)
	}
	if len(e.Versions.Operators) == 0 {
		words = append(words, "the version of the Mendix Operator")
	}
	if e.Versions.Runtime == nil {
		words = append(words, "the version of the Mendix Runtime")
	}
	return words
}

func isExternalClass(l Link) bool { return l.Kind == KindClass && l.State == LinkExternal }
