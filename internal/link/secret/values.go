package secret

import (
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// shortest is the length from which a secret is searched for in other texts: a shorter
// one occurs in half of all words.
const shortest = 5

// Of returns the secret texts of documents that belong together: the values of their
// secret scalars, line by line, and the content of documents in them. A text that one
// of them has in the open, such as a name or in a path, is not secret: hiding it would
// make messages unreadable, and hide nothing.
func Of(docs ...*manifest.Doc) *Texts {
	var texts collected
	for _, doc := range docs {
		w := walk{kind: doc.Kind}
		w.within(doc.Root, "", "", false, 0)
		for _, node := range w.nodes {
			texts.addScalar(node)
		}
		if text := doc.File.Text[doc.Start:doc.End]; doc.Kind == class && strings.Contains(text, "?") {
			texts.addQueries(text)
		}
	}
	secrets := newTexts(texts)
	if secrets == nil {
		return nil
	}
	open := make(map[string]bool)
	for _, text := range publicTexts(docs) {
		for _, secret := range secrets.in(text) {
			open[secret] = open[secret] || occursIn(text, secret)
		}
	}
	var hidden collected
	for _, secret := range secrets.texts {
		if open[secret] {
			continue
		}
		hidden = append(hidden, secret)
		if quoted := strings.Trim(strconv.Quote(secret), `"`); quoted != secret {
			hidden = append(hidden, quoted) // as it appears in a message
		}
	}
	return newTexts(hidden)
}

// collected are the secrets found so far.
type collected []string

func (s *collected) add(text string) {
	if text = strings.TrimSpace(text); len(text) >= shortest && !isWord(text) {
		*s = append(*s, text)
	}
}

// isWord keeps texts readable that are not secret in any configuration.
func isWord(text string) bool {
	return strings.EqualFold(text, "false") || strings.Contains(text, "${")
}

func (s *collected) addScalar(node *yaml.Node) {
	s.add(node.Value)
	if !strings.ContainsAny(node.Value, "\n{[") {
		return
	}
	for line := range strings.Lines(node.Value) {
		s.add(line)
	}
	if inner := manifest.ParseText(node.Value); inner != nil && inner.Kind != yaml.ScalarNode {
		s.addWithin(inner, 0)
	}
}

func (s *collected) addWithin(node *yaml.Node, depth int) {
	node = manifest.Resolve(node)
	switch {
	case node == nil || depth > maxDepth:
	case node.Kind == yaml.MappingNode:
		for _, entry := range manifest.Entries(node) {
			s.addWithin(entry.Value, depth+1)
		}
	case node.Kind == yaml.SequenceNode:
		for _, item := range node.Content {
			s.addWithin(item, depth+1)
		}
	default:
		s.addScalar(node)
	}
}

// addQueries finds secrets in the queries of paths.
func (s *collected) addQueries(text string) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\"'?&,}", r) }) {
		if name, value, found := strings.Cut(word, "="); found && looksSecret(name) {
			s.add(value)
		}
	}
}
