package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// settleKind takes a document for one of the kinds that are looked at where it
// does not simply name one: where it holds two objects, either of which is of
// one, and where its kind is missing, misspelt or copied from another document.
func settleKind(doc *manifest.Doc) {
	switch {
	case manifest.Joined(doc.Root):
		for _, entry := range manifest.Entries(doc.Root) {
			if kind := text(entry.Value); manifest.Resolve(entry.Key).Value == "kind" && servedVersions[kind].served != nil {
				doc.Kind = kind
				return
			}
		}
	default:
		if kind := meantKind(doc); kind != "" {
			doc.Kind = kind
		}
	}
}

// meantKind returns the kind that a document was to be of, "" for none of ours:
// the kind of its API group that its own is a slip of, or that has its fields.
func meantKind(doc *manifest.Doc) string {
	kind := kindOfGroup(doc)
	switch {
	case kind == "" || kind == doc.Kind || doc.Template != nil || manifest.Unknown(doc.Kind):
		return ""
	case doc.Kind == "":
		if _, field := manifest.Field(doc.Root, "kind"); field != nil && !manifest.IsNull(field) || !hasFieldsOf(doc.Root, kind) {
			return ""
		}
		return kind
	case servedVersions[doc.Kind].served != nil || kind == kindClass && hasFieldsOf(doc.Root, kind):
		if hasFieldsOf(doc.Root, kind) && !hasFieldsOf(doc.Root, doc.Kind) {
			return kind
		}
	case spelling.Letters(doc.Kind) == spelling.Letters(kind) || len(spelling.Nearest(doc.Kind, []string{kind})) > 0:
		return kind
	}
	return ""
}

// kindOfGroup returns the kind that we know of the document's API group; in the
// core group only an account that is marked as one of Mendix.
func kindOfGroup(doc *manifest.Doc) string {
	group, _, _ := strings.Cut(doc.APIVersion, "/")
	for _, kind := range [...]string{kindApp, kindClass} {
		if known, _, _ := strings.Cut(servedVersions[kind].served[0], "/"); group == known {
			return kind
		}
	}
	if doc.APIVersion == servedVersions[kindAccount].served[0] && strings.Contains(doc.File.Text[doc.Start:doc.End], markOfAccount) {
		return kindAccount
	}
	return ""
}

// markOfAccount is the annotation that only accounts have.
const markOfAccount = "privatecloud.mendix.com/environment-account"

// hasFieldsOf tells whether an object has what one of the kind cannot do without,
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
	case kindApp:
		return has("sourceURL", "mendixRuntimeVersion", "allowOverrideSecretsWithSecretStoreCSIDriver")
	case kindClass:
		return has("provider", "parameters")
	}
	return spec == nil
}

// kindField states how the document names its kind.
func (m *member) kindField() KindField {
	field := m.view.at("kind")
	f := KindField{State: "known", Value: field.text, At: m.value(field.path)}
	switch {
	case field.state == absent:
		f.State, f.At = "absent", m.value("/apiVersion")
	case field.state == known && field.text != m.kind && !manifest.Joined(m.doc.Root):
		f.State = "wrong"
	}
	return f
}
