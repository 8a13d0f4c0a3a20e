package link

import (
	"slices"

	"example.com/mxlint/internal/manifest"
)

// Unlisted is a file next to a kustomization that does not list it.
type Unlisted struct {
	File *manifest.File
	// Deployments are those that use the kustomization.
	Deployments []string
}

// unlistedMember is a resource that is not deployed with the deployments.
type unlistedMember struct {
	*member
	deployments []string
}

func (r *Run) unlisted() []unlistedMember {
	var members []unlistedMember
	for _, u := range r.options.Unlisted {
		for _, doc := range u.File.Docs {
			if doc.Kind != KindAccount && doc.Kind != KindClass {
				continue
			}
			r.docs[docID(doc)] = doc
			members = append(members, unlistedMember{newMember(doc, r.options.Tables, 0), u.Deployments})
		}
	}
	return members
}

// findUnlisted returns the resource of the anchor's name that its kustomization does
// not list, nil if there is none.
func (s *search) findUnlisted(anchor *member, kind string) *member {
	for _, u := range s.unlisted {
		if u.kind == kind && u.name.text == anchor.name.text && anchor.mayShareNamespace(u.member) && slices.Contains(u.deployments, anchor.set) {
			return u.member
		}
	}
	return nil
}

// ResourceName is the name of a resource, and its namespace if one is written.
type ResourceName struct{ Name, Namespace string }

// ResourceNames is a set of names.
type ResourceNames map[ResourceName]bool

// Add adds a name to the set, which must not be nil.
func (s ResourceNames) Add(name ResourceName) {
	s[name], s[ResourceName{Name: name.Name}] = true, true
}

// Repeats reports whether a resource may be a copy or a patch of one in the set: one
// that is written for another namespace is neither.
func (s ResourceNames) Repeats(name ResourceName) bool { return s[name] }

// ResourceNameOf returns the name of a resource of a kind that environments are made
// of; for any other document it returns the zero value.
func ResourceNameOf(doc *manifest.Doc) ResourceName {
	if !isKind(doc.Kind) {
		return ResourceName{}
	}
	v := view{doc: doc}
	return ResourceName{v.at("metadata", "name").text, v.at("metadata", "namespace").text}
}
