package link

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// view reads one document as the rules see it: a near miss of a field counts as the
// field, and what is repeated, null or a template is unknown.
type view struct {
	doc *manifest.Doc
	id  string
}

func (v view) place(path manifest.Path, part manifest.Part) Place {
	return Place{Doc: v.id, Path: path, Part: part}
}

func (v view) value(path manifest.Path) Place { return v.place(path, manifest.Value) }
func (v view) key(path manifest.Path) Place   { return v.place(path, manifest.Key) }

// child returns a field of the mapping at a path. fields are all fields that the
// mapping may have; if name is missing, a field that is none of them and nearest to
// name counts as it. repeated reports whether the field occurs more than once.
func (v view) child(node *yaml.Node, path manifest.Path, name string, fields []string) (value *yaml.Node, at manifest.Path, repeated bool) {
	if _, value := manifest.Field(node, name); value != nil {
		return manifest.Resolve(value), path.Key(name), manifest.Repeats(node, name)
	}
	if len(fields) == 0 {
		return nil, path.Key(name), false
	}
	for _, entry := range manifest.Entries(node) {
		if spelling.NearestName(manifest.Resolve(entry.Key).Value, fields) == name {
			return manifest.Resolve(entry.Value), path + entry.Path, false
		}
	}
	return nil, path.Key(name), false
}

// specFields returns the fields of the spec that are looked for and may be misspelled.
func specFields(kind string) []string {
	if kind == KindClass {
		return []string{"provider", "parameters", "secretObjects"}
	}
	return []string{storeField, "mendixRuntimeVersion", "database", "storage", "runtime", "customPodLabels", "sourceURL", "sourceVersion", "appURL", "replicas", "resources", "tls"}
}

// metadataFields are the fields of the object metadata that are read here.
var metadataFields = []string{"name", "namespace", "annotations", "labels"}

// fieldsAt returns the fields that a misspelled one may have been meant for when
// looking for the last of the names; nil if none may be misspelled.
func fieldsAt(kind string, names []string) []string {
	switch {
	case len(names) == 1:
		return []string{"apiVersion", "kind", "metadata", "spec"}
	case len(names) == 2 && names[0] == "spec":
		return specFields(kind)
	case len(names) == 2 && names[0] == "metadata":
		return metadataFields
	case len(names) == 3 && names[2] == planField:
		return []string{planField}
	}
	return nil
}

// at walks from the root over fields that may be misspelled at the first two levels,
// and as the field of a plan below them; state is unknown if a field on the way is
// repeated.
func (v view) at(names ...string) scalar {
	node, path, repeated := manifest.Resolve(v.doc.Root), manifest.Path(""), false
	for depth, name := range names {
		if depth > 0 && node.Kind != yaml.MappingNode && !manifest.IsNull(node) {
			return scalar{state: unknown, path: pathOf(path, names[depth:])} // a value of another kind, which is reported
		}
		var again bool
		node, path, again = v.child(node, path, name, fieldsAt(v.doc.Kind, names[:depth+1]))
		repeated = repeated || again
		if node == nil {
			path = pathOf(path, names[depth+1:])
			if repeated || depth == 1 && v.inWrongMapping(names[0], name) {
				return scalar{state: unknown, path: path}
			}
			return scalar{path: path}
		}
	}
	return scalarOf(node, path, repeated)
}

// inWrongMapping reports whether a field of metadata or spec is at the root, or in the
// other of the two, which manifest/unknown-field reports.
func (v view) inWrongMapping(holder, name string) bool {
	other := map[string]string{"metadata": "spec", "spec": "metadata"}[holder]
	if other == "" {
		return false
	}
	root := manifest.Resolve(v.doc.Root)
	if _, value := manifest.Field(root, name); value != nil {
		return true
	}
	_, beside := manifest.Field(root, other)
	_, value := manifest.Field(manifest.Resolve(beside), name)
	return value != nil
}

func pathOf(path manifest.Path, names []string) manifest.Path {
	for _, name := range names {
		path = path.Key(name)
	}
	return path
}

// entries returns the entries of a mapping at a path, nil if there is none, and what is
// known about the mapping itself.
func (v view) entries(names ...string) ([]manifest.Entry, scalar) {
	s := v.at(names...)
	if s.node == nil || s.node.Kind != yaml.MappingNode {
		return nil, s
	}
	return manifest.Entries(s.node), s
}
