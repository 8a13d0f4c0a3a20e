package engine

import (
	"context"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// FixOptions are the options of Fix, besides those of the run.
type FixOptions struct {
	// Only are globs of the rules whose findings are fixed; none means all. All rules
	// run: they check what the fixes bring about.
	Only []string
	// Unsafe also makes the fixes that rest on a guess.
	Unsafe bool
}

// FixOutcome is the result of Fix. Nothing has been written.
type FixOutcome struct {
	// Before is the run over the texts as read, After the one over the fixed texts;
	// they are the same if nothing changes.
	Before, After *Outcome
	// Files are the files that change, sorted by path.
	Files []FixedFile
	// Applied are the findings that were fixed, as reported when it was their turn.
	Applied []lint.Finding
	// Dropped are the fixes that were not kept.
	Dropped []DroppedFix
	// Stdin is the fixed standard input; nil if none was read.
	Stdin []byte

	options FixOptions
}

// FixedFile is one file that changes, or standard input.
type FixedFile struct {
	Path          string
	Before, After string // texts, without a byte order mark
	// BytesBefore is the file as it was read, BytesAfter as it is to be written.
	BytesBefore, BytesAfter []byte
	Stdin                   bool
}

// DroppedFix is a finding whose fix was not made, and why.
type DroppedFix struct {
	Finding lint.Finding
	Reason  string
}

// maxLints bounds the work if many fixes have to be dropped one by one.
const maxLints = 200

// Fix applies the fixes that the findings offer, in rounds, until nothing changes. A
// fix is kept if the run over the fixed texts no longer reports its finding, and
// reports no error or warning that was not there before. Suppressed findings stay as
// they are.
func Fix(ctx context.Context, options Options, fixing FixOptions) (*FixOutcome, error) {
	options.Fixes = true
	r, err := prepare(ctx, &options)
	if err != nil {
		return nil, err
	}
	return r.fix(ctx, fixing)
}

func (r *run) fix(ctx context.Context, fixing FixOptions) (*FixOutcome, error) {
	if err := r.checkGlobs("--only", fixing.Only); err != nil {
		return nil, err
	}
	r.rules.compileAll() // other rules may report what a fix changes
	before, err := r.lint(ctx)
	if err != nil {
		return nil, err
	}
	f := &fixer{FixOptions: fixing, run: r, sources: make(map[string]*source), seen: make(map[string]bool)}
	f.first = &stage{outcome: before, texts: map[string]string{}}
	f.now = f.first
	if err := f.rounds(ctx); err != nil {
		return nil, err
	}
	f.explain()
	outcome := &FixOutcome{Before: before, After: f.now.outcome, Files: f.changed(), Applied: f.applied, Dropped: f.dropped, options: fixing}
	if r.found.stdin {
		outcome.Stdin = r.Overlay[r.stdin()]
		for i := range outcome.Files {
			if file := &outcome.Files[i]; file.Path == r.stdin() {
				file.Stdin, outcome.Stdin = true, file.BytesAfter
			}
		}
	}
	return outcome, nil
}

// Left returns the findings that remain after the fixes, of the rules that were to be
// fixed.
func (o *FixOutcome) Left() *lint.Result {
	left := o.After.Result
	left.Findings = slices.DeleteFunc(slices.Clone(left.Findings), func(f lint.Finding) bool { return !o.options.chooses(f.Rule) })
	return &left
}

// Guesses counts the fixes that were left out because they rest on a guess.
func (o *FixOutcome) Guesses() int {
	if o.options.Unsafe {
		return 0
	}
	guesses := 0
	for _, f := range o.Left().Findings {
		if f.Suppressed == nil && f.Fix != nil && f.Fix.Unsafe {
			guesses++
		}
	}
	return guesses
}

// changed returns the files whose text differs from what was read.
func (f *fixer) changed() []FixedFile {
	var files []FixedFile
	for path, text := range f.now.texts {
		source := f.sources[path]
		if text == source.file.Text {
			continue
		}
		files = append(files, FixedFile{
			Path: path, Before: source.file.Text, After: text, BytesBefore: source.data, BytesAfter: source.file.Encode(text),
		})
	}
	slices.SortFunc(files, func(a, b FixedFile) int { return strings.Compare(a.Path, b.Path) })
	return files
}
