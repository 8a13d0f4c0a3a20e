package engine

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// stage is a state of the texts, and the run over it.
type stage struct {
	outcome *Outcome
	texts   map[string]string // the files that were changed, by path
	files   map[string]*manifest.File
}

// file returns a file as it is in this stage; nil if it was not read.
func (s *stage) file(path string) *manifest.File {
	if s.files == nil {
		s.files = make(map[string]*manifest.File, len(s.outcome.files))
		for _, file := range s.outcome.files {
			s.files[file.Path] = file
		}
	}
	return s.files[path]
}

// source is a file as it was read.
type source struct {
	file *manifest.File
	data []byte
	err  error // why it cannot be written back
}

// try makes the fixes of a batch and lints again. If one cannot be applied, it is
// dropped, and the next stage is nil.
func (f *fixer) try(ctx context.Context, from *stage, batch []*lint.Finding) (*stage, error) {
	edits := make(map[string][]manifest.Edit)
	writable := true
	for _, finding := range batch {
		for _, edit := range finding.Fix.Edits {
			if source := f.source(edit.Span.Path); source.err != nil {
				f.drop(finding, source.err.Error())
				writable = false
			}
			edits[edit.Span.Path] = append(edits[edit.Span.Path], edit)
		}
	}
	if !writable {
		return nil, nil
	}
	next := &stage{texts: maps.Clone(from.texts)}
	for _, path := range slices.Sorted(maps.Keys(edits)) {
		text, err := manifest.Apply(f.text(from, path), edits[path])
		if err != nil {
			f.drop(batch[slices.IndexFunc(batch, func(finding *lint.Finding) bool { return touches(finding, path) })], err.Error())
			return nil, nil
		}
		next.texts[path] = text
	}
	outcome, err := f.lint(ctx, next.texts)
	next.outcome = outcome
	return next, err
}

func touches(finding *lint.Finding, path string) bool {
	return slices.ContainsFunc(finding.Fix.Edits, func(edit manifest.Edit) bool { return edit.Span.Path == path })
}

func (f *fixer) text(s *stage, path string) string {
	if text, changed := s.texts[path]; changed {
		return text
	}
	return f.sources[path].file.Text
}

// lint lints the tree with texts in place of what is on disk.
func (f *fixer) lint(ctx context.Context, texts map[string]string) (*Outcome, error) {
	f.lints++
	options := *f.run.Options
	options.Verbose = false
	options.Overlay = maps.Clone(options.Overlay)
	if options.Overlay == nil {
		options.Overlay = make(map[string][]byte, len(texts))
	}
	for path, text := range texts {
		options.Overlay[path] = f.sources[path].file.Encode(text)
	}
	return f.run.freshRun(&options).lint(ctx)
}

// freshRun returns a fresh run that shares what has been compiled.
func (r *run) freshRun(options *Options) *run {
	return &run{
		Options: options, words: r.words, loaded: r.loaded, tables: r.tables, shapes: r.shapes, rules: r.rules, inputs: r.inputs,
		outcome: &Outcome{Texts: make(map[string]string), Catalog: r.outcome.Catalog},
	}
}

// source returns a file that is to change, read once more, and makes sure that its text
// can be written back to exactly these bytes.
func (f *fixer) source(path string) *source {
	if known := f.sources[path]; known != nil {
		return known
	}
	s := &source{file: f.first.file(path)}
	f.sources[path] = s
	if s.file == nil {
		s.err = fmt.Errorf("%s was not read", path)
		return s
	}
	if !f.run.focus.holds(path) {
		s.err = fmt.Errorf("its fix changes %s, which is not among the files that are named", path)
		return s
	}
	data, given := f.run.Overlay[path]
	if !given {
		var err error
		if data, err = os.ReadFile(filepath.FromSlash(path)); err != nil {
			s.err = fmt.Errorf("reading it again: %w", err)
			return s
		}
	}
	s.data = data
	switch {
	case bytes.Equal(s.file.Encode(s.file.Text), data):
	case s.file.Encoding == manifest.UTF16LE || s.file.Encoding == manifest.UTF16BE:
		s.err = fmt.Errorf("%s is UTF-16 without a byte order mark, or with broken characters, which cannot be written back unchanged: save it as UTF-8", path)
	default:
		s.err = fmt.Errorf("%s changed while it was being linted: run again", path)
	}
	return s
}
