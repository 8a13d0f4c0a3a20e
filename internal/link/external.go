package link

import (
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"example.com/mxlint/internal/manifest"
)

// External names a resource that is deployed from elsewhere.
type External struct {
	Kind            string
	Name, Namespace string // globs; an empty Namespace matches any
}

func (s *search) isExternal(kind string, anchor *member) bool {
	return slices.ContainsFunc(s.external, func(e External) bool {
		return e.Kind == kind && matches(e.Name, anchor.name.text) &&
			(e.Namespace == "" || anchor.namespace.state != known || matches(e.Namespace, anchor.namespace.text))
	})
}

func matches(glob, name string) bool {
	matched, err := doublestar.Match(glob, name)
	return err == nil && matched // the configuration rejects invalid globs
}

// HasAccount reports whether a ServiceAccount of the name is in the run, or comes from
// elsewhere, whatever it belongs to. One without a namespace has that of its
// environment, and matches any if that is unknown too.
func (r *Run) HasAccount(namespace, name string) bool {
	return slices.ContainsFunc(r.search.byName[name], func(m *member) bool {
		written := m.namespace.text
		if owner := r.search.owners[m]; m.namespace.state != known && owner != nil {
			written = namespaceOf(owner)
		}
		return m.kind == KindAccount && (written == "" || manifest.Unknown(written) || written == namespace)
	}) || slices.ContainsFunc(r.options.External, func(e External) bool {
		return e.Kind == KindAccount && matches(e.Name, name) && (e.Namespace == "" || matches(e.Namespace, namespace))
	})
}
