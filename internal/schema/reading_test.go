package schema

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	kubernetes "sigs.k8s.io/yaml"
)

// TestReadAgreesWithKubernetes compares with the library that kubectl uses.
func TestReadAgreesWithKubernetes(t *testing.T) {
	t.Parallel()
	scalars := []string{
		"77e12", "12e45678", "0x1F", "1_000", "010", "0o10", "08", "0b11", "-010", "+1", "-0", "1:30", "190:20:30",
		"yes", "y", "Y", "n", "No", "on", "Off", "True", "false", "yEs", "~", "null", "Null", "", "1.0", "1.10", ".5", "1e-3",
		"1E3", "12e400", "18446744073709551615", "123456789012345678901234567890", "2001-01-01", "2001-01-01T00:00:00Z",
		"=", "0x", "4e2a", "1,000", "'yes'", `"010"`, "!!str 5", "!!int '5'", "!!bool 'true'", "!!bool yes", "!!bool Off", "text", "1e21",
	}
	for _, text := range scalars {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			converted, err := kubernetes.YAMLToJSON([]byte("a: " + text + "\n"))
			require.NoError(t, err)
			var want map[string]any
			require.NoError(t, json.Unmarshal(converted, &want))
			var raw map[string]json.RawMessage
			require.NoError(t, json.Unmarshal(converted, &raw))

			got := Read(parse(t, "a: "+text+"\n").Content[1])
			switch value := want["a"].(type) {
			case string:
				assert.Equal(t, Reading{Type: "string", Text: value, value: value}, got)
			case bool:
				assert.Equal(t, "boolean", got.Type)
				assert.Equal(t, string(raw["a"]), got.Text)
			case float64:
				assert.Equal(t, "number", got.Type)
				assert.Equal(t, string(raw["a"]), got.Text)
			default:
				assert.Equal(t, "null", got.Type)
			}
		})
	}
}

func TestReadOtherTypes(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "list", Read(parse(t, "[a]")).Type)
	assert.Equal(t, "map", Read(parse(t, "{a: b}")).Type)
	assert.Equal(t, "null", Read(nil).Type)
	assert.Equal(t, "string", Read(parse(t, "!!int five")).Type)
	assert.Equal(t, "number", Read(parse(t, ".nan")).Type)
	assert.Equal(t, "true", Read(parse(t, "[&a on, *a]").Content[1]).Text)
}
