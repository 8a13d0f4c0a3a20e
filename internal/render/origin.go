package render

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// origin maps the values of a rendered document back to the files.
type origin struct {
	rendered *manifest.Doc
	object   *object // nil for what was generated
	root     *kustomization
	sources  *sources
	patched  []setter // see patches; nil until the first use
}

// Deployment returns the folder of the rendered kustomization.
func (o *origin) Deployment() string { return o.root.folder }

// Locate returns where the rendered value is: in the patch that set it last, or
// in the object's own document. A value that is in no source is located at the
// object's name, and a removed one where it was. exact is false for those.
func (o *origin) Locate(path manifest.Path, part manifest.Part) (span manifest.Span, exact bool) {
	o.sources.Lock()
	defer o.sources.Unlock()
	outer, inner := cutInner(path)
	source := o.find(outer)
	if !source.exact {
		inner = ""
	}
	switch {
	case part == manifest.Key && source.pointer != "" && inner == "":
		text := textAt(source.doc, source.pointer)
		return source.doc.LocateWithin(source.pointer, strings.LastIndexByte(text, '/')+1, len(text))
	case source.absent:
		part = manifest.Key
	case !source.exact && source.path == namePath && path != namePath:
		part = manifest.Value
	}
	span, exact = source.doc.Locate(source.path+inner, part)
	return span, exact && source.exact
}

// LocateText is like Locate for a line and column of the text that the string
// at path decodes to.
func (o *origin) LocateText(path manifest.Path, line, column int) (span manifest.Span, exact bool) {
	o.sources.Lock()
	defer o.sources.Unlock()
	outer, inner := cutInner(path)
	source := o.find(outer)
	if !source.exact {
		span, _ = source.doc.Locate(source.path, manifest.Value)
		return span, false
	}
	return source.doc.LocateText(source.path+inner, line, column)
}

// The paths of an object's name and namespace.
const (
	namePath      = "/metadata/name"
	namespacePath = "/metadata/namespace"
)

// source is a place in a source document.
type source struct {
	doc    *manifest.Doc
	path   manifest.Path
	exact  bool // whether the value there is the rendered one, in the same spelling
	absent bool // whether it represents something that is not there
	// pointer is the path, in doc, of the path of the JSON patch operation
	// whose own value this is: its last part is the key.
	pointer manifest.Path
}

// find finds the source of the value at a path, which must not enter a string.
func (o *origin) find(path manifest.Path) source {
	if o.object == nil {
		return source{doc: o.root.doc, absent: true}
	}
	value := o.rendered.Node(path)
	if value != nil {
		return o.findValue(path, value)
	}
	rest := manifest.Path("")
	parent := path
	for value == nil && parent != "" {
		at := strings.LastIndexByte(string(parent), '/')
		parent, rest = parent[:at], parent[at:]+rest
		value = o.rendered.Node(parent)
	}
	found := o.findValue(parent, value)
	if found.exact {
		found.path += rest
		return found
	}
	found.absent = true
	if found.doc.Node(found.path+rest) != nil { // a patch has removed it
		found.path += rest
	}
	return found
}

func (o *origin) findValue(path manifest.Path, value *yaml.Node) source {
	keys := keysOf(path.Pointer()) // it enters no string, and rendered documents repeat no key
	places := o.setters(path)
	for _, place := range places {
		if found, ok := place.find(keys, value); ok {
			found.exact = value == nil || spelledAlike(found.doc.Node(found.path), value)
			return found
		}
	}
	if value != nil && value.Kind != yaml.ScalarNode {
		// Several sources made this one; the object's own document is the most
		// informative of those that have part of it.
		for i := len(places) - 1; i >= 0; i-- {
			if at := places[i].base + path; places[i].ops == nil && places[i].doc.Node(at) != nil {
				return source{doc: places[i].doc, path: at}
			}
		}
	}
	if found, ok := o.fromField(path, value); ok {
		return found
	}
	return o.byName()
}

// byName returns the place used for a value that is in no source.
func (o *origin) byName() source {
	if o.object.doc.Node(namePath) != nil {
		return source{doc: o.object.doc, path: namePath}
	}
	return source{doc: o.object.doc, absent: true}
}
