package link

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// The prefixes of keys that carry a name of the user's.
const (
	constPrefix   = "mx-const-"
	runtimePrefix = "mx-runtime-"
)

// keyMatch is what a file name means to Mendix.
type keyMatch struct {
	match   string // "exact", "near", "unknown" or "foreign"
	key     string
	nearest []string
}

// matchKey compares a file name with the keys that Mendix reads: a near miss
// is a slip of the pen, another case, another separator, or the key with
// quotes, blanks or a slash around it.
func (t *Tables) matchKey(name string) keyMatch {
	bare := strings.Trim(name, "\"'`/ \t\r\n")
	if t.byKey[bare] != nil || strings.HasPrefix(bare, constPrefix) || strings.HasPrefix(bare, runtimePrefix) {
		if bare == name {
			return keyMatch{match: "exact", key: name}
		}
		return near(bare)
	}
	if prefixed := nearPrefix(bare); prefixed != "" {
		return near(prefixed)
	}
	plain := dashed(bare)
	if t.byKey[plain] != nil {
		return near(plain)
	}
	if nearest := spelling.Nearest(plain, t.names); len(nearest) > 0 {
		return near(nearest...)
	}
	for _, prefix := range []string{"database-", "storage-", "mx-"} {
		if strings.HasPrefix(name, prefix) {
			return keyMatch{match: "unknown"}
		}
	}
	return keyMatch{match: "foreign"}
}

func near(keys ...string) keyMatch {
	return keyMatch{match: "near", key: keys[0], nearest: keys}
}

// dashed writes a name as keys are written.
func dashed(name string) string {
	return strings.NewReplacer("_", "-", ".", "-", " ", "-").Replace(strings.ToLower(name))
}

// nearPrefix returns the name with its prefix set right, where the prefix is a
// slip of mx-const- or mx-runtime-; "" where it is neither. The name behind
// the prefix stays as it is: its dots and capitals belong to it.
func nearPrefix(name string) string {
	for end := 0; end < len(name); end++ {
		if c := name[end]; c != '-' && c != '_' && c != '.' {
			continue
		}
		written := dashed(name[:end])
		rest := name[end+1:]
		if rest == "" || strings.Count(written, "-") > 1 {
			continue
		}
		for _, prefix := range []string{constPrefix, runtimePrefix} {
			right := strings.TrimSuffix(prefix, "-")
			if len(written) >= len(right)-2 && spelling.Distance(written, right) <= spelling.Allowance(right) && resembles(written, right) {
				return prefix + rest
			}
		}
	}
	return ""
}

// resembles keeps short words such as "my-cost" from being taken for a prefix
// that they only happen to be near to.
func resembles(written, right string) bool {
	return spelling.Distance(written, right) <= 1 || strings.HasPrefix(written, "mx")
}

// group returns what a key is for, and the storage family it belongs to.
func (t *Tables) group(key string) (group, family string) {
	switch {
	case key == "":
		return "", ""
	case strings.HasPrefix(key, constPrefix):
		return "const", ""
	case strings.HasPrefix(key, runtimePrefix):
		return "runtime", ""
	}
	if row := t.byKey[key]; row != nil {
		return row.Group, row.Family
	}
	return "", ""
}
