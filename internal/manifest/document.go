package manifest

import (
	"sync"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Doc is one document: a mapping, usually a Kubernetes object.
type Doc struct {
	File *File
	// Root is the mapping. Its nodes have absolute lines, as the YAML parser
	// counts; ask Locate for places. Aliases and merge keys are unresolved.
	Root *yaml.Node
	// Start and End bound the whole document in File.Text; items of a List
	// share those of the list.
	Start, End int
	// Index counts the documents of the file from 0, items of a List one by one.
	Index int
	// APIVersion and Kind are as written, "" where they are no scalar.
	APIVersion, Kind string
	// Template is where template syntax stands in place of structure; nil
	// where the document needs no rendering.
	Template *Pos
	// Source names the template that a rendered stream says it comes from, ""
	// where it says nothing.
	Source string
	// Origin carries the places of a rendered document back to its sources;
	// nil for a document as it was read.
	Origin Origin

	mu    sync.Mutex
	inner map[Path]*innerDoc
}

// Origin knows where the values of a rendered document come from.
type Origin interface {
	// Locate returns the source place of a value of the rendered document;
	// exact is false when it is only the nearest thing known.
	Locate(path Path, part Part) (span Span, exact bool)
	// LocateText is Locate for a line and column, from 1, of the text that the
	// string at path decodes to.
	LocateText(path Path, line, column int) (span Span, exact bool)
	// Deployment names what was rendered: the overlay's folder or the chart.
	Deployment() string
}

// Part tells the two sides of a mapping entry apart.
type Part int

// The parts of a mapping entry.
const (
	Value Part = iota
	Key
)

// Resolve follows an alias to the node it stands for; nil stays nil.
func Resolve(node *yaml.Node) *yaml.Node {
	for node != nil && node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

// Field returns the value node under a key of a mapping, and the key's node;
// nil where there is none. Merge keys count, behind the mapping's own. A
// repeated key gives its first entry.
func Field(mapping *yaml.Node, key string) (keyNode, value *yaml.Node) {
	return field(mapping, key, 1, 0)
}

// mergeDepth bounds how merge keys nest; anchors can form a ring.
const mergeDepth = 32

func field(mapping *yaml.Node, key string, nth, depth int) (keyNode, value *yaml.Node) {
	mapping = Resolve(mapping)
	if mapping == nil || mapping.Kind != yaml.MappingNode || depth > mergeDepth {
		return nil, nil
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if name := Resolve(mapping.Content[i]); name.Kind == yaml.ScalarNode && name.Value == key && !isMerge(mapping.Content[i]) {
			if nth--; nth == 0 {
				return mapping.Content[i], mapping.Content[i+1]
			}
		}
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if !isMerge(mapping.Content[i]) {
			continue
		}
		for _, source := range mergeSources(mapping.Content[i+1]) {
			if keyNode, value = field(source, key, nth, depth+1); value != nil {
				return keyNode, value
			}
		}
	}
	return nil, nil
}

func isMerge(key *yaml.Node) bool {
	return key.Kind == yaml.ScalarNode && key.Value == "<<" && (key.Tag == "!!merge" || key.Tag == "" || key.Tag == "!")
}

// mergeSources returns the mappings that a merge key brings in, the one that
// wins first.
func mergeSources(value *yaml.Node) []*yaml.Node {
	value = Resolve(value)
	if value == nil {
		return nil
	}
	if value.Kind == yaml.SequenceNode {
		return value.Content
	}
	return []*yaml.Node{value}
}

// fewEntries is up to how many entries a look at each costs less than a map.
const fewEntries = 24

// IsNull tells whether a node is absent or null.
func IsNull(node *yaml.Node) bool {
	node = Resolve(node)
	return node == nil || node.Kind == 0 || node.Kind == yaml.ScalarNode && node.Tag == "!!null"
}
