package link

import (
	"slices"

	"example.com/mxlint/internal/manifest"
)

// servedVersions are the apiVersions that clusters serve for our kinds, the right one
// first; deprecated ones are listed separately.
var servedVersions = map[string]struct {
	served, deprecated []string
}{
	KindApp:     {served: []string{mendixGroup + "/v1alpha1"}},
	KindAccount: {served: []string{"v1"}},
	KindClass:   {served: []string{storeGroup + "/v1"}, deprecated: []string{storeGroup + "/v1alpha1"}},
}

// document states what linking knows about the shape of a document; the engine adds the
// violations of the schema.
func (m *member) document(twin *member) Document {
	span, _ := m.doc.Locate(m.name.path, manifest.Value)
	d := Document{
		ID: m.id, Path: span.Path, Line: span.Start.Line, Kind: m.kind, Name: m.name.text,
		APIVersion: m.apiVersion(), KindField: m.kindField(), Placeholders: m.placeholders(), At: m.value(m.name.path), Doc: m.doc,
	}
	if twin != nil {
		d.Twin = candidateOf(twin)
	}
	return d
}

func (m *member) apiVersion() APIVersion {
	field := m.at("apiVersion")
	v := APIVersion{State: APIUnserved, Value: field.text, Expected: servedVersions[m.kind].served[0], At: m.value(field.path)}
	if m.doc.TypedBy != nil {
		field = scalar{text: m.doc.APIVersion, state: known}
		v.Value, v.At = field.text, InFile(*m.doc.TypedBy)
	}
	switch {
	case field.state == unknown:
		v.State = APIServed // not known to be wrong
	case field.state == absent:
		v.State, v.At = APIAbsent, m.value("/kind")
	case slices.Contains(servedVersions[m.kind].served, field.text):
		v.State = APIServed
	case slices.Contains(servedVersions[m.kind].deprecated, field.text):
		v.State = APIDeprecated
	}
	return v
}

// Faulty returns the documents that have a fault in their shape.
func Faulty(documents []Document) []Document {
	var faulty []Document
	for i := range documents {
		d := &documents[i]
		if d.Twin != nil || d.APIVersion.State != APIServed || d.KindField.State != KindKnown ||
			len(d.Violations)+len(d.UnknownFields)+len(d.NonStrings)+len(d.Duplicates)+len(d.Placeholders) > 0 {
			faulty = append(faulty, *d)
		}
	}
	return faulty
}
