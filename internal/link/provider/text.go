package provider

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// syntaxFault is what stopped the reading of a YAML text.
type syntaxFault struct {
	line int // from 1, in the text
	says string
}

// parse reads the first YAML document of a text, which is all that the
// providers read. The root is nil if the document holds nothing.
func parse(text string) (root *yaml.Node, fault *syntaxFault) {
	defer func() {
		// The library reports its own errors as such; this is for its faults.
		if cause := recover(); cause != nil {
			root, fault = nil, &syntaxFault{line: 1, says: fmt.Sprintf("yaml: %v", cause)}
		}
	}()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		_, line := manifest.SyntaxFault(text, err)
		return nil, &syntaxFault{line: line, says: err.Error()}
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		return nil, nil
	}
	return document.Content[0], nil
}
