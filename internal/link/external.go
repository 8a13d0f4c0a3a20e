package link

import (
	"slices"

	"github.com/bmatcuk/doublestar/v4"
)

// External names a resource that is deployed from elsewhere.
type External struct {
	Kind            string
	Name, Namespace string // globs; Namespace "" is any
}

func (s *search) isExternal(kind string, anchor *member) bool {
	return slices.ContainsFunc(s.external, func(e External) bool {
		return e.Kind == kind && matches(e.Name, anchor.name.text) &&
			(e.Namespace == "" || anchor.namespace.state != known || matches(e.Namespace, anchor.namespace.text))
	})
}

func matches(glob, name string) bool {
	matched, err := doublestar.Match(glob, name)
	return err == nil && matched // the configuration refuses what is no glob
}

// HasAccount tells whether a ServiceAccount of the name is in the run, or comes
// from elsewhere, whomever it belongs to. A namespace that it does not write
// matches any.
func (r *Run) HasAccount(namespace, name string) bool {
	return slices.ContainsFunc(r.search.byName[name], func(m *member) bool {
		return m.kind == KindAccount && (m.namespace.state != known || m.namespace.text == namespace)
	}) || slices.ContainsFunc(r.options.External, func(e External) bool {
		return e.Kind == KindAccount && matches(e.Name, name) && (e.Namespace == "" || matches(e.Namespace, namespace))
	})
}
