package engine

import (
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/spelling"
)

// Grants works out the access that environments need. wanted is the name of an
// environment, or "namespace/name"; "" selects all. Notes name the environments for
// which nothing can be granted, with the reason.
func Grants(environments []*link.Subject, wanted string) (grants []access.Grants, notes []string, err error) {
	needs := make([]access.Need, len(environments))
	for i, subject := range environments {
		needs[i] = link.NeedOf(&subject.Environment)
	}
	granter := access.NewGranter(needs)
	var known []string
	matched := false
	for i, subject := range environments {
		known = append(known, subject.ID)
		if wanted != "" && wanted != subject.ID && wanted != subject.Name {
			continue
		}
		matched = true
		if reason := ungrantable(&subject.Environment); reason != "" {
			notes = append(notes, fmt.Sprintf("environment %q: %s", subject.ID, reason))
			continue
		}
		grants = append(grants, granter.Grant(needs[i]))
	}
	if wanted != "" && !matched {
		return nil, nil, unknownEnvironment(wanted, known)
	}
	return grants, notes, nil
}

// ungrantable returns why nothing can be granted for an environment, or "".
func ungrantable(e *link.Environment) string {
	class := e.Resources.Class
	switch {
	case class == nil:
		return "its SecretProviderClass is not here, so nothing is known of what it reads"
	case !slices.Contains(provider.Names(), e.Provider):
		return fmt.Sprintf("provider %q is not known to mxlint", e.Provider)
	case !class.Readable:
		return "the objects of its SecretProviderClass cannot be decoded"
	}
	return ""
}

func unknownEnvironment(wanted string, known []string) error {
	if nearest := spelling.Nearest(wanted, known); len(nearest) > 0 {
		return fmt.Errorf("--environment %q: there is none; did you mean %q?", wanted, nearest[0])
	}
	for _, id := range known {
		name := id[strings.LastIndexByte(id, '/')+1:]
		if len(spelling.Nearest(wanted, []string{name})) > 0 {
			return fmt.Errorf("--environment %q: there is none; did you mean %q?", wanted, id)
		}
	}
	return fmt.Errorf("--environment %q: there is none; found: %s", wanted, strings.Join(known, ", "))
}
