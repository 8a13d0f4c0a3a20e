package access

import "strings"

// subjectPrefix is the prefix of the name of a ServiceAccount in a token.
// https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
const subjectPrefix = "system:serviceaccount:"

// subject is whom a trust policy or a federated credential trusts.
type subject struct {
	file *File
	word
}

// addConditions adds the subjects in the conditions of a trust policy: those that
// compare the ":sub" of a token with a string.
func (f *File) addConditions(condition *value) {
	for _, operator := range condition.members {
		name := operator.key[strings.IndexByte(operator.key, ':')+1:] // ForAnyValue:
		name = strings.TrimSuffix(name, "IfExists")
		if name != "StringEquals" && name != "StringLike" && name != "StringEqualsIgnoreCase" {
			continue
		}
		for _, key := range operator.value.members {
			if strings.HasSuffix(strings.ToLower(key.key), ":sub") {
				f.addSubjects(&key.value)
			}
		}
	}
}

// addCredential adds the subject of a federated credential.
func (f *File) addCredential(v *value) {
	_, issued := v.get("issuer")
	_, meant := v.get("audiences")
	if held, found := v.get("subject"); found && (issued || meant) {
		f.addSubjects(held)
	}
}

func (f *File) addSubjects(held *value) {
	for _, w := range held.words() {
		f.subjects = append(f.subjects, subject{f, w})
	}
}

// judged reports whether the subject names one account: a wildcard or a placeholder is
// not a misspelling of anything.
func (s *subject) judged() bool { return !strings.ContainsAny(s.text, "*?") && !unknown(s.text) }

// HasAccount reports whether there is a ServiceAccount of the name, whether or not it
// belongs to an environment.
type HasAccount func(namespace, name string) bool

// judgeSubjects reports subjects that are near the account of an environment, but do
// not name an existing account.
func judgeSubjects(files []*File, needs []Need, has HasAccount) []Problem {
	var problems []Problem
	for _, f := range files {
		for i := range f.subjects {
			if s := &f.subjects[i]; s.judged() && !s.exists(has) {
				problems = append(problems, s.judge(needs)...)
			}
		}
	}
	return problems
}

func (s *subject) exists(has HasAccount) bool {
	prefix, namespace, name := splitSubject(s.text)
	return has != nil && prefix == subjectPrefix && has(namespace, name)
}

func (s *subject) judge(needs []Need) []Problem {
	least, nearest := 0, []*Need(nil)
	for i := range needs {
		need := &needs[i]
		if need.Name == "" || unknown(need.Name) || unknown(need.Namespace) {
			continue
		}
		switch edits, near := need.countSubjectEdits(s.text); {
		case near && edits == 0:
			return nil
		case near && (nearest == nil || edits < least):
			least, nearest = edits, []*Need{need}
		case near && edits == least:
			nearest = append(nearest, need)
		}
	}
	if nearest == nil {
		return nil
	}
	p := Problem{Rule: RuleTrustSubject, Reason: NearSubject, Name: s.text, Path: s.file.Path, Span: s.file.source.Span(s.start, s.end)}
	for _, need := range nearest {
		p.add(need, need.subject(), need.Ref)
	}
	return []Problem{p}
}
