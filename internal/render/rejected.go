package render

import (
	"strings"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// refuse records why kustomize would reject the file, at the field that it
// names.
func (k *kustomization) refuse(err error) {
	k.err, k.errAt = oneLine(err.Error()), k.start()
	if name, found := between(err.Error(), `unknown field "`, `"`); found {
		k.err = `kustomize knows no field "` + name + `"`
		if at, ok := findKey(k.doc.Root, "", name, 0); ok {
			k.errAt, _ = k.doc.Locate(at, manifest.Key)
		}
		return
	}
	if wrong, found := between(err.Error(), "json: cannot unmarshal ", " of type "); found {
		value, field, _ := strings.Cut(wrong, " into Go struct field ")
		_, name, _ := strings.Cut(field, ".")
		k.err = "a " + value + ` is at "` + name + `", where kustomize expects something else`
		top, _, _ := strings.Cut(name, ".")
		k.errAt, _ = k.doc.Locate(k.field(top), manifest.Key)
	}
}

// enforce checks that kustomize accepts the API version and kind.
func (k *kustomization) enforce() {
	header := types.Kustomization{TypeMeta: k.raw.TypeMeta}
	if faults := header.EnforceFields(); len(faults) > 0 && k.err == "" {
		k.err = faults[0]
		k.errAt = k.span(k.field("apiVersion"))
		if strings.HasPrefix(faults[0], "kind ") {
			k.errAt = k.span(k.field("kind"))
		}
	}
}

// between returns the text between two marks.
func between(text, opening, closing string) (string, bool) {
	_, rest, found := strings.Cut(text, opening)
	if !found {
		return "", false
	}
	inner, _, found := strings.Cut(rest, closing)
	return inner, found
}

// findKey returns the path of the first key of that name, at any depth.
func findKey(node *yaml.Node, at manifest.Path, name string, depth int) (manifest.Path, bool) {
	node = manifest.Resolve(node)
	if node == nil || depth > 16 {
		return "", false
	}
	for i, child := range node.Content {
		if node.Kind != yaml.SequenceNode {
			break
		}
		if found, ok := findKey(child, at.Index(i), name, depth+1); ok {
			return found, true
		}
	}
	for _, entry := range manifest.Entries(node) {
		if entry.Key.Value == name {
			return at + entry.Path, true
		}
		if found, ok := findKey(entry.Value, at+entry.Path, name, depth+1); ok {
			return found, true
		}
	}
	return "", false
}
