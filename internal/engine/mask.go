package engine

import (
	"strings"
	"sync"

	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// masker hides what is or may be secret in lines that are shown.
type masker struct {
	files map[string]*manifest.File
	mu    sync.Mutex
	known map[string]fileSecrets
}

// fileSecrets is what must not be shown of one file.
type fileSecrets struct {
	spans  []manifest.Span
	values *secret.Texts
	broken []manifest.Span // documents that cannot be read
}

func newMasker(files []*manifest.File) *masker {
	m := &masker{files: make(map[string]*manifest.File), known: make(map[string]fileSecrets)}
	for _, file := range files {
		m.files[file.Path] = file
	}
	return m
}

// Mask returns a line (counted from 1, as decoded) with each character of a secret
// replaced; its length does not change. It is safe for concurrent use.
func (m *masker) Mask(path string, line int, text string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	secrets, known := m.known[path]
	if !known {
		secrets = secretsIn(m.files[path])
		m.known[path] = secrets
	}
	runes := []rune(text)
	for _, span := range secrets.spans {
		if line < span.Start.Line || line > span.End.Line {
			continue
		}
		from, to := 0, len(runes)
		if line == span.Start.Line {
			from = span.Start.Column - 1
		}
		if line == span.End.Line {
			to = span.End.Column - 1
		}
		hide(runes, from, to)
	}
	for _, span := range secrets.broken {
		if line > span.Start.Line && line <= span.End.Line && belowSecret(m.files[path], span.Start.Line, line) {
			hide(runes, 0, len(runes))
		}
	}
	return maskLine(secrets.values.Hide(string(runes)))
}

func secretsIn(file *manifest.File) fileSecrets {
	var s fileSecrets
	if file == nil {
		return s
	}
	var values []*secret.Texts
	for _, doc := range file.Docs {
		if doc.Origin != nil {
			continue
		}
		for _, path := range secret.Paths(doc) {
			span, _ := doc.Locate(path, manifest.Value)
			s.spans = append(s.spans, span)
		}
		values = append(values, secret.Of(doc))
	}
	s.values = secret.Join(values...)
	for _, broken := range file.Broken {
		s.broken = append(s.broken, broken.Extent())
	}
	return s
}

// belowSecret reports whether a line of a document that cannot be read is, by its
// indentation, below a key that promises a secret.
func belowSecret(file *manifest.File, first, line int) bool {
	depth := indentation(file.Line(line))
	for above := line - 1; above >= first && depth > 0; above-- {
		text := file.Line(above)
		if strings.TrimSpace(text) == "" || indentation(text) >= depth {
			continue
		}
		depth = indentation(text)
		key, _, _ := strings.Cut(text, ":")
		if name := strings.Trim(key, `"'-{? `+"\t"); secret.Promises(name) || name == "key" || name == "environmentVariables" || name == "microflowConstants" {
			return true
		}
	}
	return false
}

func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

func hide(runes []rune, from, to int) {
	for i := max(from, 0); i < min(to, len(runes)); i++ {
		if runes[i] != ' ' && runes[i] != '\t' {
			runes[i] = '*'
		}
	}
}

// maskLine hides what is secret in any line: passwords in URLs, comments that mention
// secrets, and everything after a key that promises a secret, for documents that could
// not be read.
func maskLine(text string) string {
	text = secret.HideComments(secret.HideInURL(text))
	for at := 0; ; {
		n := strings.IndexAny(text[at:], ":=")
		if n < 0 {
			return text
		}
		at += n
		if secret.PromisesBefore(text, at) {
			runes := []rune(text[at+1:])
			hide(runes, 0, len(runes))
			return text[:at+1] + string(runes)
		}
		at++
	}
}
