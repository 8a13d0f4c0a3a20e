package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// placeholders finds the text of the documentation that was never filled in,
// in every scalar of a document, also inside the documents in strings.
// Comments are no scalars, so they never count.
func (v view) placeholders() []Placeholder {
	if !mayHoldPlaceholder(v.doc.File.Text[v.doc.Start:v.doc.End]) && v.doc.Origin == nil {
		return nil
	}
	var found []Placeholder
	v.scanPlaceholders(v.doc.Root, "", 0, &found)
	return found
}

// mayHoldPlaceholder is a look at the raw text: escapes aside, a placeholder
// shows there as it is.
func mayHoldPlaceholder(text string) bool {
	return strings.ContainsAny(text, "<\\") || strings.Contains(text, "{<") || strings.Contains(text, "####")
}

func (v view) scanPlaceholders(node *yaml.Node, path manifest.Path, depth int, found *[]Placeholder) {
	node = manifest.Resolve(node)
	if node == nil || depth > plainDepth {
		return
	}
	switch node.Kind {
	case yaml.MappingNode:
		for _, entry := range manifest.Entries(node) {
			v.scanPlaceholders(entry.Value, path+entry.Path, depth+1, found)
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			v.scanPlaceholders(item, path.Index(i), depth+1, found)
		}
	case yaml.ScalarNode:
		v.scanScalar(node, path, depth, found)
	}
}

// scanScalar enters the document in a string where there is one; else it looks
// at the text itself.
func (v view) scanScalar(node *yaml.Node, path manifest.Path, depth int, found *[]Placeholder) {
	from, to := placeholderIn(node.Value)
	if from < 0 && !strings.Contains(node.Value, "\\u003c") { // as JSON writes "<"
		return
	}
	if strings.ContainsAny(node.Value, "\n{[") {
		if inner := manifest.ParseText(node.Value); inner != nil && inner.Kind != yaml.ScalarNode {
			v.scanPlaceholders(inner, path.Inner(), depth+1, found)
			return
		}
	}
	if from < 0 {
		return
	}
	at := v.value(path)
	at.From, at.To = from, to
	*found = append(*found, Placeholder{Text: node.Value[from:to], At: at})
}

// placeholderIn returns the first placeholder of a text as a byte range; from
// is -1 where there is none: <{...}>, {<...>}, <name>, and runs of four or
// more # with the characters before them (AKIA####).
func placeholderIn(text string) (from, to int) {
	best := -1
	consider := func(start, end int) {
		if start >= 0 && (best < 0 || start < best) {
			best, to = start, end
		}
	}
	consider(between(text, "<{", "}>"))
	consider(between(text, "{<", ">}"))
	consider(angled(text))
	consider(hashes(text))
	return best, to
}

func between(text, opening, closing string) (from, to int) {
	start := strings.Index(text, opening)
	if start < 0 {
		return -1, 0
	}
	end := strings.Index(text[start+len(opening):], closing)
	if end < 0 {
		return -1, 0
	}
	return start, start + len(opening) + end + len(closing)
}

// angled finds <name>: a letter, then letters, digits, blanks and _ . : / -.
func angled(text string) (from, to int) {
	for start := 0; start < len(text); start++ {
		if text[start] != '<' {
			continue
		}
		end := start + 1
		for end < len(text) && (isLetter(text[end]) || end > start+1 && strings.IndexByte("0123456789 _.:/-", text[end]) >= 0) {
			end++
		}
		if end > start+1 && end < len(text) && text[end] == '>' {
			return start, end + 1
		}
	}
	return -1, 0
}

func hashes(text string) (from, to int) {
	at := strings.Index(text, "####")
	if at < 0 {
		return -1, 0
	}
	from, to = at, at
	for from > 0 && (isLetter(text[from-1]) || text[from-1] >= '0' && text[from-1] <= '9') {
		from--
	}
	for to < len(text) && text[to] == '#' {
		to++
	}
	return from, to
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
