package link

import (
	"fmt"
	"slices"

	"example.com/mxlint/internal/link/provider"
)

// mountsUnknown says why not all mounted files are known; "" if they are, which for a
// class means that it is complete.
func mountsUnknown(e *Environment) string {
	class := e.Resources.Class
	switch {
	case class == nil && e.readsNoStore():
		return "" // nothing is mounted
	case class == nil:
		return "the SecretProviderClass is not in the run"
	case e.Complete:
		return ""
	case class.Cut:
		return fmt.Sprintf("`objects` holds more than %d objects, %d files or %d problems, and the rest was not judged", maxObjects, maxFiles, maxProblems)
	case class.ProviderState == ProviderUnknown:
		return "which provider it is cannot be determined"
	case class.ProviderState == ProviderOther:
		return fmt.Sprintf("provider %q is not checked", class.Provider)
	case class.Templated != nil:
		return "`objects` holds template syntax"
	case slices.ContainsFunc(e.Problems, lacksObjects):
		return "there are no `objects`"
	case !class.Readable:
		return "`objects` cannot be decoded"
	case e.hides(MatchHidden):
		return "the name of a mounted file is a template"
	case e.hides(MatchRefused):
		return "the store takes no such name as one of the files has"
	}
	return "a field occurs twice in an entry"
}

func lacksObjects(p Problem) bool {
	return p.Kind == provider.KindParameter && p.Name == "objects" && p.Fault != provider.FaultForm
}

func (e *Environment) readsNoStore() bool {
	return slices.ContainsFunc(e.Links, func(l Link) bool { return l.Kind == KindClass && l.State == LinkUnneeded })
}

// hides reports whether some mounted file has this match and counts as no key.
func (e *Environment) hides(match Match) bool {
	return slices.ContainsFunc(e.MountedFiles, func(f MountedFile) bool { return f.Match == match && f.Key == "" })
}
