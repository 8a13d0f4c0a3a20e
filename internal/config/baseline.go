package config

import (
	"fmt"
	"strconv"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/lint"
)

// baselineFormat is the format of the files that are written, and the only one
// that is read. It changes whenever the fingerprint does.
const baselineFormat = 1

const baselineSizeLimit = 64 << 20

// Baseline holds findings that are known and do not count. A finding is
// identified by its fingerprint alone; all else is for the reader of the file.
type Baseline struct {
	Path    string
	Entries []Entry

	byFingerprint map[string]int // the first entry's index
	matched       map[string]bool
}

// Entry is one known finding.
type Entry struct {
	Rule, Path string
	Object     string // "kind namespace/name", empty for a broken file
	Message    string
	// Fingerprint identifies the finding.
	Fingerprint string
	Reason      string // may be added by hand, and is kept when the file is rewritten
}

// LoadBaseline reads a baseline. A file of another version is rejected, and so
// is one with an unknown key.
func LoadBaseline(path string) (*Baseline, error) {
	data, err := readLimited(path, baselineSizeLimit)
	if err != nil {
		return nil, fmt.Errorf("reading baseline %q: %w", path, err)
	}
	b := &Baseline{Path: path}
	if err := b.decode(data); err != nil {
		return nil, err
	}
	b.byFingerprint = make(map[string]int, len(b.Entries))
	for i := range b.Entries {
		if _, twice := b.byFingerprint[b.Entries[i].Fingerprint]; !twice {
			b.byFingerprint[b.Entries[i].Fingerprint] = i
		}
	}
	b.matched = make(map[string]bool, len(b.Entries))
	return b, nil
}

func (b *Baseline) decode(data []byte) error {
	root, err := parse(b.Path, data)
	if err != nil {
		return err
	}
	if root == nil {
		return fmt.Errorf("%s is empty, not a baseline: write one with --write-baseline", b.Path)
	}
	if version, written := baselineVersion(root); written && version != strconv.Itoa(baselineFormat) {
		return &Problem{b.Path, place(root), fmt.Sprintf("baseline of version %s: this mxlint reads version %d; rewrite it with --write-baseline %s",
			version, baselineFormat, b.Path)}
	}
	// Every entry is a mapping of at most six strings.
	r := &reader{path: b.Path, nodesLeft: len(data)}
	r.read(root, "baseline", b.fields())
	return joinProblems(r.problems)
}

// baselineVersion returns the version that a file states; written is false if
// the file does not have the form of a baseline of any version.
func baselineVersion(root *yaml.Node) (version string, written bool) {
	if !hasKey(root, "version") || !hasKey(root, "findings") {
		return "", false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == "version" {
			version = oneLine(root.Content[i+1].Value)
			return version, version != ""
		}
	}
	return "", false
}

func (b *Baseline) fields() shape {
	s := object("a mapping",
		field{"version", oneOf(func(string) {}, strconv.Itoa(baselineFormat))},
		field{"findings", listOf("a list of findings", b.entry)})
	s.required = []string{"version", "findings"}
	return s
}

func (b *Baseline) entry() shape {
	b.Entries = append(b.Entries, Entry{})
	e := &b.Entries[len(b.Entries)-1]
	s := object("a mapping",
		field{"rule", text(&e.Rule)},
		field{"path", text(&e.Path)},
		field{"object", text(&e.Object)},
		field{"message", text(&e.Message)},
		field{"fingerprint", text(&e.Fingerprint)},
		field{"reason", text(&e.Reason)},
	)
	s.required = []string{"rule", "fingerprint"}
	return s
}

// Apply marks the findings that are known. One that is already suppressed by an
// ignore is left unchanged, and its entry counts as matched.
func (b *Baseline) Apply(findings []lint.Finding) {
	for i := range findings {
		finding := &findings[i]
		at, known := b.byFingerprint[finding.Fingerprint]
		if !known {
			continue
		}
		b.matched[finding.Fingerprint] = true
		if finding.Suppressed == nil {
			finding.Suppressed = &lint.Suppression{Kind: lint.ByBaseline, Reason: b.Entries[at].Reason}
		}
	}
}

// Matched reports whether the entry matched a finding that Apply was given.
func (b *Baseline) Matched(entry *Entry) bool { return b.matched[entry.Fingerprint] }

// Unmatched returns the entries that matched nothing, in the order of the file.
// checked reports whether an entry was looked for: its rule ran on what the
// entry is from. Entries that were not looked for may still match.
func (b *Baseline) Unmatched(checked func(*Entry) bool) []Entry {
	var unmatched []Entry
	for i := range b.Entries {
		if entry := &b.Entries[i]; !b.Matched(entry) && checked(entry) {
			unmatched = append(unmatched, *entry)
		}
	}
	return unmatched
}
