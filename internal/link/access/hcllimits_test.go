package access

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const megabyte = 1 << 20

// TestHCLSizes holds the parser to a second and some for a file of the largest
// size that is read; a machine with other work to do is given more.
func TestHCLSizes(t *testing.T) {
	t.Parallel()
	many := func(piece string) string { return strings.Repeat(piece, megabyte/len(piece)) }
	for name, data := range map[string]string{
		"lists":            "a = " + many("["),
		"braces":           many("{"),
		"blocks":           many("a{"),
		"labels":           many("a "),
		"label and block":  many("a ") + "{}",
		"closing braces":   many("}"),
		"ends by accident": many("x{a{b=}}"),
		"heredoc":          "a = <<X\n" + many("y") + "\nX\n",
		"heredoc of lines": "a = <<X\n" + many("y\n") + "X\n",
		"heredoc of space": "a = <<XX\n" + many(" \t") + "\nX\n",
		"anchor":           "a = <<" + many("X") + "\n\n",
		"anchors":          "a = <<" + strings.Repeat("X", megabyte/2) + "\n" + strings.Repeat("X", megabyte/2) + "\n",
		"heredocs":         many("a=<<A\nA\n"),
		"marks":            "#" + many("<"),
		"open heredocs":    many("a=<<A\n"),
		"comments":         many("#\n"),
		"comments in line": many("/**/"),
		"comment":          "/*" + many("\n"),
		"paths":            many("path \"a\" {}\n"),
		"short paths":      many("path a{}"),
		"assignments":      many("a=1\n"),
		"items":            "a = [" + many("1,") + "]",
		"string":           "a = \"" + many("$") + "\"",
		"escapes":          "a = \"" + many(`\n`) + "\"",
		"open strings":     many("\"\n"),
		"open template":    "a = \"${" + many("{"),
		"no characters":    many("\x80"),
		"no meaning":       many("`"),
		"line breaks":      many("\r\n"),
		"nested error":     "a = " + strings.Repeat("[", maxDepth) + "{" + many("a ") + "}",
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, _ = readHCL(data)
			took := time.Since(began)
			t.Log(took)
			assert.Less(t, took, 10*time.Second)
		})
	}
}

func TestHCLLimits(t *testing.T) {
	t.Parallel()
	const beyond = "it is nested too deep, or too long, for a policy"
	deep := strings.Repeat("[", maxDepth-1)
	for name, test := range map[string]struct {
		data  string
		fault bool
	}{
		"deep":                  {"path \"a\" {\n x = " + deep + strings.Repeat("]", maxDepth-1) + "\n}", false},
		"too deep":              {"path \"a\" {\n x = " + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth) + "\n}", true},
		"blocks":                {strings.Repeat("a {", maxDepth+1) + "path \"a\"", true},
		"a block after another": {"path \"a\" {}" + strings.Repeat("x { y {} z = [] }", maxDepth+1), false},
		// Each adds one to the depth: the brace behind "=" ends nothing.
		"ends by accident":  {"path \"a\" {}" + strings.Repeat("x { y { z = } }", maxDepth+1), true},
		"in comments":       {"path \"a\" {}\n#" + strings.Repeat("{", maxDepth+1), false},
		"in strings":        {"path \"a\" { x = \"" + strings.Repeat("{", maxDepth+1) + "\" }", false},
		"too long":          {"path \"a\" {}" + strings.Repeat("x=1\n", maxCost/2), true},
		"mark":              {"path \"a\" {}\nx = <<" + strings.Repeat("X", maxMark) + "\n", true},
		"mark that is none": {"path \"a\" {}\n# <<" + strings.Repeat("X ", maxMark) + "\n", false},
		"heredocs":          {"path \"a\" {}\n" + strings.Repeat("x=<<X\nX\n", maxCost/heredocCost), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, f := readHCL(test.data)
			require.NotEmpty(t, root.members)
			if !test.fault {
				assert.Nil(t, f)
				return
			}
			require.NotNil(t, f)
			assert.Equal(t, beyond, f.message)
			assert.Equal(t, "path", root.members[0].key)
		})
	}
}
