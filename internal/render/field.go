package render

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// fromField finds the value in those fields of a kustomization that set a value
// for all objects. It is not exact: a change there would change the other
// objects too.
func (o *origin) fromField(path manifest.Path, value *yaml.Node) (source, bool) {
	if value == nil || value.Kind != yaml.ScalarNode {
		return source{}, false
	}
	for i := len(o.object.layers) - 1; i >= 0; i-- {
		k := o.object.layers[i].k
		if k.doc == nil {
			continue
		}
		for _, at := range k.fieldsFor(path) {
			if node := k.doc.Node(at); node != nil && equal(node, value) {
				return source{doc: k.doc, path: at}, true
			}
		}
	}
	return source{}, false
}

// fieldsFor lists where a kustomization may set the value at a path.
func (k *kustomization) fieldsFor(path manifest.Path) []manifest.Path {
	if path == namespacePath {
		return []manifest.Path{k.field("namespace")}
	}
	if name, ok := strings.CutPrefix(string(path), "/metadata/annotations/"); ok {
		return []manifest.Path{k.field("commonAnnotations") + "/" + manifest.Path(name)}
	}
	name, ok := strings.CutPrefix(string(path), "/metadata/labels/")
	if !ok {
		return nil
	}
	at := []manifest.Path{k.field("commonLabels") + "/" + manifest.Path(name)}
	for i := range k.raw.Labels {
		at = append(at, k.field("labels").Index(i).Key("pairs")+"/"+manifest.Path(name))
	}
	return at
}
