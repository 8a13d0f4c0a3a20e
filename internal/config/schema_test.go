package config

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

const schemaPath = "../../schemas/mxlint.json"

// The schema for editors and the decoder describe the same language.
func TestSchemaListsTheFieldsOfTheDecoder(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(schemaPath)
	require.NoError(t, err)
	var root map[string]any
	require.NoError(t, json.Unmarshal(data, &root))
	assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", root["$schema"])
	w := walker{t: t, defs: root["$defs"].(map[string]any)}
	w.walk("", root, new(Config).fields())
}

type walker struct {
	t    *testing.T
	defs map[string]any
}

func (w walker) resolve(node map[string]any) map[string]any {
	if ref, ok := node["$ref"].(string); ok {
		return w.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	return node
}

func (w walker) walk(at string, node map[string]any, s shape) {
	w.t.Helper()
	assert.NotEmpty(w.t, node["description"], "%s: every place is described", at)
	node = w.resolve(node)
	switch {
	case s.single:
		choices := node["anyOf"].([]any)
		w.walkBare(at, choices[0].(map[string]any), s.items())
		w.walkBare(at+"[]", choices[1].(map[string]any)["items"].(map[string]any), s.items())
	case s.items != nil:
		assert.Contains(w.t, node["type"], "array", at)
		w.walkBare(at+"[]", node["items"].(map[string]any), s.items())
	case s.values != nil:
		assert.Contains(w.t, node["type"], "object", at)
		key := &yaml.Node{Kind: yaml.ScalarNode, Value: "any"}
		w.walkBare(at+"{}", node["additionalProperties"].(map[string]any), s.values(key))
	case s.scalar != nil:
		w.scalar(at, node, s)
	default:
		w.object(at, node, s)
	}
}

// walkBare is like walk for a node that is described by its parent.
func (w walker) walkBare(at string, node map[string]any, s shape) {
	w.t.Helper()
	described := map[string]any{"description": "by its field"}
	for key, value := range node {
		described[key] = value
	}
	w.walk(at, described, s)
}

func (w walker) object(at string, node map[string]any, s shape) {
	w.t.Helper()
	assert.Equal(w.t, false, node["additionalProperties"], at)
	properties := node["properties"].(map[string]any)
	var names, required []string
	for name := range properties {
		names = append(names, name)
	}
	if list, ok := node["required"].([]any); ok {
		for _, name := range list {
			required = append(required, name.(string))
		}
	}
	assert.ElementsMatch(w.t, s.names(), names, at)
	assert.ElementsMatch(w.t, s.required, required, at)
	for _, f := range s.fields {
		if property, ok := properties[f.name].(map[string]any); ok {
			w.walk(at+"/"+f.name, property, f.shape)
		}
	}
}

func (w walker) scalar(at string, node map[string]any, s shape) {
	w.t.Helper()
	if s.enum != nil {
		var words []string
		for _, word := range node["enum"].([]any) {
			if text, ok := word.(string); ok {
				words = append(words, text)
			}
		}
		assert.ElementsMatch(w.t, s.enum, words, at)
		return
	}
	types, _ := json.Marshal(node["type"])
	for tag, name := range map[string]string{yaml.NodeTagBool: "boolean", yaml.NodeTagString: "string", yaml.NodeTagFloat: "number"} {
		assert.Equal(w.t, slices.Contains(s.tags, tag), strings.Contains(string(types), name), "%s: %s", at, name)
	}
}

// Schema and decoder agree not only on shapes but also on verdicts.
func TestSchemaAcceptsWhatTheDecoderAccepts(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(schemaPath)
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("mxlint.json", bytes.NewReader(data)))
	schema, err := compiler.Compile("mxlint.json")
	require.NoError(t, err)
	for content, good := range map[string]bool{
		strings.ReplaceAll(fullConfig, "until: 2031-01-31", `until: "2031-01-31"`): true,
		"": true, "rules:\nexclude:\n": true, "operatorVersion: [2.9, 2.17.0]\n": true, "vault: {mounts: {a: 2, b: other}}\n": true,
		"failon: error\n": false, "failOn: off\n": false, "failOn:\n": false, "rules: {keys/unknown: loud}\n": false, "exclude: a\n": false, "exclude: [/a]\n": false,
		"overrides: [{rules: {keys/unknown: off}}]\n": false, "overrides: [{paths: [a]}]\n": false, "overrides: [{paths: [], database: sqlserver}]\n": false,
		"overrides: [{paths: [a], rules: {}}]\n": false, "overrides: [{environments: [a], database: sqlserver}]\n": true,
		"external: [{name: a}]\n": false, "external: [{kind: Pod, name: a}]\n": false, "operatorVersion: latest\n": false,
		"vault: {mounts: {a: 3}}\n": false, "helm: {enabled: yes please}\n": false, "helm: {set: [a]}\n": false, "policies: ['']\n": false,
		"external: [{kind: MendixApp, name: a, until: soon}]\n": false, "helm: {charts: {a: {charts: {}}}}\n": false, "- a\n": false,
	} {
		_, err := load(t, content)
		assert.Equal(t, good, err == nil, "decoder: %q: %v", content, err)
		var value any
		require.NoError(t, yaml.Unmarshal([]byte(content), &value))
		err = schema.Validate(value)
		assert.Equal(t, good, err == nil, "schema: %q: %v", content, err)
	}
}
