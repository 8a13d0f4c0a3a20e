package render

import (
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// setter is something that may have set a value: the object's own document, or
// a patch.
type setter struct {
	doc  *manifest.Doc
	base manifest.Path
	ops  []operation // of a JSON patch
}

// setters lists what may have set the value at a path, the last one first. A
// merge patch uses kind and name to name its object rather than to set them.
func (o *origin) setters(path manifest.Path) []setter {
	own := setter{doc: o.object.doc}
	switch path {
	case "/apiVersion", "/kind", namePath, namespacePath:
		return slices.Concat([]setter{own}, o.patches())
	}
	return append(slices.Clip(o.patches()), own)
}

// patches lists those that change the object, the last one first. They are
// determined once: a kustomization may have hundreds, each with its own
// pattern.
func (o *origin) patches() []setter {
	if o.patched != nil {
		return o.patched
	}
	name := textAt(o.rendered, namePath)
	o.patched = []setter{}
	for _, l := range slices.Backward(o.object.layers) {
		for _, c := range slices.Backward(l.changes) {
			if c.applies(o.object, name) {
				o.patched = append(o.patched, setter{doc: c.doc, base: c.base, ops: c.ops})
			}
		}
	}
	return o.patched
}

// find finds the value under the keys, if the setter sets it to that.
func (s setter) find(keys []string, value *yaml.Node) (source, bool) {
	if s.ops == nil {
		return findEqual(s.doc, s.base, keys, value)
	}
	for i := len(s.ops) - 1; i >= 0; i-- {
		op := s.ops[i]
		if len(op.path) > len(keys) || !isAtOrAbove(op.path, keys) {
			continue
		}
		if found, ok := findEqual(s.doc, op.value, keys[len(op.path):], value); ok {
			if len(op.path) == len(keys) {
				found.pointer = op.pointer
			}
			return found, true
		}
	}
	return source{}, false
}

// isAtOrAbove reports whether the path of an operation leads to a value, or
// above it. List entries move as others are added, so any index matches.
func isAtOrAbove(path, keys []string) bool {
	for i, key := range path {
		if key != keys[i] && !(isIndex(keys[i]) && (key == "-" || isIndex(key))) {
			return false
		}
	}
	return true
}

// findEqual looks for an equal value under the keys. Lists may have been
// merged, so an entry may have another index; its own is tried first.
func findEqual(doc *manifest.Doc, at manifest.Path, keys []string, value *yaml.Node) (source, bool) {
	node := doc.Node(at)
	if node == nil {
		return source{}, false
	}
	if len(keys) == 0 {
		return source{doc: doc, path: at}, equal(node, value)
	}
	if node.Kind != yaml.SequenceNode {
		return findEqual(doc, at.Key(keys[0]), keys[1:], value)
	}
	own, err := strconv.Atoi(keys[0])
	if err != nil {
		return source{}, false
	}
	if found, ok := findEqual(doc, at.Index(own), keys[1:], value); ok {
		return found, true
	}
	for i := range node.Content {
		if found, ok := findEqual(doc, at.Index(i), keys[1:], value); ok && i != own {
			return found, true
		}
	}
	return source{}, false
}

func isIndex(key string) bool {
	_, err := strconv.ParseUint(key, 10, 31)
	return err == nil
}

// cutInner splits a path where it enters a string.
func cutInner(path manifest.Path) (outer, inner manifest.Path) {
	if at := strings.IndexByte(string(path), '!'); at >= 0 {
		return path[:at], path[at:]
	}
	return path, ""
}

// keysOf returns the keys and indices of a JSON pointer (RFC 6901).
func keysOf(pointer string) []string {
	if pointer == "" {
		return nil
	}
	keys := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, key := range keys {
		keys[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(key)
	}
	return keys
}
