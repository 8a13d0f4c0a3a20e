package schema

import (
	"strconv"
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/schemas"
)

// FuzzCheck checks any mapping against every kind: no panic, one line per
// message, and every path leads to a node, through aliases, merges and repeated
// keys.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		app("  replicas: \"1\"\n  runtime: {dtapMode: p, allowOverrideSecretsWithSecretStoreCSIDriver: true}\n"),
		class("  objects: x\n  parameters: {a: on, secretObjects: [{a: b}]}\n  paramaters: 1\n"),
		account("  name: &n 77e12\n  namespace: *n\n  labels: {<<: [{a: 1}, {b: y}], a/b: ~, a/b: 1}\n"),
		"metadata: &m {name: a, <<: {labels: {x!~: 1}}}\nspec: *m\n? [a]\n: b\n",
		"a: &a [*a]\n", "spec: {replicas: {{ x }}, tls: [.inf, .nan]}\n", "<<: {metadata: {name: \"\\e\\n\"}}\n",
	} {
		f.Add(seed)
	}
	shapes := New(schemas.FS)
	f.Fuzz(func(t *testing.T, text string) {
		var node yaml.Node
		if yaml.Unmarshal([]byte(text), &node) != nil || len(node.Content) == 0 || node.Content[0].Kind != yaml.MappingNode {
			t.Skip()
		}
		for _, kind := range []string{mendixApp, serviceAccount, secretProviderClass} {
			facts, err := shapes.Check(kind, node.Content[0])
			if err != nil {
				continue
			}
			for _, path := range paths(facts) {
				if !leads(node.Content[0], path) {
					t.Errorf("%s: nothing is at %q", kind, path)
				}
			}
			for _, violation := range facts.Violations {
				if strings.ContainsAny(violation.Message, "\n\r\x1b") {
					t.Errorf("message %q", violation.Message)
				}
			}
		}
	})
}

func paths(facts Facts) []manifest.Path {
	var all []manifest.Path
	for _, fact := range facts.Violations {
		all = append(all, fact.Path)
	}
	for _, fact := range facts.UnknownFields {
		all = append(all, fact.Path)
	}
	for _, fact := range facts.NonStrings {
		all = append(all, fact.Path)
	}
	for _, fact := range facts.Duplicates {
		all = append(all, fact.Path, fact.First)
	}
	return all
}

// leads follows a path as defined in package manifest.
func leads(node *yaml.Node, path manifest.Path) bool {
	if path == "" {
		return true
	}
	for segment := range strings.SplitSeq(strings.TrimPrefix(string(path), "/"), "/") {
		if node = step(manifest.Resolve(node), segment); node == nil {
			return false
		}
	}
	return true
}

func step(node *yaml.Node, segment string) *yaml.Node {
	if node == nil {
		return nil
	}
	if node.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(segment); err == nil && i < len(node.Content) {
			return node.Content[i]
		}
		return nil
	}
	name, occurrence, repeated := strings.Cut(segment, "~2")
	nth := 1
	if repeated {
		nth, _ = strconv.Atoi(occurrence)
	}
	name = strings.NewReplacer("~3", "!", "~1", "/", "~0", "~").Replace(name)
	for i := 0; i+1 < len(node.Content); i += 2 {
		if key := manifest.Resolve(node.Content[i]); key != nil && key.Kind == yaml.ScalarNode && key.Value == name {
			if nth--; nth == 0 {
				return node.Content[i+1]
			}
		}
	}
	if node.Kind == yaml.MappingNode && !repeated {
		for _, e := range entries(node) {
			if e.name == name {
				return e.value
			}
		}
	}
	return nil
}
