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
		"string":       {`"read"`, []string{"read"}, false},
		"octal":        {`["\162ead"]`, []string{"read"}, false},
		"heredoc":      {"<<X\nread\nX", []string{"read\n"}, false},
		"indented":     {"<<-X\n    read\n    X", []string{"read\n"}, false},
		"heredocs":     {"[<<X\nread\nX\n, <<Y\nlist\nY\n]", []string{"read\n", "list\n"}, false},
		"template":     {`["${a}"]`, []string{""}, true},
		"directive":    {`["%{if a}read%{endif}"]`, []string{""}, true},
		"in a heredoc": {"<<X\n${a}\nX", []string{""}, true},
		"number":       {`[1]`, []string{""}, true},
		"truth":        {`true`, []string{""}, true},
		"float":        {`-1.5e3`, []string{""}, true},
		"object":       {`{ read = true }`, []string{""}, true},
		"list":         {`[["read"]]`, []string{""}, true},
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
		"block":              {"path \"a\" {\n  " + read + "\n", "line 1: a block is not closed", []string{"a"}},
		"block, then one":    {"path \"a\" {\n  " + read + "\n\npath \"b\" {\n  " + read + "\n}\n", "line 1: a block is not closed", []string{"a", "b"}},
		"list":               {"path \"a\" {\n  capabilities = [\"read\"\n}\npath \"b\" {\n  " + read + "\n}\n", "line 2: a list is not closed", []string{"a", "b"}},
		"list at the end":    {"path \"a\" {\n}\nx = [\n", "line 3: a list is not closed", []string{"a"}},
		"list behind a list": {"path \"a\" {\n  capabilities = [\"read\"\n  mfa_methods = [\"x\"]\n}\n", "line 3: a comma is missing in a list", []string{"a"}},
		"comma":              {"path \"a\" {\n  capabilities = [\n    \"read\"\n    \"list\"\n  ]\n}", "line 4: a comma is missing in a list", []string{"a"}},
		"comment":            {"# path \"c\" {}\npath \"a\" {\n", "line 2: a block is not closed", []string{"a"}},
		"comment, open":      {"path \"a\" {}\n/* path \"b\" {}\n\n", "line 2: a comment is not closed", []string{"a"}},
		"string":             {"path \"a {\n  " + read + "\n}\npath \"b\" {\n  " + read + "\n}\n", "line 1: a string is not closed", []string{"b"}},
		"string, open":       {"path \"a\" {\n x = \"${\n\n}\n\n", "line 2: a string is not closed", []string{"a"}},
		"heredoc":            {"path \"a\" {\n x = <<X\n\nY\n}\n", "line 2: a heredoc is not closed", []string{"a"}},
		"anchor":             {"path \"a\" {\n x = <<\n}\n", "line 2: zero-length heredoc anchor", []string{"a"}},
		"half a heredoc":     {"path \"a\" {\n x = <a>\n}\n", "line 2: there is a stray <", []string{"a"}},
		"half a comment":     {"path \"a\" {\n x = 1 / 2\n}\n", "line 2: there is a stray /", []string{"a"}},
		"escape":             {"path \"a\" {\n x = \"\\q\"\n}\n", "line 2: an escape sequence is unknown", []string{"a"}},
		"escape of no byte":  {"path \"a\" {\n x = \"\\777\"\n}\n", "line 2: an escape sequence is unknown", []string{"a"}},
		"escape in a key":    {"path \"a\" {\n}\npath \"\\777\" {\n}\n", "line 3: an escape sequence is unknown", []string{"a"}},
		"semicolon":          {"path \"a\" {\n " + read + ";\n}\n", "line 2: a character is not allowed here", []string{"a"}},
		"encoding":           {"path \"a\" {\n # \xff\n}\n", "line 2: illegal UTF-8 encoding", []string{"a"}},
		"null":               {"path \"a\" {\n\x00}\n", "line 2: unexpected null character (0x00)", []string{"a"}},
		"octal number":       {"path \"a\" {\n x = 079\n}\n", "line 2: illegal octal number", []string{"a"}},
		"word":               {"path \"a\" {\n capabilities = read\n}\n", "line 2: a value is neither a string, a number, a list nor an object", []string{"a"}},
		"variable":           {"path \"a\" {\n capabilities = [var.read]\n}\n", "line 2: a list holds neither a string, a number, a list nor an object", []string{"a"}},
		"function":           {"path \"a\" {\n capabilities = concat([\"read\"], [\"list\"])\n}\n", "line 2: a value is neither a string, a number, a list nor an object", []string{"a"}},
		"no value":           {"path \"a\" {\n capabilities\n}\n", "line 3: a name is followed by neither \"=\" nor \"{\"", []string{"a"}},
		"half a value":       {"path \"a\" {\n capabilities =\n}\npath \"b\" {}", "line 2: a name has no value", []string{"a", "b"}},
		"no name":            {"path \"a\" {\n = 1\n}\n", "line 2: there is no name before \"=\"", []string{"a"}},
		"block without name": {"path \"a\" {}\n{\n}", "line 2: a block has no name", []string{"a"}},
		"brace":              {"path \"a\" {\n}\n}\n", "line 3: a name is expected here", []string{"a"}},
		"label and =":        {"path \"a\" = {\n}\n", "line 1: a block with a label takes no \"=\"", []string{"a"}},
		"in a list":          {"path \"a\" {\n x = [[{\n  é = {\n    = 1\n}}]]\n}\n", "line 4: there is no name before \"=\"", []string{"a"}},
		"lines of Windows":   {"path \"a\" {\r\n}\r\n\r\n=\r\n", "line 4: there is no name before \"=\"", []string{"a"}},
		"old lines":          {"path \"a\" {\r =\r}\r", "line 1: there is no name before \"=\"", []string{"a"}},
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
