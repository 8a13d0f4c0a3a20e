package engine

import (
	"context"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// FixOptions is what Fix is told beside what is linted.
type FixOptions struct {
	// Only are globs of the rules whose findings are mended; none means all.
	// All rules run: they watch over what the fixes bring about.
	Only []string
	// Unsafe makes the fixes that rest on a guess too.
	Unsafe bool
}

// FixOutcome is what mending leads to. Nothing has been written.
type FixOutcome struct {
	// Before is the run over what is there, After the one over the mended texts;
	// they are the same where nothing changes.
	Before, After *Outcome
	// Files are those that change, sorted by path.
	Files []FixedFile
	// Applied are the findings that are mended, as they were told at their turn.
	Applied []lint.Finding
	// Dropped are the fixes that were not kept.
	Dropped []DroppedFix
	// Stdin is the mended standard input; nil where none was read.
	Stdin []byte

	options FixOptions
}

// FixedFile is one file that changes, or standard input.
type FixedFile struct {
	Path          string
	Before, After string // texts, without a byte order mark
	// BytesBefore and BytesAfter are the file as it was read, and as it is to be
	// written.
	BytesBefore, BytesAfter []byte
	Stdin                   bool
}

// DroppedFix is a finding that its fix does not mend, and why.
type DroppedFix struct {
	Finding lint.Finding
	Reason  string
}

// maxLints bounds the work where many fixes have to be dropped one by one.
const maxLints = 200

// Fix mends what the findings offer a fix for, in rounds, until nothing changes.
// A fix is kept when the run over the mended texts no longer has its finding, and
// no error or warning that was not there. Suppressed findings stay as they are.
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
	r.rules.compileAll() // what a fix changes, other rules may tell of
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

// Left are the findings that are there after the fixes, of the rules that were
// to be mended.
func (o *FixOutcome) Left() *lint.Result {
	left := o.After.Result
	left.Findings = slices.DeleteFunc(slices.Clone(left.Findings), func(f lint.Finding) bool { return !o.options.chooses(f.Rule) })
	return &left
}

// Guesses counts the fixes that were left out since they rest on a guess.
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

// changed are the files whose texts differ from what was read.
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
