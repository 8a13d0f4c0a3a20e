package provider

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func loadTables(tb testing.TB) *Tables {
	tb.Helper()
	data, err := os.ReadFile("../../../policies/data/providers.yaml")
	require.NoError(tb, err)
	tables, err := LoadTables(data)
	require.NoError(tb, err)
	return tables
}

// A parameter or field that a provider learns to read takes one row.
func TestRowIsEnough(t *testing.T) {
	t.Parallel()
	const old = `vault: {parameters: [{name: roleName, required: true}, {name: objects}], fields: [{name: objectName}, {name: secretPath}]}`
	const grown = `vault: {parameters: [{name: roleName, required: true}, {name: objects}, {name: lease, form: boolean}], fields: [{name: objectName}, {name: secretPath}, {name: ttl}]}`
	parameters := []Parameter{
		{Name: "roleName", Value: "orders"}, {Name: "lease", Value: "yes"},
		{Name: "objects", Value: "- objectName: a\n  secretPath: b\n  ttl: 5\n"},
	}
	for text, want := range map[string][]string{
		old:   {"tolerated unknown-parameter /lease", "tolerated unknown-object-field /objects!/0/ttl"},
		grown: {"refused parameter /lease"},
	} {
		tables, err := LoadTables([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, want, summary(Decode("vault", parameters, tables)))
	}
}

func TestLoadTablesRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"an unknown attribute": `vault: {parameters: [{name: a, must: true}]}`,
		"an unknown form":      `vault: {parameters: [{name: a, form: colour}]}`,
		"a row without name":   `vault: {fields: [{name: a, fields: [{form: octal}]}]}`,
		"no YAML":              `vault: [`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := LoadTables([]byte(text))
			require.ErrorContains(t, err, "reading the table of provider")
		})
	}
}

func TestUnknownProvider(t *testing.T) {
	t.Parallel()
	assert.Equal(t, &Result{Parameters: map[string]Field{}}, Decode("gcp", []Parameter{{Name: "secrets", Value: "[]"}}, loadTables(t)))
}

// summary returns one line per problem: its effect, kind and pointer.
func summary(r *Result) []string {
	var lines []string
	for _, p := range r.Problems {
		outcome := "refused"
		if p.Tolerated {
			outcome = "tolerated"
		}
		lines = append(lines, outcome+" "+string(p.Kind)+" "+string(p.Pointer))
	}
	return lines
}
