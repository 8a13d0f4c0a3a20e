package manifest

import (
	"sort"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// flatten lists the values of a document by path, including those of documents
// in strings that were asked for by name.
func flatten(path Path, node *yaml.Node, into map[Path]string, depth int) {
	node = Resolve(node)
	switch node.Kind {
	case yaml.MappingNode:
		into[path] = "{}"
		for i := 0; i+1 < len(node.Content); i += 2 {
			if key := Resolve(node.Content[i]); key.Kind == yaml.ScalarNode {
				name := path.Key(key.Value)
				for nth := 2; into[name] != ""; nth++ {
					name = path.Repeated(key.Value, nth)
				}
				if depth > 0 {
					flatten(name, node.Content[i+1], into, depth-1)
				}
			}
		}
	case yaml.SequenceNode:
		into[path] = "[]"
		for i, child := range node.Content {
			if depth > 0 {
				flatten(path.Index(i), child, into, depth-1)
			}
		}
	case yaml.ScalarNode:
		into[path] = node.Tag + " " + node.Value
		if inner := ParseText(node.Value); depth > 0 && inner != nil && inner.Kind != yaml.ScalarNode {
			into[path] = "!!inner"
			flatten(path.Inner(), inner, into, depth-1)
		}
	}
}

func flat(doc *Doc) map[Path]string {
	into := make(map[Path]string)
	flatten("", doc.Root, into, 8)
	return into
}

// FuzzEdits checks that any operation on any text is either rejected or gives a
// text that has what was asked for and everything else as before.
func FuzzEdits(f *testing.F) {
	kinds := OpKinds()
	seeds := []string{
		"a: x # c\nb: 'y'\nc: \"z\\n\"\nd: |\n  t\n",
		"s:\n- a: 1\n  b: [x, {y: z}]\n-\n- c\nm: &x {k: v}\nn: *x\no: {<<: *x, p: q}\n",
		nested,
		"{\"a\": {\"b\": [1, \"x\"]}, \"c\": \"{\\\"d\\\": null}\"}",
		"o: >-\n  - a: b\n    c: d\n\n  - e\n\nz:\n",
		"o: \"- a: b\\n  c: d\\n\"\np: '[{\"a\": \"b\"}]'\nq: |+\n  r: s\n\n\nt: 1\r\nu:\r\n  v: w\r\n",
		"kind: List\nitems:\n- a: |2-\n     b: c\n    d: e\n- f: &y 1\n  g: *y",
		"---\na: |\n  b:\n    - |\n      c: d # e\n    # f\n...\n---\ng: ? \n",
	}
	for _, seed := range innerStyles {
		seeds = append(seeds, seed)
	}
	sort.Strings(seeds)
	for i, seed := range seeds {
		for k := range kinds {
			f.Add(seed, uint8(i+3*k), uint8(k), "it's: \"x\"\n  y\n")
		}
		f.Add(seed, uint8(1), uint8(0), "plain")
		f.Add(seed, uint8(4), uint8(2), "true")
	}
	f.Fuzz(func(t *testing.T, text string, pick, kind uint8, value string) {
		if !utf8.ValidString(text) || len(text) > 2000 || len(value) > 200 {
			t.Skip()
		}
		file := Decode("a.yaml", []byte(text), DefaultLimits(), nil)
		if len(file.Docs) == 0 {
			t.Skip()
		}
		doc := file.Docs[int(pick)%len(file.Docs)]
		before := flat(doc)
		paths := make([]Path, 0, len(before))
		for path := range before {
			paths = append(paths, path)
		}
		sort.Slice(paths, func(i, j int) bool { return paths[i] < paths[j] })
		op := Op{Kind: kinds[int(kind)%len(kinds)], Path: paths[int(pick)%len(paths)], Value: value,
			With: paths[int(pick/3)%len(paths)], Entries: []NewEntry{{Key: "key" + value[:min(3, len(value))], Value: value}, {Key: "a", Value: "b"}}}
		edits, err := doc.Edits([]Op{op})
		if err != nil {
			return
		}
		after, err := Apply(file.Text, edits)
		require.NoError(t, err)
		changed := Decode("a.yaml", file.Encode(after), DefaultLimits(), nil)
		require.Len(t, changed.Docs, len(file.Docs), "%q", after)
		require.Len(t, changed.Broken, len(file.Broken), "%q", after)
		for i, other := range file.Docs {
			if other != doc {
				require.Equal(t, flat(other), flat(changed.Docs[i]), "%q", after)
			}
		}
		checkOp(t, op, before, flat(changed.Docs[doc.Index]), after)
	})
}

// checkOp requires that an operation changed what it was meant to change, and
// that everything else is as before.
func checkOp(t *testing.T, op Op, before, after map[Path]string, text string) {
	t.Helper()
	touched := []string{string(op.Path)}
	value := func(path Path) string {
		_, scalar, _ := strings.Cut(after[path], " ")
		return scalar
	}
	isInner := after[op.Path] == "!!inner"
	switch op.Kind {
	case OpSet, OpSetText:
		now, want := after[op.Path], "!!str "+op.Value
		if strings.Contains(string(op.Path), string(Path("").Inner())) {
			// A block at the end of a string ends in the same way as that
			// string.
			now, want = strings.TrimRight(now, "\n"), strings.TrimRight(want, "\n")
		}
		require.True(t, isInner || now == want, "%q in %q", op.Value, text)
	case OpSetPlain:
		require.Equal(t, op.Value, value(op.Path), text)
	case OpQuote:
		require.True(t, isInner || strings.HasPrefix(after[op.Path], "!!str "), text)
	case OpSwap:
		touched = append(touched, string(op.With))
	case OpRename:
		at := strings.LastIndexByte(string(op.Path), '/')
		touched = append(touched, string(op.Path[:at]))
	case OpRemove:
		at := strings.LastIndexByte(string(op.Path), '/')
		touched = append(touched, string(op.Path[:at]))
	case OpAppend, OpAppendText, OpInsert:
		grown := 0
		for path := range after {
			if _, old := before[path]; !old && strings.HasPrefix(string(path), string(op.Path)) {
				grown++
			}
		}
		require.Positive(t, grown, text)
	}
	for path, old := range before {
		inside := false
		for _, place := range touched {
			inside = inside || strings.HasPrefix(string(path), place)
		}
		now, there := after[path]
		switch {
		case inside && (op.Kind == OpInsert || op.Kind == OpAppend || op.Kind == OpAppendText) && path != op.Path:
			fallthrough
		case !inside:
			// A block at the end of its text may gain a line break.
			require.True(t, there && (now == old || strings.TrimRight(now, "\n") == strings.TrimRight(old, "\n")), "%s: %s became %s in %s", path, strconv.Quote(old), strconv.Quote(now), strconv.Quote(text))
		}
	}
}
