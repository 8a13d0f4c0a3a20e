package access

import "strings"

// cover reports whether the patterns of a statement match an action, which IAM compares
// case-insensitively.
func (p *patterns) cover(action string) bool {
	if len(p.words) == 0 {
		return false
	}
	action = strings.ToLower(action)
	for _, glob := range p.globs {
		if globsMeet(strings.ToLower(glob), action) {
			return !p.not
		}
	}
	return p.not
}

// mayRead reports whether an action reads secrets, or is a misspelling of one that
// does.
func mayRead(action string) bool {
	service, operation, found := strings.Cut(strings.ToLower(open(action)), ":")
	if !found {
		return strings.HasPrefix(service, "*")
	}
	if _, near := countEdits(service, secretsManager); !near && !globsMeet(service, secretsManager) {
		return false
	}
	for _, verb := range [...]string{"get*", "describe*", "batchget*", "list*"} {
		if globsMeet(operation, verb) {
			return true
		}
	}
	return false
}
