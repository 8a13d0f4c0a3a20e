package render

import (
	"slices"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// layer is one kustomization or component as applied to the objects below it.
type layer struct {
	k       *kustomization
	changes []*change // in the order in which they are applied
}

// change is one patch document.
type change struct {
	entry *entry
	doc   *manifest.Doc
	base  manifest.Path // of the patch in doc
	ops   []operation   // of a JSON patch (RFC 6902); nil for a merge patch
}

// operation is an operation of a JSON patch that sets a value.
type operation struct {
	path    []string // keys and indices in the object
	value   manifest.Path
	pointer manifest.Path // where the path is written
}

// object is a source document on its way through the layers.
type object struct {
	doc       *manifest.Doc
	layers    []*layer // the innermost first
	names     []string // as written, and after each layer
	namespace string
}

// name returns the object's final name, patches aside.
func (o *object) name() string { return o.names[len(o.names)-1] }

// objects lists the source documents of a kustomization with the layers that
// they pass through. above guards against cycles.
func (r *renderer) objects(k *kustomization, above []*kustomization) []*object {
	if slices.Contains(above, k) {
		return nil
	}
	above = append(above, k)
	var objects []*object
	for _, e := range k.entries {
		switch {
		case e.role == resource && e.folder != nil:
			objects = append(objects, r.objects(e.folder, above)...)
		case e.role == resource:
			objects = append(objects, r.objectsIn(e)...)
		case e.role == component && e.folder != nil:
			objects = append(objects, r.objects(e.folder, above)...)
		}
	}
	for _, l := range r.layers(k, above) {
		for _, o := range objects {
			o.addLayer(l)
		}
	}
	return objects
}

// layers returns the components of a kustomization, and then the kustomization
// itself. What a component adds has passed through the component already;
// passing through it twice does not harm finding positions.
func (r *renderer) layers(k *kustomization, above []*kustomization) []*layer {
	var layers []*layer
	for _, e := range k.entries {
		if e.role == component && e.folder != nil && len(above) < 32 {
			layers = append(layers, r.layers(e.folder, append(above, e.folder))...)
		}
	}
	own := &layer{k: k}
	for _, later := range []bool{false, true} {
		for _, e := range k.entries {
			if e.role == patch && e.later == later {
				own.changes = append(own.changes, r.changes(e)...)
			}
		}
	}
	return append(layers, own)
}

func (r *renderer) objectsIn(e *entry) []*object {
	var objects []*object
	if file := r.decode(e.file(), realPath(e.real)); file != nil {
		for _, doc := range file.Docs {
			objects = append(objects, &object{
				doc: doc, names: []string{textAt(doc, namePath)}, namespace: textAt(doc, namespacePath),
			})
		}
	}
	return objects
}

func (o *object) addLayer(l *layer) {
	o.layers = append(o.layers, l)
	o.names = append(o.names, l.k.raw.NamePrefix+o.name()+l.k.raw.NameSuffix)
	if l.k.raw.Namespace != "" {
		o.namespace = l.k.raw.Namespace
	}
}

// textAt returns the scalar at a path, "" if there is none.
func textAt(doc *manifest.Doc, at manifest.Path) string {
	if node := doc.Node(at); node != nil && node.Kind == yaml.ScalarNode {
		return node.Value
	}
	return ""
}
