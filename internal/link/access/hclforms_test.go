package access

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHCLForms has what Vault takes, and HCL 2 would not in every case; each
// grants read on a.
func TestHCLForms(t *testing.T) {
	t.Parallel()
	const read = `capabilities = ["read"]`
	for name, data := range map[string]string{
		"plain":               "path \"a\" {\n  " + read + "\n}\n",
		"brace on its own":    "path \"a\"\n{\n  " + read + "\n}\n",
		"one line":            `path "a" { ` + read + ` }`,
		"two arguments":       `path "a" { ` + read + ` max_wrapping_ttl = "1h" }`,
		"two and a comma":     `path "a" { ` + read + `, max_wrapping_ttl = "1h" }`,
		"two blocks":          `path "b" {} path "a" { ` + read + ` }`,
		"blocks and a comma":  `path "b" {}, path "a" { ` + read + ` }`,
		"no space":            `path"a"{capabilities=["read"]}`,
		"closing on the line": "path \"a\" {\n  " + read + " }\n",
		"key in quotes":       `path "a" { "capabilities" = ["read"] }`,
		"path in quotes":      `"path" "a" { ` + read + ` }`,
		"path as a word":      `path a { ` + read + ` }`,
		"two labels":          `path "a" "b" { ` + read + ` }`,
		"block as argument":   `path "a" { ` + read + ` allowed_parameters = { "*" = [] } }`,
		"control group":       "path \"a\" {\n  " + read + "\n  control_group = { factor \"x\" { identity { group_names = [\"g\"] approvals = 1 } } }\n}",
		"comma first":         "path \"a\" {\n  capabilities = [\n    \"list\"\n  , \"read\" ]\n}\n",
		"comma last":          "path \"a\" {\n  capabilities = [\n    \"read\",\n  ]\n}\n",
		"comments":            "# x {\n// [ \"\npath /* { */ \"a\" { # }\n  " + read + " // ]\n}\n/*\n*/",
		"comment at the end":  `path "a" { ` + read + ` } # x`,
		"capabilities twice":  "path \"a\" {\n  capabilities = [\"list\"]\n  " + read + "\n}",
		"path twice":          "path \"a\" {\n  capabilities = [\"list\"]\n}\npath \"a\" {\n  " + read + "\n}",
		"old style":           "name = \"x\"\npath \"a\" {\n  policy = \"read\"\n}\n",
		"lines of Windows":    "path \"a\"\r\n{\r\n  # x\r\n  capabilities = [\r\n    \"read\",\r\n  ]\r\n}\r\n",
		"mark of the order":   "\ufeffpath \"a\" {\n  " + read + "\n}\n",
		"template elsewhere":  "path \"a\" {\n  " + read + "\n  denied_parameters = { \"x\" = [\"${b}\"] \"${c}\" = [] }\n}",
		"Vault's template":    "path \"b/{{identity.entity.id}}\" {}\npath \"a\" {\n  " + read + "\n}",
		"an end by accident":  `path "b" { x = } } path "a" { ` + read + ` }`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := Parse("p.hcl", []byte(data))
			require.NoError(t, err)
			require.Empty(t, f.Fault())
			var granted []string
			for _, r := range f.rules {
				if r.path.text == "a" && !r.open {
					granted = append(granted, r.capabilities...)
				}
			}
			assert.Contains(t, granted, "read")
		})
	}
}

// Vault takes them for rules of the path "path", which grant nothing else.
func TestHCLPathsWithoutName(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`path { capabilities = ["read"] }`,
		`path = { "a" = { capabilities = ["read"] } }`,
		`path = [{ "a" = { capabilities = ["read"] } }]`,
		`path = "a"`,
	} {
		f, err := Parse("p.hcl", []byte(data))
		assert.NoError(t, err)
		assert.Nil(t, f, data)
	}
}

// The parser counts a line break of Windows as one character.
func TestHCLPlacesOfWindows(t *testing.T) {
	t.Parallel()
	const data = "\r\r\n# é\r\n\r\n\"path\"\r\n\"a\\u00e9\" {\r\n  x = <<X\r\ny\r\nX\r\n  capabilities = [\r\n\"read\"\r\n]\r\n}\r\n"
	root, fault := readHCL(data)
	require.Nil(t, fault)
	require.Len(t, root.members, 1)
	assert.Equal(t, `"path"`, data[root.members[0].start:root.members[0].end])
	entry := root.members[0].value.members[0]
	assert.Equal(t, "aé", entry.key)
	assert.Equal(t, `"a\u00e9"`, data[entry.start:entry.end])
	assert.True(t, strings.HasSuffix(data[:entry.value.end], "]\r\n}"))
	heredoc, list := entry.value.members[0].value, entry.value.members[1].value
	assert.Equal(t, "<<X\r\ny\r\nX\r\n", data[heredoc.start:heredoc.end])
	assert.Equal(t, "y\n", heredoc.text)
	assert.Equal(t, "[\r\n\"read\"\r\n]", data[list.start:list.end])
	assert.Equal(t, `"read"`, data[list.items[0].start:list.items[0].end])
}
