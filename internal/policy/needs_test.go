package policy

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// TestNeeds parses the needs of every rule as YAML, and checks each against the schema
// of the input: a misspelled one would always exclude the rule.
func TestNeeds(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(rules.FS, "*/*/rule.rego")
	require.NoError(t, err)
	count := 0
	for _, name := range names {
		text, err := fs.ReadFile(rules.FS, name)
		require.NoError(t, err)
		var written struct {
			Custom struct{ Needs []string }
		}
		require.NoError(t, yaml.Unmarshal([]byte(metadataBlock(string(text))), &written), name)
		var read []string
		for _, need := range readNeeds(string(text)) {
			fact := strings.Join(need.path, ".")
			switch {
			case need.differs:
				fact += " != " + need.text
			case need.text != "":
				fact += " == " + need.text
			}
			read = append(read, fact)
			assert.True(t, inSchema(t, need.path), "%s needs %q, which the input does not have", name, fact)
			count++
		}
		assert.Equal(t, written.Custom.Needs, read, name)
	}
	assert.Greater(t, count, 40)
	assert.False(t, inSchema(t, []string{"versions", "operatros"}))
}

// inSchema reports whether the schema of the input has a path of keys.
func inSchema(t *testing.T, path []string) bool {
	t.Helper()
	data, err := fs.ReadFile(schemas.FS, "input.json")
	require.NoError(t, err)
	var root map[string]any
	require.NoError(t, json.Unmarshal(data, &root))
	at := root["$defs"].(map[string]any)["Subject"].(map[string]any)
	for _, key := range path {
		at = resolved(root, at)
		for at["items"] != nil {
			at = resolved(root, at["items"].(map[string]any))
		}
		properties, _ := at["properties"].(map[string]any)
		next, known := properties[key].(map[string]any)
		if !known {
			return false
		}
		at = next
	}
	return true
}

func resolved(root, at map[string]any) map[string]any {
	if ref, is := at["$ref"].(string); is {
		definitions := root["$defs"].(map[string]any)
		return definitions[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	return at
}

func TestMet(t *testing.T) {
	t.Parallel()
	subject := &link.Subject{Environment: link.Environment{
		Provider: "vault", Objects: []link.Object{{}, {PinnedBy: []string{"secretPath"}}}, Storage: "s3",
		MountedFiles: []link.MountedFile{{Duplicate: -1}, {Duplicate: -1}},
	}}
	input := new(Inputs).Of(subject)
	for text, want := range map[string]bool{
		"severity: error":                       true,
		"needs: [provider == vault]":            true,
		"needs: [provider == aws]":              false,
		"needs: [objects.pinnedBy]":             true,
		"needs: [objects.refused]":              false,
		"needs: [storage, objects]":             true,
		"needs: [storage, broken]":              false,
		"needs: [resources.app.settings]":       false,
		"needs: [objects, provider == aws]":     false,
		"needs: [provider != vault]":            false,
		"needs: [provider != aws]":              true,
		"needs: [resources.app.id != a]":        false,
		"needs: [mountedFiles.duplicate != -1]": false,
		"needs: [mountedFiles.duplicate == -1]": true,
	} {
		needs := readNeeds("# METADATA\n#   " + text + "\n")
		assert.Equal(t, want, meets(needs, input), text)
	}
}
