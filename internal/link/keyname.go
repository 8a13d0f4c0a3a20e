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
	match   Match // exact, near, unknown or foreign
	key     string
	nearest []string
}

// matchKey compares a file name with the keys that Mendix reads: a near miss
// is a slip of the pen, another case, another separator, or the key with
// quotes, blanks or a slash around it.
func (t *Tables) matchKey(name string) keyMatch {
	bare := strings.Trim(spelling.Plain(name), around)
	if t.isKey(bare) {
		if right := unquotedRest(bare); right != name {
			return nearMatch(right)
		}
		return keyMatch{match: MatchExact, key: name}
	}
	if right := nearPrefix(bare); right != "" {
		return nearMatch(right)
	}
	plain := spelling.Hyphens(bare)
	if t.byKey[plain] != nil {
		return nearMatch(plain)
	}
	if nearest := spelling.Nearest(plain, t.names); len(nearest) > 0 {
		return nearMatch(nearest...)
	}
	for _, prefix := range []string{"database-", "storage-", "mx-"} {
		if strings.HasPrefix(name, prefix) {
			return keyMatch{match: MatchUnknown}
		}
	}
	return keyMatch{match: MatchForeign}
}

// around are signs that people leave around a name.
const around = "\"'`/ \t\r\n"

func (t *Tables) isKey(name string) bool {
	return t.byKey[name] != nil || prefixed(name, constPrefix) || prefixed(name, runtimePrefix)
}

// unquotedRest takes the quotes off a name that stands behind a prefix.
func unquotedRest(name string) string {
	for _, prefix := range []string{constPrefix, runtimePrefix} {
		if rest, found := strings.CutPrefix(name, prefix); found {
			return prefix + strings.Trim(rest, around)
		}
	}
	return name
}

func nearMatch(keys ...string) keyMatch {
	return keyMatch{match: MatchNear, key: keys[0], nearest: keys}
}

// prefixed tells whether a name has a prefix, and not one hyphen too many.
func prefixed(name, prefix string) bool {
	return strings.HasPrefix(name, prefix) && !strings.HasPrefix(name, prefix+"-")
}

// nearPrefix returns the name with its prefix set right, where the prefix is a
// slip of mx-const- or mx-runtime-; "" where it is neither. The name behind
// the prefix stays as it is: its dots and capitals belong to it.
func nearPrefix(name string) string {
	if right := nearHyphens(name); right != "" {
		return right
	}
	nearest, edits := "", 3
	for end := 0; end < len(name); end++ {
		if strings.IndexByte(hyphenLike, name[end]) < 0 {
			continue
		}
		if end > len(runtimePrefix)+2 {
			break // no slip is as long
		}
		written, rest := spelling.Hyphens(name[:end]), strings.Trim(name[end+1:], around)
		if strings.Count(written, "-") > 2 {
			break
		}
		if rest == "" {
			continue
		}
		if nearest == "" && (written == "mx-constant" || written == "mx-constants") {
			return constPrefix + rest // the word that const stands for
		}
		for _, prefix := range []string{constPrefix, runtimePrefix} {
			right := strings.TrimSuffix(prefix, "-")
			distance := spelling.Distance(written, right)
			if distance <= spelling.Allowance(right) && distance < edits && resembles(written, distance) {
				nearest, edits = prefix+rest, distance
			}
		}
	}
	return nearest
}

// nearHyphens is nearPrefix where only the hyphens of the prefix are wrong: one
// is missing, doubled, or another sign. Where the last one is missing, what
// follows has to look like a name: a module's, or that of a Java property.
func nearHyphens(name string) string {
	for _, prefix := range []string{constPrefix, runtimePrefix} {
		first, second, _ := strings.Cut(strings.TrimSuffix(prefix, "-"), "-")
		rest, found := strings.CutPrefix(name, first)
		if !found {
			continue
		}
		if rest, found = strings.CutPrefix(strings.TrimLeft(rest, hyphenLike), second); !found {
			continue
		}
		bare := strings.Trim(strings.TrimLeft(rest, hyphenLike), around)
		if bare != "" && (bare != rest || bare[0] >= 'A' && bare[0] <= 'Z' || strings.HasPrefix(bare, "com.")) {
			return prefix + bare
		}
	}
	return ""
}

// hyphenLike are the signs that people write for a hyphen.
const hyphenLike = "-_.:/ "

// resembles keeps short words such as "my-cost" from being taken for a prefix
// that they only happen to be near to.
func resembles(written string, distance int) bool {
	return distance <= 1 || strings.HasPrefix(written, "mx")
}

// group returns what a key is for, and the storage family it belongs to.
func (t *Tables) group(key string) (group KeyGroup, family Storage) {
	switch {
	case key == "":
		return "", ""
	case strings.HasPrefix(key, constPrefix):
		return GroupConst, ""
	case strings.HasPrefix(key, runtimePrefix):
		return GroupRuntime, ""
	}
	if row := t.byKey[key]; row != nil {
		return row.Group, row.Family
	}
	return "", ""
}
