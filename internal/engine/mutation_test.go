package engine_test

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// mutation changes one thing in a clean environment.
type mutation struct {
	name  string
	wants []want // at the marks, in their order; none if nothing is found
	apply func(*world)
	// plain mutations are not converted to JSON, which cannot express them.
	plain bool
}

type want struct{ rule, severity string }

// one returns a mutation with a single finding, at its mark.
func one(name, rule, severity string, apply func(*world)) mutation {
	return mutation{name: name, wants: []want{{rule, severity}}, apply: apply}
}

// trial is one environment on disk, with what is expected of it.
type trial struct {
	name   string
	folder string
	wants  []string
	got    []string
}

// bench collects environments in folders of one tree, so that the rules are
// compiled once for all of them.
type bench struct {
	root   string
	trials []*trial
	turn   int
	seen   map[string]int
}

var everything = flag.Bool("everything", false, "try every mutation in every world, not only in some")

// share is the number of worlds of which a mutation is tried in one. Which one depends
// on its name, up to a ";", so that all have their turn.
const share = 11

func (b *bench) skips(name string) bool {
	if b.seen == nil {
		b.seen = make(map[string]int)
	}
	name, _, _ = strings.Cut(name, "; ")
	b.seen[name]++
	hash := fnv.New32a()
	hash.Write([]byte(name))
	return !*everything && b.seen[name] > 1 && (b.seen[name]+int(hash.Sum32()%share))%share != 0
}

// add writes a mutated environment; styles and layouts take turns.
func (b *bench) add(t *testing.T, from world, m mutation) {
	if b.turn++; b.skips(m.name) {
		return
	}
	w := from.clone()
	w.form, w.layout = forms[b.turn%len(forms)], layouts[b.turn%len(layouts)]
	m.apply(w)
	if (m.plain || w.raw != "") && (w.layout == "json" || w.form == "json" || w.form == "single" || w.form == "folded") {
		w.form, w.layout = "literal", "stream"
	}
	folder := fmt.Sprintf("e%05d", b.turn)
	// Names differ widely, so that none is a misspelling of another.
	name := distinctName(b.turn)
	on := &trial{name: fmt.Sprintf("%s (%s %s %s %s, %s in %s)", m.name, w.provider, w.mode, w.storage, w.login, w.form, w.layout), folder: folder}
	require.NoError(t, os.Mkdir(filepath.Join(b.root, folder), 0o755))
	columns := w.layout != "json" && w.form != "json" && w.form != "single"
	for file, text := range w.files() {
		text = strings.NewReplacer("NAMEHERE", name, "SPACEHERE", "n"+name).Replace(text)
		places := map[rune]string{}
		text = takeMarks(text, places)
		for i, wanted := range m.wants {
			if place, found := places[[]rune(mark)[0]+rune(i)]; found {
				on.wants = append(on.wants, describe(file, place, wanted.rule, wanted.severity, columns))
			}
		}
		require.NoError(t, os.WriteFile(filepath.Join(b.root, folder, file), w.encode(text), 0o644))
	}
	slices.Sort(on.wants)
	require.Len(t, on.wants, len(m.wants), "marks of %s", on.name)
	b.trials = append(b.trials, on)
}

func distinctName(number int) string {
	letters := make([]byte, 9)
	state := uint64(number)*0x9e3779b97f4a7c15 + 0x1234567
	for i := range letters {
		state ^= state >> 29
		state *= 0xbf58476d1ce4e5b9
		letters[i] = 'a' + byte(state>>40)%26
	}
	return string(letters)
}

// takeMarks removes the marks from a text and records where they were.
func takeMarks(text string, places map[rune]string) string {
	var b strings.Builder
	line, column := 1, 1
	for _, r := range text {
		switch {
		case r >= 0xe000 && r < 0xe010:
			places[r] = fmt.Sprintf("%d:%d", line, column)
			continue
		case r == '\n':
			line, column = line+1, 0
		}
		column++
		b.WriteRune(r)
	}
	return b.String()
}

func describe(file, place, rule, severity string, columns bool) string {
	if !columns {
		place, _, _ = strings.Cut(place, ":")
	}
	return fmt.Sprintf("%s:%s %s %s", file, place, severity, rule)
}

// lint judges all environments at once and assigns each its findings.
func (b *bench) lint(t *testing.T) {
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{b.root}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
	})
	require.NoError(t, err)
	require.Empty(t, outcome.Errors)
	byFolder := map[string]*trial{}
	for _, on := range b.trials {
		byFolder[on.folder] = on
	}
	for i := range outcome.Findings {
		f := &outcome.Findings[i]
		name, err := filepath.Rel(b.root, filepath.FromSlash(f.Span.Path))
		require.NoError(t, err)
		folder, file, _ := strings.Cut(filepath.ToSlash(name), "/")
		on := byFolder[folder]
		found := describe(file, fmt.Sprintf("%d:%d", f.Span.Start.Line, f.Span.Start.Column), f.Rule, f.Severity.String(), true)
		if loose := describe(file, fmt.Sprintf("%d:", f.Span.Start.Line), f.Rule, f.Severity.String(), false); slices.Contains(on.wants, loose) {
			found = loose
		}
		if f.Severity > lint.Info || slices.Contains(on.wants, found) {
			on.got = append(on.got, found)
		}
	}
}

func (b *bench) check(t *testing.T) {
	b.lint(t)
	groups := map[string][]string{}
	for _, on := range b.trials {
		slices.Sort(on.got)
		if !slices.Equal(on.wants, on.got) {
			what := fmt.Sprintf("want %q, got %q", rulesOf(on.wants), rulesOf(on.got))
			groups[what] = append(groups[what], fmt.Sprintf("%s: want %q, got %q", on.name, on.wants, on.got))
		}
	}
	for what, all := range groups {
		t.Errorf("%d of %d: %s, as in\n\t%s", len(all), len(b.trials), what, strings.Join(all[:min(len(all), examplesShown)], "\n\t"))
	}
}

// examplesShown is how many of the environments that fail alike are shown.
const examplesShown = 3

func rulesOf(lines []string) []string {
	var names []string
	for _, line := range lines {
		_, name, _ := strings.Cut(line, " ")
		names = append(names, name)
	}
	return names
}

func tables(t *testing.T) *link.Tables {
	t.Helper()
	data, err := fs.Sub(policies.FS, "data")
	require.NoError(t, err)
	tables, err := link.LoadTables(data)
	require.NoError(t, err)
	return tables
}

// Environments as documented have no findings, in every style and layout.
func TestClean(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		for range len(forms) * len(layouts) {
			b.add(t, w, mutation{name: "clean", apply: func(*world) {}})
		}
	}
	b.check(t)
}
