package report

import (
	"slices"

	"example.com/mxlint/internal/link"
)

// Side is one of two trees that are compared.
type Side struct {
	Name         string // as given
	Environments []*link.Subject
}

// Comparison is how the environments of two trees differ.
type Comparison struct {
	SchemaVersion int    `json:"schemaVersion"`
	Left          string `json:"left"`
	Right         string `json:"right"`
	Pairs         []Pair `json:"pairs"`
	// OnlyLeft and OnlyRight are environments without a counterpart.
	OnlyLeft  []string `json:"onlyLeft"`
	OnlyRight []string `json:"onlyRight"`
}

// Pair is two environments that correspond to each other. Keys and files are in order.
type Pair struct {
	Left  string `json:"left"`
	Right string `json:"right"`
	// KeysOnlyLeft and KeysOnlyRight are Mendix keys that only one side mounts.
	KeysOnlyLeft  []string `json:"keysOnlyLeft"`
	KeysOnlyRight []string `json:"keysOnlyRight"`
	// FilesOnlyLeft and FilesOnlyRight are other files that only one side mounts.
	FilesOnlyLeft  []string     `json:"filesOnlyLeft"`
	FilesOnlyRight []string     `json:"filesOnlyRight"`
	Differences    []Difference `json:"differences"`
	// Unknown is what could not be compared: why not all that a side mounts is known.
	Unknown []Difference `json:"unknown"`
}

// Difference is one fact that differs between the sides.
type Difference struct {
	What  string `json:"what"`
	Left  string `json:"left"`
	Right string `json:"right"`
}

// Equal reports whether nothing differs.
func (p *Pair) Equal() bool {
	return len(p.KeysOnlyLeft)+len(p.KeysOnlyRight)+len(p.FilesOnlyLeft)+len(p.FilesOnlyRight)+len(p.Differences)+len(p.Unknown) == 0
}

// Compare pairs the environments of two trees, by namespace and name, then by name; if
// each tree has exactly one, it pairs these. Trees of stages keep the name and change
// the namespace.
func Compare(left, right Side) Comparison {
	c := Comparison{SchemaVersion: 1, Left: left.Name, Right: right.Name}
	rest := slices.Clone(right.Environments)
	partners := make([]*link.Subject, len(left.Environments))
	for _, same := range []func(a, b *link.Subject) bool{
		func(a, b *link.Subject) bool { return a.ID == b.ID },
		func(a, b *link.Subject) bool { return a.Name == b.Name },
		func(_, _ *link.Subject) bool { return len(left.Environments) == 1 && len(right.Environments) == 1 },
	} {
		for i, subject := range left.Environments {
			at := slices.IndexFunc(rest, func(other *link.Subject) bool { return same(subject, other) })
			if partners[i] == nil && at >= 0 {
				partners[i] = rest[at]
				rest = slices.Delete(rest, at, at+1)
			}
		}
	}
	for i, subject := range left.Environments {
		if partners[i] == nil {
			c.OnlyLeft = append(c.OnlyLeft, subject.ID)
			continue
		}
		c.Pairs = append(c.Pairs, pairOf(&subject.Environment, &partners[i].Environment))
	}
	for _, subject := range rest {
		c.OnlyRight = append(c.OnlyRight, subject.ID)
	}
	fill(&c)
	return c
}
