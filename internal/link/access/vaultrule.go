package access

import "strings"

// rule is one path of a Vault policy.
type rule struct {
	file *File
	path word   // as written
	glob string // without the leading slash, which Vault removes
	// capabilities are the words as written, with old-style policies resolved.
	capabilities []string
	// open rules leave their path or their capabilities to a template.
	open bool
}

func (f *File) addRules(root *value) {
	for i := range root.members {
		if root.members[i].key != "path" {
			continue
		}
		for _, paths := range root.members[i].value.each() {
			for _, entry := range paths.members {
				if entry.value.kind == object {
					f.rules = append(f.rules, f.newRule(entry))
				}
			}
		}
	}
}

func (f *File) newRule(entry member) rule {
	r := rule{
		file: f,
		path: word{entry.key, entry.start, entry.end},
		glob: strings.TrimPrefix(entry.key, "/"),
		open: unknown(entry.key),
	}
	for _, attribute := range entry.value.members {
		switch attribute.key {
		case "capabilities":
			for _, held := range attribute.value.each() {
				r.open = r.open || held.kind != quoted || unknown(held.text)
				r.capabilities = append(r.capabilities, held.text)
			}
		case "policy":
			r.capabilities = append(r.capabilities, oldPolicy(attribute.value.text)...)
		}
	}
	return r
}

// oldPolicy resolves the words that preceded capabilities.
// https://developer.hashicorp.com/vault/docs/concepts/policies
func oldPolicy(name string) []string {
	switch name {
	case "deny":
		return []string{"deny"}
	case "read":
		return []string{"read", "list"}
	case "write":
		return []string{"create", "read", "update", "delete", "list"}
	case "sudo":
		return []string{"create", "read", "update", "delete", "list", "sudo"}
	default:
		return nil
	}
}

// segmented reports whether a "+" in the path matches any one segment. Vault only looks
// for "/+", then compares whole segments.
func (r *rule) segmented() bool {
	return r.glob == "+" || strings.HasPrefix(r.glob, "+/") || strings.Contains(r.glob, "/+")
}

// prefix returns the path without the "*" at its end, and reports whether there is one;
// elsewhere a "*" is an ordinary character.
func (r *rule) prefix() (string, bool) { return strings.CutSuffix(r.glob, "*") }

// exact reports whether the path matches only itself.
func (r *rule) exact() bool {
	_, globbed := r.prefix()
	return !globbed && !r.segmented()
}

// matches reports whether the rule decides on the path.
func (r *rule) matches(path string) bool {
	prefix, globbed := r.prefix()
	switch {
	case r.open:
		return globsMeet(strings.ReplaceAll(open(r.glob), "+", "*"), path)
	case r.segmented():
		return matchSegments(prefix, globbed, path)
	case globbed:
		return strings.HasPrefix(path, prefix)
	default:
		return r.glob == path
	}
}

func matchSegments(pattern string, globbed bool, path string) bool {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(have) < len(want) || len(have) > len(want) && !globbed {
		return false
	}
	for i, segment := range want {
		last := globbed && i == len(want)-1
		if segment != "+" && segment != have[i] && !(last && strings.HasPrefix(have[i], segment)) {
			return false
		}
	}
	return true
}
