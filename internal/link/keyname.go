package link

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// The prefixes of keys that contain a name chosen by the user.
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

// matchKey compares a file name with the keys that Mendix reads: a near miss is a
// misspelling, another case, another separator, or the key with quotes, blanks or a
// slash around it.
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

// around are characters that are left around names by mistake.
const around = "\"'`/ \t\r\n"

func (t *Tables) isKey(name string) bool {
	return t.byKey[name] != nil || prefixed(name, constPrefix) || prefixed(name, runtimePrefix)
}

// unquotedRest removes the quotes around the part of a name that follows a prefix.
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

// prefixed reports whether a name has a prefix that is not followed by another hyphen.
func prefixed(name, prefix string) bool {
	return strings.HasPrefix(name, prefix) && !strings.HasPrefix(name, prefix+"-")
}

// nearPrefix returns the name with its prefix corrected, if that is a misspelling of
// mx-const- or mx-runtime-; otherwise "". The name after the prefix is kept: its dots
// and capitals are part of it.
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
			break // no misspelling is this long
		}
		written, rest := spelling.Hyphens(name[:end]), strings.Trim(name[end+1:], around)
		if strings.Count(written, "-") > 2 {
			break
		}
		if rest == "" {
			continue
		}
		if nearest == "" && (written == "mx-constant" || written == "mx-constants") {
			return constPrefix + rest // what const is short for
		}
		for _, prefix := range []string{constPrefix, runtimePrefix} {
			right := strings.TrimSuffix(prefix, "-")
			distance := spelling.Distance(written, right)
			if distance <= spelling.MaxEdits(right) && distance < edits && resembles(written, distance) {
				nearest, edits = prefix+rest, distance
			}
		}
	}
	return nearest
}

// nearHyphens is nearPrefix for prefixes in which only the hyphens are wrong: one is
// missing, doubled, or another character. If the last one is missing, what follows has
// to look like a name: that of a module, or of a Java property.
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

// hyphenLike are the characters that people write instead of a hyphen.
const hyphenLike = "-_.:/ "

// resembles prevents short words such as "my-cost" from being taken for a prefix that
// they merely happen to be close to.
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
