package engine

import (
	"strings"
	"sync"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// masker hides what is or may be secret on lines that are shown.
type masker struct {
	files map[string]*manifest.File
	mu    sync.Mutex
	spans map[string][]manifest.Span
}

func newMasker(files ...[]*manifest.File) *masker {
	m := &masker{files: make(map[string]*manifest.File), spans: make(map[string][]manifest.Span)}
	for _, list := range files {
		for _, file := range list {
			m.files[file.Path] = file
		}
	}
	return m
}

// Mask returns a line (counted from 1, as decoded) with each character of a
// secret replaced; the length stays. It is safe for several goroutines.
func (m *masker) Mask(path string, line int, text string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	spans, known := m.spans[path]
	if !known {
		spans = m.secrets(path)
		m.spans[path] = spans
	}
	runes := []rune(text)
	for _, span := range spans {
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
	return maskLine(string(runes))
}

func (m *masker) secrets(path string) []manifest.Span {
	file := m.files[path]
	if file == nil {
		return nil
	}
	var spans []manifest.Span
	for _, doc := range file.Docs {
		if doc.Origin != nil {
			continue
		}
		for _, secret := range link.SecretPaths(doc) {
			span, _ := doc.Locate(secret, manifest.Value)
			spans = append(spans, span)
		}
	}
	return spans
}

func hide(runes []rune, from, to int) {
	for i := max(from, 0); i < min(to, len(runes)); i++ {
		if runes[i] != ' ' && runes[i] != '\t' {
			runes[i] = '*'
		}
	}
}

// maskLine hides what is secret on any line: passwords in URLs, secretArgs, and
// the value behind a key that promises a secret, for documents that could not
// be read.
func maskLine(text string) string {
	text = link.HideInURL(text)
	if at := strings.Index(text, "secretArgs"); at >= 0 {
		runes := []rune(text[at+len("secretArgs"):])
		hide(runes, 0, len(runes))
		text = text[:at+len("secretArgs")] + string(runes)
	}
	key, value, found := strings.Cut(text, ":")
	name := strings.Trim(strings.TrimSpace(key), `"'-{ `)
	if !found || !link.PromisesSecret(name) || strings.TrimSpace(value) == "" {
		return text
	}
	runes := []rune(value)
	hide(runes, 0, len(runes))
	return key + ":" + string(runes)
}
