package link

import (
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// Secrets are texts that must not be shown, the longest first.
type Secrets []string

// shortest is how long a secret has to be to be looked for in other texts: a
// shorter one stands in half of all words.
const shortest = 5

// SecretsOf returns the secret texts of documents that belong together: the
// values of their secret scalars, line by line, and what the documents in them
// hold. A text that stands in the open in one of them, as a name or in a path, is
// none: to hide it would make a riddle of what is said, and hide nothing.
func SecretsOf(docs ...*manifest.Doc) Secrets {
	var s Secrets
	for _, doc := range docs {
		w := secretWalk{kind: doc.Kind}
		w.within(doc.Root, "", "", false, 0)
		for _, node := range w.nodes {
			s.addScalar(node)
		}
		if text := doc.File.Text[doc.Start:doc.End]; doc.Kind == kindClass && strings.Contains(text, "?") {
			s.addQueries(text)
		}
	}
	if len(s) == 0 {
		return nil
	}
	open := textsInTheOpen(docs)
	s = slices.DeleteFunc(s, func(secret string) bool {
		return slices.ContainsFunc(open, func(text string) bool { return standsIn(text, secret) })
	})
	for _, secret := range s {
		if quoted := strings.Trim(strconv.Quote(secret), `"`); quoted != secret {
			s = append(s, quoted) // as it stands in a message
		}
	}
	slices.SortFunc(s, func(a, b string) int {
		if order := len(b) - len(a); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(s)
}

// SecretsAbout is SecretsOf for the documents of a subject.
func SecretsAbout(documents []Document) Secrets {
	docs := make([]*manifest.Doc, len(documents))
	for i := range documents {
		docs[i] = documents[i].Doc
	}
	return SecretsOf(docs...)
}

func (s *Secrets) add(text string) {
	if text = strings.TrimSpace(text); len(text) >= shortest && !isWord(text) {
		*s = append(*s, text)
	}
}

// isWord keeps what is no secret in any configuration readable.
func isWord(text string) bool {
	return strings.EqualFold(text, "false") || strings.Contains(text, "${")
}

func (s *Secrets) addScalar(node *yaml.Node) {
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

func (s *Secrets) addWithin(node *yaml.Node, depth int) {
	node = manifest.Resolve(node)
	switch {
	case node == nil || depth > plainDepth:
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
func (s *Secrets) addQueries(text string) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\"'?&,}", r) }) {
		if name, value, found := strings.Cut(word, "="); found && looksSecret(name) {
			s.add(value)
		}
	}
}

// Hide replaces each character of a secret in a text.
func (s Secrets) Hide(text string) string {
	for _, secret := range s {
		if strings.Contains(text, secret) {
			text = strings.ReplaceAll(text, secret, stars(secret))
		}
	}
	return text
}

// Holds tells whether a text holds a secret.
func (s Secrets) Holds(text string) bool {
	return slices.ContainsFunc(s, func(secret string) bool { return strings.Contains(text, secret) })
}
