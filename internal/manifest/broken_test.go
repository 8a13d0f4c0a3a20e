package manifest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The line of a fault is marked with "@", which is removed from the text.
func TestBrokenLine(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a value with a colon":       "a: 1\n@b: c: d\ne: 2\n",
		"a tab in the indentation":   "a:\n  b: 1\n@\tc: 2\nd: 3\n",
		"too little indentation":     "a:\n    b: 1\n@  c: 2\nd: 3\n",
		"too much indentation":       "a: 1\n@  b: 2\nc: 3\n",
		"a list item among keys":     "a: 1\n@- b\nc: 3\n",
		"a missing colon":            "a: 1\n@b\nc: 3\n",
		"a missing blank":            "a: 1\n@b:2\nc: 3\n",
		"a bracket too much":         "a: 1\n@b: [1]]\nc: 3\n",
		"text behind a quote":        "a: 1\n@b: \"c\" d\ne: 3\n",
		"an unknown escape":          "a: 1\n@b: \"\\d\"\nc: 3\n",
		"a percent sign":             "a: 1\n@b: %c\nd: 3\n",
		"an at sign":                 "a: 1\n@b: \u0040c\nd: 3\n",
		"a backquote":                "a: 1\n@b: `c`\nd: 3\n",
		"an unknown alias":           "a: 1\n@b: *c\nd: 3\n",
		"a block scalar with text":   "a: 1\n@b: | c\n  d\ne: 3\n",
		"behind comments and blanks": "a: 1\n\n# c\n\n@b: c: d\n",
		"CRLF":                       "a: 1\r\n@b: c: d\r\ne: 2\r\n",
		"in a deep mapping":          "a:\n  b:\n    c: 1\n@    d: e: f\n    g: 1\nh: 1\n",
		"a conflict of a merge":      "a: 1\n@<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := strings.Index(text, "@")
			line := 1 + strings.Count(text[:at], "\n")
			plain := text[:at] + text[at+1:]
			for _, before := range []string{"", "kind: A\n---\n", strings.Repeat("x: y\n---\n", 40)} {
				file := Decode("a.yaml", []byte(before+plain), DefaultLimits(), nil)
				require.Len(t, file.Broken, 1, "%q", plain)
				assert.Equal(t, line+strings.Count(before, "\n"), file.Broken[0].At.Line, "%q: %s", plain, file.Broken[0].Message)
				assert.NotContains(t, file.Broken[0].Message, "yaml:")
				assert.NotRegexp(t, `line \d`, file.Broken[0].Message)
			}
		})
	}
}

// Nobody can point closer than at the opening quote or bracket.
func TestBrokenWithoutEnd(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"a: 1\nb: \"c\nd: 3\n", "a: 1\nb: 'c\nd: 3\n", "a: 1\nb: {c: 1\n", "a: 1\nb: [1, 2\nc: 3\nd: 4\n"} {
		file := Decode("a.yaml", []byte(text), DefaultLimits(), nil)
		require.Len(t, file.Broken, 1)
		assert.GreaterOrEqual(t, file.Broken[0].At.Line, 2, "%q", text)
	}
}

func TestBrokenJSON(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{\"a\": 1,\n \"b\": }":        "",
		"{\"a\": 1\n \"b\": 2}":        "2:2",
		"{\"a\": [1, 2}\n":             "1:12",
		"{\"ä\": \"ü\" x}":             "1:11",
		"{\n  \"a\": \"b\",\n}\n":      "",
		"{\"a\": 1}\n{\"b\": \"\\q\"}": "2:9",
	} {
		file := Decode("a.json", []byte(text), DefaultLimits(), nil)
		got := ""
		if len(file.Broken) > 0 {
			got = fmt.Sprintf("%d:%d", file.Broken[0].At.Line, file.Broken[0].At.Column)
		}
		assert.Equal(t, want, got, "%q", text)
	}
}

func TestTemplates(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text     string
		mark     string // the position of a template in place of structure, "" for none
		document bool   // whether it parses nonetheless
	}{
		"a value in quotes":        {"kind: A\nname: \"{{ .x }}\"\n", "", true},
		"a value within a word":    {"kind: A\nname: a-{{ .x }}-b\n", "", true},
		"a variable":               {"kind: A\nname: ${NAME}\n", "", true},
		"a value without quotes":   {"kind: A\nname: {{ .x }}\n", "2:7", true},
		"a list entry":             {"kind: A\nnames:\n- {{ .x }}\n", "3:3", true},
		"control alone on lines":   {"kind: A\n{{- if .x }}\nname: b\n{{- end }}\n", "2:1", false},
		"an include, then a value": {"kind: A\nlabels: {{ include \"x\" . | nindent 4 }}\nname: b\n", "2:9", true},
		"two expressions":          {"kind: A\nname: {{ .x }}-{{ .y }}\n", "2:7", false},
		"in a comment only":        {"kind: A\n# {{ .x }}\nname: b: c\n", "", false},
		"broken for other reasons": {"kind: A\nname: \"{{ .x }}\"\nb: c: d\n", "", false},
		"JSON in JSON":             {`{"kind": "A", "x": {"y": {}}}`, "", true},
		"a flow mapping":           {"kind: A\nx: {y: {z: 1}}\n", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := Decode("a.yaml", []byte(c.text), DefaultLimits(), nil)
			got := ""
			if c.document {
				require.Len(t, file.Docs, 1)
				if mark := file.Docs[0].Template; mark != nil {
					got = fmt.Sprintf("%d:%d", mark.Line, mark.Column)
				}
			} else {
				require.Len(t, file.Broken, 1)
				if broken := file.Broken[0]; broken.Templated {
					got = fmt.Sprintf("%d:%d", broken.Mark.Line, broken.Mark.Column)
				}
			}
			assert.Equal(t, c.mark, got)
		})
	}
}
