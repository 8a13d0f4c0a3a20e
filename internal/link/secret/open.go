package secret

import (
	"strings"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// publicTexts returns the scalars of documents that anybody may read, without what
// may be secret in them: a comment, a password in a URL, a query.
func publicTexts(docs []*manifest.Doc) (texts []string) {
	for _, doc := range docs {
		w := walk{kind: doc.Kind, open: func(text string) { texts = append(texts, HideComments(HideInURL(text))) }}
		w.within(doc.Root, "", "", false, 0)
	}
	return texts
}

// occursIn reports whether a text occurs in another as one or more words, but not in
// the query of a path.
func occursIn(text, words string) bool {
	return spelling.AnyOccurrence(text, words, func(start, end int) bool {
		return spelling.IsWholeWord(text, start, end, isWordByte) && strings.LastIndexByte(text[:start], '?') <= strings.LastIndexAny(text[:start], " \t\n")
	})
}

func isWordByte(c byte) bool { return c > 0x7f || c != '.' && c != '/' && spelling.IsNameByte(c) }
