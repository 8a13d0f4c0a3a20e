package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// settleKind sets the kind of a document that does not simply name one of ours: if it
// contains two objects, one of which is of our kinds, or if its kind is missing,
// misspelled or copied from another document.
func settleKind(doc *manifest.Doc, tables *Tables) {
	if doc.TypedBy != nil {
		return
	}
	if !manifest.HasTwoObjects(doc.Root) {
		if kind := meantKind(doc, tables); kind != "" {
			doc.Kind = kind
		}
		return
	}
	for _, entry := range manifest.Entries(doc.Root) {
		if kind := text(entry.Value); manifest.Resolve(entry.Key).Value == "kind" && isKind(kind) {
			doc.Kind = kind
			return
		}
	}
}

// isKind reports whether a kind is one that environments are made of.
func isKind(kind string) bool { return servedVersions[kind].served != nil }

// meantKind returns the kind that a document was meant to have, "" for none of ours:
// the kind in its API group that its own is a misspelling of, or whose fields it has.
func meantKind(doc *manifest.Doc, tables *Tables) string {
	kind := kindOfGroup(doc, tables)
	if kind == "" || kind == doc.Kind || doc.Template != nil || manifest.Unknown(doc.Kind) {
		return ""
	}
	fits := hasFieldsOf(doc.Root, kind)
	switch {
	case doc.Kind == "":
		if _, field := manifest.Field(doc.Root, "kind"); fits && (field == nil || manifest.IsNull(field)) {
			return kind
		}
	case isKind(doc.Kind):
		if fits && !hasFieldsOf(doc.Root, doc.Kind) {
			return kind
		}
	case fits && kind == KindClass: // whichever kind it was copied from
		return kind
	case spelling.Letters(doc.Kind) == spelling.Letters(kind) || len(spelling.Nearest(doc.Kind, []string{kind})) > 0:
		return kind
	}
	return ""
}

// kindOfGroup returns our kind in the document's API group; in the core group, that is
// an account only if it is marked as one of Mendix.
func kindOfGroup(doc *manifest.Doc, tables *Tables) string {
	group, _, _ := strings.Cut(doc.APIVersion, "/")
	for _, kind := range [...]string{KindApp, KindClass} {
		if known, _, _ := strings.Cut(servedVersions[kind].served[0], "/"); group == known {
			return kind
		}
	}
	if doc.APIVersion == servedVersions[KindAccount].served[0] && strings.Contains(doc.File.Text[doc.Start:doc.End], tables.annotation("account").Key) {
		return KindAccount
	}
	return ""
}

// hasFieldsOf reports whether an object has the fields that objects of the kind need
// and other kinds of its group do not have.
func hasFieldsOf(root *yaml.Node, kind string) bool {
	if _, metadata := manifest.Field(root, "metadata"); metadata == nil {
		return false
	}
	_, spec := manifest.Field(root, "spec")
	has := func(names ...string) bool {
		for _, name := range names {
			if _, value := manifest.Field(spec, name); value != nil {
				return true
			}
		}
		return false
	}
	switch kind {
	case KindApp:
		return has("sourceURL", "mendixRuntimeVersion", storeField)
	case KindClass:
		return has("provider", "parameters")
	}
	return spec == nil
}

// kindField states how the document names its kind.
func (m *member) kindField() KindField {
	field := m.at("kind")
	f := KindField{State: KindKnown, Value: field.text, At: m.value(field.path)}
	switch {
	case m.doc.TypedBy != nil:
		f.Value = m.kind
	case field.state == absent:
		f.State, f.At = KindAbsent, m.value("/apiVersion")
	case field.state == known && field.text != m.kind && !manifest.HasTwoObjects(m.doc.Root):
		f.State = KindWrong
	}
	return f
}
