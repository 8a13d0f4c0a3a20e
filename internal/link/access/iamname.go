package access

import (
	"slices"
	"strings"
)

// How near a statement's resources are to a secret; lower is nearer.
const (
	covers     = iota // one covers the secret, and only names that
	coversMore        // one covers the secret by the beginning of its name
	sameName          // the name is right, but the ARN differs
	almostName        // plus the number of edits
	otherName  = 1000 // they name something else
)

// nearness returns how near the resources come to naming the secret, and which of them
// does.
func (st *statement) nearness(s *secretARN) (nearest int, resource string) {
	nearest = otherName
	if st.resources.not {
		return nearest, ""
	}
	for i, written := range st.resources.words {
		for _, name := range st.names[i] {
			if nearness := s.nearness(name, st.resources.globs[i]); nearness < nearest {
				nearest, resource = nearness, written
			}
		}
	}
	if nearest == coversMore && len(st.actions.words) > 0 && !slices.Contains(st.allowed, getSecretValue) {
		// Whoever may describe a whole folder of secrets is not necessarily the app.
		return otherName, ""
	}
	return nearest, resource
}

// nearness compares the secret with a name that a resource means.
func (s *secretARN) nearness(name, glob string) int {
	nearest := otherName
	for _, known := range s.names {
		switch {
		case name == known && s.matches(glob):
			return covers
		case name == known:
			nearest = min(nearest, sameName)
		case strings.HasPrefix(known, name) && strings.Contains(glob, "*") && s.matches(glob):
			nearest = min(nearest, coversMore)
		default:
			if edits, near := countPathEdits(name, known); near {
				nearest = min(nearest, almostName+edits)
			}
		}
	}
	return nearest
}
