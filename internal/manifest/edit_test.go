package manifest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// edited applies operations to the first document of a file.
func edited(t *testing.T, before string, ops ...Op) (string, error) {
	t.Helper()
	file := Decode("a.yaml", []byte(before), DefaultLimits(), nil)
	require.Empty(t, file.Broken)
	require.NotEmpty(t, file.Docs)
	edits, err := file.Docs[0].Edits(ops)
	if err != nil {
		require.Empty(t, edits)
		return "", err
	}
	after, err := Apply(file.Text, edits)
	require.NoError(t, err)
	return string(file.Encode(after)), nil
}

// editCase is a file before and after operations.
type editCase struct {
	name   string
	before string
	op     Op
	after  string
}

func runEditCases(t *testing.T, cases []editCase) {
	t.Helper()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			after, err := edited(t, tc.before, tc.op)
			require.NoError(t, err)
			assert.Equal(t, tc.after, after)
		})
	}
}

func TestEditSet(t *testing.T) {
	t.Parallel()
	set := func(value string) Op { return Op{Kind: OpSet, Path: "/a", Value: value} }
	runEditCases(t, []editCase{
		{"plain", "a:  x # c\nb: 1\n", set("secret/data/x"), "a:  secret/data/x # c\nb: 1\n"},
		{"plain needs quotes", "a: x\n", set("true"), "a: \"true\"\n"},
		{"plain, YAML 1.1 word", "a: x\n", set("on"), "a: \"on\"\n"},
		{"plain, colon", "a: x\n", set("b: c"), "a: \"b: c\"\n"},
		{"plain, several lines", "a: x\n  y\nb: 1\n", set("z"), "a: z\nb: 1\n"},
		{"plain in flow", "a: [x]\nb: 1\n", Op{Kind: OpSet, Path: "/a/0", Value: "p,q"}, "a: [\"p,q\"]\nb: 1\n"},
		{"number", "a: 1\n", set("two"), "a: two\n"},
		{"null", "a:\nb: 1\n", set("x"), "a: x\nb: 1\n"},
		{"null with comment", "a: # c\nb: 1\n", set("x"), "a: x # c\nb: 1\n"},
		{"tilde", "a: ~\n", set("x"), "a: x\n"},
		{"null entry", "a:\n-\n- b\n", Op{Kind: OpSet, Path: "/a/0", Value: "x"}, "a:\n- x\n- b\n"},
		{"single", "a: 'x' # c\n", set("it's"), "a: 'it''s' # c\n"},
		{"single, new line", "a: 'x'\n", set("b\nc"), "a: \"b\\nc\"\n"},
		{"double", "a: \"x\"\n", set("q\"\\\t\u0085ü"), "a: \"q\\\"\\\\\\t\\u0085ü\"\n"},
		{"anchor stays", "a: &x y\n", set("z"), "a: &x z\n"},
		{"literal", "a: | # c\n  x\nb: 1\n", set("y\nz\n"), "a: | # c\n  y\n  z\nb: 1\n"},
		{"literal, chomping", "a: |\n  x\nb: 1\n", set("y"), "a: |-\n  y\nb: 1\n"},
		{"literal, one line of many", "a: |\n  x\n  y\n  z\nb: 1\n", set("x\nY\nz\n"), "a: |\n  x\n  Y\n  z\nb: 1\n"},
		{"literal, indented", "a:  |\n    x\nb: 1\n", set("  y\nz\n"), "a:  |4\n      y\n    z\nb: 1\n"},
		{"literal, indicator", "a: |2-\n   x\nb: 1\n", set(" y\nz"), "a: |2-\n   y\n  z\nb: 1\n"},
		{"literal, kept", "a: |+\n  x\n\nb: 1\n", set("y\n\n"), "a: |+\n  y\n\nb: 1\n"},
		{"literal at the end", "a: |\n  x", set("y\n"), "a: |\n  y\n"},
		{"folded", "a: >\n  x\nb: 1\n", set("y\nz\n  i\nk\n\nl\n"), "a: >\n  y\n\n  z\n    i\n  k\n\n\n  l\nb: 1\n"},
		{"CR LF", "a: |\r\n  x\r\nb: 1\r\n", set("y\nz\n"), "a: |\r\n  y\r\n  z\r\nb: 1\r\n"},
		{"byte order mark", "\ufeffa: x\n", set("w"), "\ufeffa: w\n"},
		{"JSON", `{"a": 1, "b": "x"}`, set("2"), `{"a": "2", "b": "x"}`},
		{"JSON string", "{\"a\": \"x\"}\n{\"b\": 1}\n", set("\u2028\"\x01"), "{\"a\": \"\\u2028\\\"\\u0001\"}\n{\"b\": 1}\n"},
		{"key", "a: x\n", Op{Kind: OpSet, Path: "/a", Part: Key, Value: "b"}, "b: x\n"},
		{"second document", "x: 1\n---\ny: 2\n", Op{Kind: OpSet, Path: "/x", Value: "z"}, "x: z\n---\ny: 2\n"},
		{"same value", "a: \"x\"\n", set("x"), "a: \"x\"\n"},
		{"item of a List", "kind: List\nitems:\n- a: x\n- a: z\n", set("w"), "kind: List\nitems:\n- a: w\n- a: z\n"},
	})
}

func TestEditScalars(t *testing.T) {
	t.Parallel()
	runEditCases(t, []editCase{
		{"setplain", "a: \"2\" # c\n", Op{Kind: OpSetPlain, Path: "/a", Value: "2"}, "a: 2 # c\n"},
		{"setplain, JSON", `{"a": "true"}`, Op{Kind: OpSetPlain, Path: "/a", Value: "true"}, `{"a": true}`},
		{"setplain, block", "a: |-\n  true\nb: 1\n", Op{Kind: OpSetPlain, Path: "/a", Value: "true"}, "a: true\nb: 1\n"},
		{"quote", "a: 010\n", Op{Kind: OpQuote, Path: "/a"}, "a: \"010\"\n"},
		{"quote, word", "a: yes # c\n", Op{Kind: OpQuote, Path: "/a"}, "a: \"yes\" # c\n"},
		{"quote, backslash", "a: b\\d\n", Op{Kind: OpQuote, Path: "/a"}, "a: \"b\\\\d\"\n"},
		{"quote, JSON", `{"a":1}`, Op{Kind: OpQuote, Path: "/a"}, `{"a":"1"}`},
		{"quote, key", "1: x\n", Op{Kind: OpQuote, Path: "/1", Part: Key}, "\"1\": x\n"},
		{"rename", "tenantid: x # c\n", Op{Kind: OpRename, Path: "/tenantid", Value: "tenantID"}, "tenantID: x # c\n"},
		{"rename, single", "'a':\n  b: 1\n", Op{Kind: OpRename, Path: "/a", Value: "c"}, "'c':\n  b: 1\n"},
		{"rename, JSON", `{"a":{"b":1}}`, Op{Kind: OpRename, Path: "/a/b", Value: "c"}, `{"a":{"c":1}}`},
		{"swap", "a: x\nb: 'y # z'\n", Op{Kind: OpSwap, Path: "/a", With: "/b"}, "a: \"y # z\"\nb: 'x'\n"},
		{"swap inside", "o: |\n  - n: \"x\"\n    k: y # c\n", Op{Kind: OpSwap, Path: "/o!/0/n", With: "/o!/0/k"}, "o: |\n  - n: \"y\"\n    k: x # c\n"},
	})
}

// innerStyles are ways to write the text "- objectName: x\n secretKey: k\n" in
// a file.
var innerStyles = map[string]string{
	"literal":        "o: | # c\n    - objectName: x # i\n      secretKey: k\nz: 1\n",
	"literal strip":  "o: |-\n  - objectName: x # i\n    secretKey: k\nz: 1\n",
	"literal keep":   "o: |+\n  - objectName: x # i\n    secretKey: k\n\nz: 1\n",
	"literal indent": "o: |2\n  - objectName: x # i\n    secretKey: k\nz: 1\n",
	"literal CR LF":  "o: |\r\n  - objectName: x # i\r\n    secretKey: k\r\nz: 1\r\n",
	"literal at end": "o: |\n  - objectName: x # i\n    secretKey: k",
	"folded":         "o: >\n  - objectName: x # i\n    secretKey: k\nz: 1\n",
	"folded strip":   "o: >-\n  - objectName: x # i\n    secretKey: k\nz: 1\n",
	"double":         "o: \"- objectName: x # i\\n  secretKey: k\\n\"\nz: 1\n",
	"double folded":  "o: \"- objectName: x # i\\n\\\n  \\  secretKey: k\\n\"\nz: 1\n",
	"JSON":           "{\"o\": \"- objectName: x # i\\n  secretKey: k\\n\", \"z\": 1}",
}

func TestEditInside(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		op    Op
		after map[string]string // by style
	}{
		{"set", Op{Kind: OpSet, Path: "/o!/0/objectName", Value: "a: b"}, map[string]string{
			"literal":       "o: | # c\n    - objectName: \"a: b\" # i\n      secretKey: k\nz: 1\n",
			"literal CR LF": "o: |\r\n  - objectName: \"a: b\" # i\r\n    secretKey: k\r\nz: 1\r\n",
			"folded":        "o: >\n  - objectName: \"a: b\" # i\n    secretKey: k\nz: 1\n",
			"double":        "o: \"- objectName: \\\"a: b\\\" # i\\n  secretKey: k\\n\"\nz: 1\n",
			"double folded": "o: \"- objectName: \\\"a: b\\\" # i\\n\\\n  \\  secretKey: k\\n\"\nz: 1\n",
			"JSON":          "{\"o\": \"- objectName: \\\"a: b\\\" # i\\n  secretKey: k\\n\", \"z\": 1}",
		}},
		{"rename", Op{Kind: OpRename, Path: "/o!/0/secretKey", Value: "key"}, map[string]string{
			"literal": "o: | # c\n    - objectName: x # i\n      key: k\nz: 1\n",
			"double":  "o: \"- objectName: x # i\\n  key: k\\n\"\nz: 1\n",
		}},
		{"insert", Op{Kind: OpInsert, Path: "/o!/0", Entries: []NewEntry{{Key: "a", Value: "1"}, {Key: "b", Value: "1", Plain: true}}}, map[string]string{
			"literal":        "o: | # c\n    - objectName: x # i\n      secretKey: k\n      a: \"1\"\n      b: 1\nz: 1\n",
			"literal strip":  "o: |-\n  - objectName: x # i\n    secretKey: k\n    a: \"1\"\n    b: 1\nz: 1\n",
			"literal keep":   "o: |+\n  - objectName: x # i\n    secretKey: k\n    a: \"1\"\n    b: 1\n\nz: 1\n",
			"literal CR LF":  "o: |\r\n  - objectName: x # i\r\n    secretKey: k\r\n    a: \"1\"\r\n    b: 1\r\nz: 1\r\n",
			"literal at end": "o: |\n  - objectName: x # i\n    secretKey: k\n    a: \"1\"\n    b: 1",
			"folded":         "o: >\n  - objectName: x # i\n    secretKey: k\n    a: \"1\"\n    b: 1\nz: 1\n",
			"folded strip":   "o: >-\n  - objectName: x # i\n    secretKey: k\n    a: \"1\"\n    b: 1\nz: 1\n",
			"double":         "o: \"- objectName: x # i\\n  secretKey: k\\n  a: \\\"1\\\"\\n  b: 1\\n\"\nz: 1\n",
			"double folded":  "o: \"- objectName: x # i\\n\\\n  \\  secretKey: k\\n\\\n  \\  a: \\\"1\\\"\\n\\\n  \\  b: 1\\n\"\nz: 1\n",
			"JSON":           "{\"o\": \"- objectName: x # i\\n  secretKey: k\\n  a: \\\"1\\\"\\n  b: 1\\n\", \"z\": 1}",
		}},
		{"append", Op{Kind: OpAppend, Path: "/o!", Entries: []NewEntry{{Key: "secretKey", Value: "l"}, {Key: "objectName", Value: "w"}}}, map[string]string{
			"literal":        "o: | # c\n    - objectName: x # i\n      secretKey: k\n    - objectName: w\n      secretKey: l\nz: 1\n",
			"literal strip":  "o: |-\n  - objectName: x # i\n    secretKey: k\n  - objectName: w\n    secretKey: l\nz: 1\n",
			"literal indent": "o: |2\n  - objectName: x # i\n    secretKey: k\n  - objectName: w\n    secretKey: l\nz: 1\n",
			"folded":         "o: >\n  - objectName: x # i\n    secretKey: k\n  - objectName: w\n    secretKey: l\nz: 1\n",
			"double":         "o: \"- objectName: x # i\\n  secretKey: k\\n- objectName: w\\n  secretKey: l\\n\"\nz: 1\n",
		}},
		{"append one key", Op{Kind: OpAppend, Path: "/o!", Entries: []NewEntry{{Key: "objectName", Value: "w"}}}, map[string]string{
			"folded":       "o: >\n  - objectName: x # i\n    secretKey: k\n  - objectName: w\nz: 1\n",
			"folded strip": "o: >-\n  - objectName: x # i\n    secretKey: k\n  - objectName: w\nz: 1\n",
		}},
		{"remove last", Op{Kind: OpRemove, Path: "/o!/0/secretKey"}, map[string]string{
			"literal":       "o: | # c\n    - objectName: x # i\nz: 1\n",
			"literal strip": "o: |-\n  - objectName: x # i\nz: 1\n",
			"literal keep":  "o: |+\n  - objectName: x # i\n\nz: 1\n",
			"folded":        "o: >\n  - objectName: x # i\nz: 1\n",
			"double":        "o: \"- objectName: x # i\\n\"\nz: 1\n",
			"double folded": "o: \"- objectName: x # i\\n\\\n  \"\nz: 1\n",
		}},
		{"settext", Op{Kind: OpSetText, Path: "/o", Value: "array:\n  - |\n    x: y\n"}, map[string]string{
			"literal":       "o: | # c\n    array:\n      - |\n        x: y\nz: 1\n",
			"literal strip": "o: |\n  array:\n    - |\n      x: y\nz: 1\n",
			"folded":        "o: >\n  array:\n    - |\n      x: y\nz: 1\n",
			"double":        "o: \"array:\\n  - |\\n    x: y\\n\"\nz: 1\n",
		}},
	}
	for _, tc := range tests {
		for style, after := range tc.after {
			t.Run(tc.name+", "+style, func(t *testing.T) {
				t.Parallel()
				got, err := edited(t, innerStyles[style], tc.op)
				require.NoError(t, err)
				assert.Equal(t, after, got)
			})
		}
		t.Run(tc.name+", every style", func(t *testing.T) {
			t.Parallel()
			for style, before := range innerStyles {
				after, err := edited(t, before, tc.op)
				require.NoError(t, err, style)
				assert.NotEqual(t, before, after, style)
			}
		})
	}
}

func TestEditSingleQuotedInside(t *testing.T) {
	t.Parallel()
	runEditCases(t, []editCase{
		{"set", "o: '[{\"n\": \"x\"}]'\n", Op{Kind: OpSet, Path: "/o!/0/n", Value: "it's"}, "o: '[{\"n\": \"it''s\"}]'\n"},
		{"insert", "o: '[{\"n\": \"x\"}]'\n", Op{Kind: OpInsert, Path: "/o!/0", Entries: []NewEntry{{Key: "k", Value: "y"}}}, "o: '[{\"n\": \"x\", \"k\": \"y\"}]'\n"},
		{"append", "o: '[{\"n\":\"x\"}]'\n", Op{Kind: OpAppend, Path: "/o!", Entries: []NewEntry{{Key: "n", Value: "y"}}}, "o: '[{\"n\":\"x\"},{\"n\":\"y\"}]'\n"},
		{"quote", "o: '[{n: 1}]'\n", Op{Kind: OpQuote, Path: "/o!/0/n"}, "o: '[{n: \"1\"}]'\n"},
		{"append a line", "o: '- {n: a}\n\n  - {n: b}'\n", Op{Kind: OpAppend, Path: "/o!", Entries: []NewEntry{{Key: "n", Value: "it's"}}}, "o: '- {n: a}\n\n  - {n: b}\n\n  - {\"n\": it''s}'\n"},
		{"append to one line", "o: '- {k: a}'\n", Op{Kind: OpAppend, Path: "/o!", Entries: []NewEntry{{Key: "k", Value: "b"}}}, "o: '- {k: a}\n\n    - {k: b}'\n"},
		{"remove a line", "o: '- {k: a}\n\n  - {k: b}\n\n  - {k: c}'\n", Op{Kind: OpRemove, Path: "/o!/1"}, "o: '- {k: a}\n\n  - {k: c}'\n"},
		{"remove the first line", "o: '- {k: a}\n\n  - {k: b}'\n", Op{Kind: OpRemove, Path: "/o!/0"}, "o: '- {k: b}'\n"},
		{"plain holds a document", "o: x\n", Op{Kind: OpSet, Path: "/o!", Value: "z"}, "o: z\n"},
	})
}

const nested = `spec:
  parameters:
    objects: |
      array:
        - |
          objectName: a # first
          objectType: secret
        # last
        - |
          objectName: b
          objectType: secret
    other: x
`

func TestEditNested(t *testing.T) {
	t.Parallel()
	path := Path("/spec/parameters/objects!/array")
	runEditCases(t, []editCase{
		{"set", nested, Op{Kind: OpSet, Path: path + "/0!/objectName", Value: "a-b"}, strings.Replace(nested, "a # first", "a-b # first", 1)},
		{"insert", nested, Op{Kind: OpInsert, Path: path + "/0!", Entries: []NewEntry{{Key: "objectAlias", Value: "c.d"}}},
			strings.Replace(nested, "objectType: secret\n        #", "objectType: secret\n          objectAlias: c.d\n        #", 1)},
		{"appendtext", nested, Op{Kind: OpAppendText, Path: path, Value: "objectName: c\nobjectType: secret\n"},
			strings.Replace(nested, "    other", "        - |\n          objectName: c\n          objectType: secret\n    other", 1)},
		{"remove", nested, Op{Kind: OpRemove, Path: path + "/1"},
			strings.Replace(nested, "        - |\n          objectName: b\n          objectType: secret\n", "", 1)},
		{"in double quotes", "o: \"array:\\n- \\\"objectName: \\\\\\\"x\\\\\\\"\\\"\\n\"\n", Op{Kind: OpSet, Path: "/o!/array/0!/objectName", Value: "y\"z"},
			"o: \"array:\\n- \\\"objectName: \\\\\\\"y\\\\\\\\\\\\\\\"z\\\\\\\"\\\"\\n\"\n"},
		{"JSON in JSON", `{"c": "{\"m\": \"{\\\"A.B\\\": 1}\"}"}`, Op{Kind: OpInsert, Path: "/c!/m!", Entries: []NewEntry{{Key: "C", Value: "d"}}},
			`{"c": "{\"m\": \"{\\\"A.B\\\": 1, \\\"C\\\": \\\"d\\\"}\"}"}`},
		{"quoted entries", "o: |\n  array:\n  - \"objectName: a\"\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "objectName: b\n"},
			"o: |\n  array:\n  - \"objectName: a\"\n  - \"objectName: b\\n\"\n"},
		{"stripped outside", "o: |-\n  array:\n    - |\n      n: a\nz: 1\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "name: b\nm: c\n"},
			"o: |-\n  array:\n    - |\n      n: a\n    - |\n      name: b\n      m: c\nz: 1\n"},
		{"stripped entries", "o: |\n  array:\n    - |-\n      n: a\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "name: b\n"},
			"o: |\n  array:\n    - |-\n      n: a\n    - |-\n      name: b\n"},
		{"escaped line breaks", "o: \"array:\\n\\\n  - |\\n\\\n  \\  k: a\\n\"\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "k: b\nl: c\n"},
			"o: \"array:\\n\\\n  - |\\n\\\n  \\  k: a\\n\\\n  - |\\n\\\n  \\  k: b\\n\\\n  \\  l: c\\n\"\n"},
		{"block behind an escaped line break", "o: \"array:\\n\\\n  - |\\n\\\n  \\  k: a\\n\"\n", Op{Kind: OpSet, Path: "/o!/array/0", Value: "k: b\n"},
			"o: \"array:\\n\\\n  - |\\n\\\n  \\  k: b\\n\"\n"},
		{"block behind a blank line", "o: |\n  array:\n  - |-\n\n    k: a\n", Op{Kind: OpSet, Path: "/o!/array/0", Value: "k: b"}, "o: |\n  array:\n  - |-\n    k: b\n"},
		{"JSON entries", "o: |\n  array:\n  - '{\"name\": \"a\", \"type\": \"secret\"}'\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "name: b\ntype: secret\n"},
			"o: |\n  array:\n  - '{\"name\": \"a\", \"type\": \"secret\"}'\n  - '{\"name\": \"b\", \"type\": \"secret\"}'\n"},
		{"empty list", "o: |\n  array: []\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "name: b\n"}, "o: |\n  array: [\"name: b\\n\"]\n"},
		{"no list", "o: |\n  array:\nz: 1\n", Op{Kind: OpAppendText, Path: "/o!/array", Value: "name: b\n"}, "o: |\n  array:\n    - |\n      name: b\nz: 1\n"},
	})
}

func TestEditEncodings(t *testing.T) {
	t.Parallel()
	before, after := "ü: |\r\n  a: x # ü😀\r\nb: ü\r\n", "ü: |\r\n  a: yä # ü😀\r\n  c: \"😀 \\u0001\"\r\nb: ü\r\n"
	for _, encoding := range []Encoding{UTF8, UTF8WithMark, UTF16LE, UTF16BE} {
		got, err := edited(t, string(encodeText(before, encoding)),
			Op{Kind: OpSet, Path: "/ü!/a", Value: "yä"},
			Op{Kind: OpInsert, Path: "/ü!", Entries: []NewEntry{{Key: "c", Value: "😀 \x01"}}})
		require.NoError(t, err)
		assert.Equal(t, string(encodeText(after, encoding)), got)
	}
}
