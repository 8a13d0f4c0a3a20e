package manifest

import (
	"errors"
	"io"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// innerDoc is a document embedded in a string.
type innerDoc struct {
	holder *holder
	root   *yaml.Node // nil if the string is not a document
}

// enter returns the document in the string at a place. It is parsed once.
func (d *Doc) enter(path Path, at place) *innerDoc {
	if known, ok := d.inner[path]; ok {
		return known
	}
	node := Resolve(at.node)
	if node.Kind != yaml.ScalarNode {
		return nil
	}
	inner := &innerDoc{holder: at.holder.inside(node)}
	inner.root = ParseText(node.Value)
	if d.inner == nil {
		d.inner = make(map[Path]*innerDoc)
	}
	d.inner[path] = inner
	return inner
}

// ParseText reads the document in a text as the paths of Doc see it: as JSON if
// it is JSON, else the first YAML document. It returns nil if it is neither, or
// if aliases expand it beyond what the text of a string should amount to.
func ParseText(text string) *yaml.Node {
	node := parseEither(text)
	if node == nil {
		return nil
	}
	limits := DefaultLimits()
	limits.TextBytes = len(text)
	if measureExcess(node, limits).at != nil {
		return nil
	}
	return node
}

// HasInvalidTail reports whether the first YAML document of a text is followed
// by something that is not a document.
func HasInvalidTail(text string) bool {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var node yaml.Node
		if err := decoder.Decode(&node); err != nil {
			return !errors.Is(err, io.EOF)
		}
	}
}

func parseEither(text string) *yaml.Node {
	if node := jsonCollection(text); node != nil {
		return node
	}
	var node yaml.Node
	if err := yaml.NewDecoder(strings.NewReader(text)).Decode(&node); err != nil {
		return nil
	}
	if node.Kind == yaml.DocumentNode && len(node.Content) == 1 {
		return node.Content[0]
	}
	return nil
}

// jsonCollection reads a text that is one JSON object or array; it returns nil
// for anything else.
func jsonCollection(text string) *yaml.Node {
	first := strings.TrimLeft(text, " \t\r\n")
	if !strings.HasPrefix(first, "{") && !strings.HasPrefix(first, "[") {
		return nil
	}
	node, end, err := readJSON(text)
	if err != nil || strings.TrimSpace(text[end:]) != "" {
		return nil
	}
	return node
}

// Release drops the inner documents that Locate has cached.
func (d *Doc) Release() {
	d.mu.Lock()
	d.inner = nil
	d.mu.Unlock()
}
