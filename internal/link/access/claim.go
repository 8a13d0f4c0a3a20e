package access

// claim is what a file says about reading a secret: the statement in it that comes
// nearest to naming the secret, and the actions that the file as a whole does not
// allow.
type claim struct {
	file      *File
	wanted    *wanted
	statement *statement
	nearness  int
	resource  string
	missing   []string
}

// newClaim compares a file with a secret, and records in the secret what is granted. If
// the file does not name the secret, the claim has no statement.
func newClaim(f *File, w *wanted) claim {
	c := claim{file: f, wanted: w, nearness: otherName}
	for i := range f.statements {
		st := &f.statements[i]
		if !st.meant() {
			continue
		}
		if nearness, resource := st.nearness(w.arn); nearness < c.nearness {
			c.statement, c.nearness, c.resource = st, nearness, resource
		}
	}
	if len(f.statements) == 0 {
		return c
	}
	for _, action := range secretActions {
		if !f.allows(action, w.arn) {
			c.missing = append(c.missing, action)
		}
	}
	grants := len(c.missing) == 0 && f.fault == nil
	w.granted = w.granted || grants
	w.grantedByName = w.grantedByName || grants && c.nearness <= coversMore
	w.named = w.named || c.nearness <= coversMore
	return c
}

func (f *File) allows(action string, secret *secretARN) bool {
	for i := range f.statements {
		if f.statements[i].allows(action, secret) {
			return true
		}
	}
	return false
}
