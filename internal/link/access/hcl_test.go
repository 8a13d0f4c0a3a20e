package access

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

func TestHCLPlaces(t *testing.T) {
	t.Parallel()
	const data = "# é\r\npath \"secret/e\u0301/👩‍👩‍👧\" {\r\n  capabilities = [\"list\", \"read\"]\r\n}"
	root, fault := readHCL(data)
	require.Nil(t, fault)
	require.Len(t, root.members, 1)
	entry := root.members[0].value.members[0]
	text := func(start, end int) string { return data[start:end] }
	assert.Equal(t, "path", text(root.members[0].start, root.members[0].end))
	assert.Equal(t, "\"secret/e\u0301/👩‍👩‍👧\"", text(entry.start, entry.end))
	assert.True(t, strings.HasPrefix(text(entry.value.start, entry.value.end), "{\r\n"))
	assert.Equal(t, byte('}'), data[entry.value.end-1])
	held := entry.value.members[0]
	assert.Equal(t, "capabilities", text(held.start, held.end))
	assert.Equal(t, `["list", "read"]`, text(held.value.start, held.value.end))

	// Columns count code points, of which the last letter alone has five.
	span := manifest.NewFile("p.hcl", []byte(data)).Span(entry.start, entry.end)
	assert.Equal(t, []int{2, 6, 2, 23}, []int{span.Start.Line, span.Start.Column, span.End.Line, span.End.Column})
}

func TestHCLValues(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		capabilities string
		want         []string
		open         bool
	}{
		"none":         {`[]`, nil, false},
		"strings":      {`["read", "list",]`, []string{"read", "list"}, false},
		"escape":       {`["re\u0061d"]`, []string{"read"}, false},
		"heredoc":      {"<<X\nread\nX", []string{"read\n"}, false},
		"variable":     {`[var.read]`, []string{""}, true},
		"template":     {`["${a}"]`, []string{""}, true},
		"whole":        {`concat(["read"], ["list"])`, []string{""}, true},
		"number":       {`[1]`, []string{""}, true},
		"vault's mark": {`["{{read}}"]`, []string{"{{read}}"}, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := Parse("p.hcl", []byte("path \"a\" {\n  capabilities = "+test.capabilities+"\n}\n"))
			require.NoError(t, err)
			require.Empty(t, f.Fault())
			require.Len(t, f.rules, 1)
			assert.Equal(t, test.want, f.rules[0].capabilities)
			assert.Equal(t, test.open, f.rules[0].open)
		})
	}
}

// A file that is not read as a whole still says whose it is.
func TestHCLFaults(t *testing.T) {
	t.Parallel()
	const read = `capabilities = ["read"]`
	tests := map[string]struct {
		data  string
		fault string
		paths []string
	}{
		"block":             {"path \"a\" {\n  " + read + "\n", "line 1: unclosed configuration block", []string{"a"}},
		"block, then one":   {"path \"a\" {\n  " + read + "\n\npath \"b\" {\n  " + read + "\n}\n", "line 1: unclosed configuration block", []string{"a", "b"}},
		"list":              {"path \"a\" {\n  capabilities = [\"read\"\n}\npath \"b\" {\n  " + read + "\n}\n", "line 3: missing item separator", []string{"a", "b"}},
		"comment":           {"# path \"c\" {}\npath \"a\" {\n", "line 2: unclosed configuration block", []string{"a"}},
		"string":            {"path \"a {\n  " + read + "\n}\npath \"b\" {\n  " + read + "\n}\n", "line 1: invalid multi-line string", nil},
		"two on a line":     {`path "a" { ` + read + `, max_wrapping_ttl = "1h" }`, "line 1: invalid single-argument block definition", []string{"a"}},
		"blocks on a line":  {`path "a" { ` + read + ` } path "b" { ` + read + ` }`, "line 1: missing newline after block definition", []string{"a", "b"}},
		"key in quotes":     {`"path" "a" { ` + read + ` }`, "line 1: invalid argument name", nil},
		"no label":          {`path { ` + read + ` }`, "", nil},
		"nested beyond all": {"path \"a\" {\n x = " + strings.Repeat("[", maxDepth+1) + "\n}", "line 2: it is nested too deep, or too long, for a policy", []string{"a"}},
		"heredoc":           {"path \"a\" {\n}\nx = <<X\n" + strings.Repeat("y\n", maxCostly+1) + "X\n", "line 10004: it is nested too deep, or too long, for a policy", []string{"a"}},
		"operators":         {"path \"a\" {\n x = " + strings.Repeat("!", maxCostly+1) + "y\n}", "line 2: it is nested too deep, or too long, for a policy", []string{"a"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := &File{source: manifest.NewFile("p.hcl", []byte(test.data))}
			var root value
			root, f.fault = readHCL(f.source.Text)
			f.addRules(&root)
			assert.Equal(t, test.fault, f.Fault())
			var paths []string
			for _, r := range f.rules {
				paths = append(paths, r.path.text)
			}
			assert.Equal(t, test.paths, paths)
		})
	}
}

func TestJSONFaultNamesTheWholeCharacter(t *testing.T) {
	t.Parallel()
	f, err := Parse("p.json", []byte("{\n  \u201cStatement\u201d: [],\n  \"path\": {\"secret/data/a\": {}}\n}"))
	require.NoError(t, err)
	assert.Equal(t, "line 2: there is a stray \u201c", f.Fault())
}

func TestTemplatesAreNotChecked(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`path "secret/data/${app}" { capabilities = ["read"] }`,
		"%{ for a in apps }\npath \"a\" { capabilities = [\"read\"] }\n%{ endfor }",
		"{{ range .paths }}\npath \"a\" { capabilities = [\"read\"] }\n{{ end }}",
	} {
		f, err := Parse("p.hcl", []byte(data))
		assert.Nil(t, f, data)
		assert.ErrorContains(t, err, "template", data)
	}
}
