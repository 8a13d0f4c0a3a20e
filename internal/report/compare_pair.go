package report

import (
	"slices"

	"example.com/mxlint/internal/link"
)

func pairOf(left, right *link.Environment) Pair {
	p := Pair{Left: left.ID, Right: right.ID}
	p.KeysOnlyLeft, p.KeysOnlyRight = difference(keysOf(left), keysOf(right))
	p.FilesOnlyLeft, p.FilesOnlyRight = difference(filesOf(left), filesOf(right))
	// What only one side seems to mount may be mounted on the other as well.
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
		differ("provider", string(left.Provider), string(right.Provider))
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

// keysOf returns the Mendix keys that are mounted under their own names.
func keysOf(e *link.Environment) []string {
	return names(e, func(f *link.MountedFile) string {
		if f.Match != link.MatchExact || f.Versioned {
			return ""
		}
		return f.Key
	})
}

// filesOf returns the names of the files from which Mendix reads no key, including
// misspelled ones.
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

// difference returns what only one of two lists has.
func difference(left, right []string) (onlyLeft, onlyRight []string) {
	without := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(name string) bool { return slices.Contains(other, name) })
	}
	return without(left, right), without(right, left)
}
