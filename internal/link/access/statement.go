package access

import "slices"

// The actions that the AWS provider calls for a secret of Secrets Manager.
const (
	getSecretValue = "secretsmanager:GetSecretValue"
	describeSecret = "secretsmanager:DescribeSecret"
)

// secretActions are all the actions that a secret requires.
var secretActions = [...]string{getSecretValue, describeSecret}

// statement is one statement of an IAM policy.
type statement struct {
	file       *File
	start, end int
	sid        string
	effect     string
	actions    patterns
	resources  patterns
	principal  bool // it belongs to a role or a resource, not to the reader
	// allowed are the actions of the provider that it allows on its resources.
	allowed []string
	// names are what each of the resources may mean.
	names [][]string
}

// patterns are the Action or NotAction, Resource or NotResource of a statement.
type patterns struct {
	not   bool // NotAction or NotResource
	words []string
	globs []string // the words, with "*" for what they leave open
}

func (f *File) addStatements(held *value) {
	for _, v := range held.each() {
		if v.kind != object {
			continue
		}
		f.statements = append(f.statements, newStatement(f, &v))
		if condition, found := v.get("Condition"); found && f.statements[len(f.statements)-1].effect != "Deny" {
			f.addConditions(condition)
		}
	}
}

func newStatement(f *File, v *value) statement {
	st := statement{file: f, start: v.start, end: v.end}
	st.actions = newPatterns(v, "Action", "NotAction")
	st.resources = newPatterns(v, "Resource", "NotResource")
	for _, m := range v.members {
		switch m.key {
		case "Sid":
			st.sid = m.value.text
		case "Effect":
			st.effect = m.value.text
		case "Principal", "NotPrincipal":
			st.principal = true
		}
	}
	for _, action := range secretActions {
		if st.effect == "Allow" && st.actions.cover(action) {
			st.allowed = append(st.allowed, action)
		}
	}
	for _, resource := range st.resources.words {
		st.names = append(st.names, resourceNames(resource))
	}
	return st
}

func newPatterns(v *value, name, inverse string) patterns {
	held, found := v.get(name)
	if !found {
		if held, found = v.get(inverse); !found {
			return patterns{}
		}
		inverse = ""
	}
	p := patterns{not: inverse == ""}
	for _, w := range held.words() {
		p.words = append(p.words, w.text)
		p.globs = append(p.globs, open(w.text))
	}
	return p
}

// allows reports whether the statement allows the action on the secret.
func (st *statement) allows(action string, s *secretARN) bool {
	return slices.Contains(st.allowed, action) && s.coveredBy(&st.resources)
}

// meant reports whether the statement is meant to let a secret be read: it is not if it
// denies, or if its actions only write or are not about secrets. If the effect or the
// actions are missing, it may be.
func (st *statement) meant() bool {
	if st.effect == "Deny" {
		return false
	}
	if st.actions.not || len(st.actions.words) == 0 {
		return !st.principal
	}
	return slices.ContainsFunc(st.actions.words, mayRead)
}

// bare reports whether the statement is meant for secrets but names no resource at all.
func (st *statement) bare() bool {
	return len(st.resources.words) == 0 && !st.principal && !st.actions.not &&
		len(st.actions.words) > 0 && st.meant()
}
