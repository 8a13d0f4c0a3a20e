package access

import "slices"

// culprit returns the rule that should allow a path to be read but does not, or nil.
func (c *vaultCheck) culprit(t *target) (*rule, Reason) {
	if c.open(t.path) {
		return nil, ""
	}
	result, deciding := evaluate(c.sound, t.path)
	switch {
	case result == granted:
		return nil, ""
	case result == denied && deciding[0].names(t):
		for _, r := range deciding {
			if r.denies() {
				return r, Denied
			}
		}
	case c.grantedAlone(t.path):
		return nil, ""
	case len(deciding) > 0 && deciding[0].names(t):
		return deciding[0], NoRead
	}
	return c.nearest(t)
}

// open reports whether a rule that leaves something to a template may grant the path.
func (c *vaultCheck) open(path string) bool {
	for i := range c.sound {
		if r := &c.sound[i]; r.open && r.matches(path) {
			return true
		}
	}
	return false
}

// grantedAlone reports whether one file grants the path by itself: the files of a tree
// need not all be bound to one role.
func (c *vaultCheck) grantedAlone(path string) bool {
	for _, f := range c.files {
		if f.fault != nil {
			continue
		}
		if result, _ := evaluate(f.rules, path); result == granted {
			return true
		}
	}
	return false
}

// nearest returns the rule that comes nearest to naming the path, unless it comes
// nearer to another path of the run.
func (c *vaultCheck) nearest(t *target) (*rule, Reason) {
	var best *rule
	least := otherSecret
	for i := range c.rules {
		r := &c.rules[i]
		if nearness := r.nearness(t); nearness < least && !c.nearer(r, nearness) {
			best, least = r, nearness
		}
	}
	switch {
	case best == nil:
		return nil, ""
	case best.file.fault != nil:
		return best, Unreadable
	case least == samePath:
		return best, NoRead
	default:
		return best, OtherPath
	}
}

func (c *vaultCheck) nearer(r *rule, nearness int) bool {
	if nearness == samePath {
		return false
	}
	for _, t := range c.targets {
		if r.nearness(t) < nearness {
			return true
		}
	}
	return false
}

func (r *rule) denies() bool { return slices.Contains(r.capabilities, "deny") }
