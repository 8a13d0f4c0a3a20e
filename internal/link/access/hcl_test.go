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
