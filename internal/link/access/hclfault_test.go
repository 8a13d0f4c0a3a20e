package access

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/manifest"
)

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
