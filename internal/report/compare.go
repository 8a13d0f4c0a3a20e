package report

import (
	"slices"

	"example.com/mxlint/internal/link"
)

// Side is one of two trees that are compared.
type Side struct {
	Name         string // as it was given
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

// Pair is two environments that belong together. Keys and files are in order.
type Pair struct {
	Left  string `json:"left"`
	Right string `json:"right"`
	// KeysOnlyLeft and KeysOnlyRight are Mendix keys that one side mounts.
	KeysOnlyLeft  []string `json:"keysOnlyLeft"`
	KeysOnlyRight []string `json:"keysOnlyRight"`
	// FilesOnlyLeft and FilesOnlyRight are other mounted files.
	FilesOnlyLeft  []string     `json:"filesOnlyLeft"`
	FilesOnlyRight []string     `json:"filesOnlyRight"`
	Differences    []Difference `json:"differences"`
	// Unknown is what could not be compared: why not all that a side mounts is known.
	Unknown []Difference `json:"unknown"`
}

// Difference is one fact that is told differently.
type Difference struct {
	What  string `json:"what"`
	Left  string `json:"left"`
	Right string `json:"right"`
}

// Equal tells whether nothing differs.
func (p *Pair) Equal() bool {
	return len(p.KeysOnlyLeft)+len(p.KeysOnlyRight)+len(p.FilesOnlyLeft)+len(p.FilesOnlyRight)+len(p.Differences)+len(p.Unknown) == 0
}

// Compare pairs the environments of two trees, by namespace and name, then by
// name; where each has exactly one these two. Trees of stages keep the name
// and change the namespace.
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

func pairOf(left, right *link.Environment) Pair {
	p := Pair{Left: left.ID, Right: right.ID}
	p.KeysOnlyLeft, p.KeysOnlyRight = apart(keysOf(left), keysOf(right))
	p.FilesOnlyLeft, p.FilesOnlyRight = apart(filesOf(left), filesOf(right))
	// What one side mounts may be there on the other as well, unseen.
	if left.MountsUnknown != "" {
		p.KeysOnlyRight, p.FilesOnlyRight = nil, nil
	}
	if right.MountsUnknown != "" {
		p.KeysOnlyLeft, p.FilesOnlyLeft = nil, nil
	}
	known := left.MountsUnknown == "" && right.MountsUnknown == ""
	if !known {
		p.Unknown = append(p.Unknown, Difference{What: "what is mounted", Left: left.MountsUnknown, Right: right.MountsUnknown})
	}
	differ := func(what, a, b string) {
		if a != b {
			p.Differences = append(p.Differences, Difference{What: what, Left: a, Right: b})
		}
	}
	differ("mode", string(left.Mode), string(right.Mode))
	if left.Resources.Class != nil && right.Resources.Class != nil {
		differ("provider", left.Provider, right.Provider)
	}
	differ("runtime", runtimeOf(left), runtimeOf(right))
	if known {
		differ("storage", string(left.Storage), string(right.Storage))
		differ("login to the database", string(left.Login.Database), string(right.Login.Database))
		differ("login to the storage", string(left.Login.Storage), string(right.Login.Storage))
		differ("least operator", leastOf(left.Needs.Operator), leastOf(right.Needs.Operator))
		differ("least runtime", leastOf(left.Needs.Runtime), leastOf(right.Needs.Runtime))
	}
	return p
}

func runtimeOf(e *link.Environment) string {
	if e.Versions.Runtime == nil {
		return ""
	}
	return e.Versions.Runtime.Text
}

func leastOf(need *link.Need) string {
	if need == nil {
		return ""
	}
	return need.Version
}

// keysOf are the Mendix keys that are mounted under their names.
func keysOf(e *link.Environment) []string {
	return names(e, func(f *link.MountedFile) string {
		if f.Match != link.MatchExact || f.Versioned {
			return ""
		}
		return f.Key
	})
}

// filesOf are the names of the files that Mendix reads no key from, misspelt ones
// too.
func filesOf(e *link.Environment) []string {
	return names(e, func(f *link.MountedFile) string {
		switch {
		case f.Versioned:
			return f.Name + "/0"
		case f.Match == link.MatchExact || f.Parent:
			return ""
		}
		return f.Name
	})
}

func names(e *link.Environment, name func(*link.MountedFile) string) []string {
	var list []string
	for i := range e.MountedFiles {
		if n := name(&e.MountedFiles[i]); n != "" {
			list = append(list, n)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// apart returns what only one of two lists has.
func apart(left, right []string) (onlyLeft, onlyRight []string) {
	without := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(name string) bool { return slices.Contains(other, name) })
	}
	return without(left, right), without(right, left)
}
