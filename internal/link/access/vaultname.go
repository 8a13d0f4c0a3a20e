package access

import "strings"

// How near the path of a rule is to the path that a class reads; lower is nearer.
const (
	samePath       = iota // it covers the path
	withoutData           // kv-v2's "data/" is missing or superfluous
	withVersion           // it begins with the "v1/" of the HTTP API
	withSlash             // it ends with a slash, or only covers what is below
	otherAPI              // another part of kv-v2's API: metadata/, delete/, …
	misspelledPath        // plus the number of edits
	otherSecret    = 1000 // it names something else
)

// nearness returns how near the rule comes to naming the secret at a path. A rule that
// covers a whole mount does not name any secret.
func (r *rule) nearness(t *target) int {
	if r.open {
		return otherSecret
	}
	if nearness := r.covering(t); nearness < otherSecret {
		return nearness
	}
	if bare, found := strings.CutPrefix(r.glob, "v1/"); found {
		if r := (&rule{glob: bare}); r.covering(t) < otherSecret || r.coversBelow(t) {
			return withVersion
		}
	}
	if r.coversBelow(t) {
		return withSlash
	}
	return r.misspelling(t)
}

// covering returns the nearness of the path that the rule covers, otherSecret if it
// covers none that counts as the target's.
func (r *rule) covering(t *target) int {
	for _, variant := range t.variants {
		if r.matches(variant.path) && r.names(t) {
			return variant.nearness
		}
	}
	return otherSecret
}

// coversBelow reports whether the rule covers what is below the path, but not the path
// itself.
func (r *rule) coversBelow(t *target) bool {
	path, found := strings.CutSuffix(strings.TrimSuffix(r.glob, "*"), "/")
	above := &rule{glob: path}
	return found && above.exact() && above.covering(t) < withSlash
}

// names reports whether the rule contains a segment of the secret's path in its mount,
// or the beginning of one, and not only the mount.
func (r *rule) names(t *target) bool {
	prefix, globbed := r.prefix()
	mine := strings.Split(strings.TrimSuffix(prefix, "/"), "/")
	for segment := range strings.SplitSeq(t.secret, "/") {
		for i, written := range mine {
			begun := globbed && i == len(mine)-1 && i > 0 && written != "" && strings.HasPrefix(segment, written)
			if segment == written || begun {
				return true
			}
		}
	}
	return false
}

// misspelling compares what the rule contains with an equally long part of the path.
func (r *rule) misspelling(t *target) int {
	if r.segmented() {
		return otherSecret
	}
	written, globbed := r.prefix()
	written = strings.TrimSuffix(written, "/")
	count := strings.Count(written, "/") + 1
	nearest := otherSecret
	for _, variant := range t.variants[:2] {
		known := variant.path
		if globbed {
			segments := strings.Split(known, "/")
			if count <= len(segments)-strings.Count(t.secret, "/")-1 {
				continue // only the mount
			}
			known = strings.Join(segments[:min(count, len(segments))], "/")
		}
		if edits, near := countPathEdits(written, known); near {
			nearest = min(nearest, misspelledPath+edits)
		}
	}
	return nearest
}
