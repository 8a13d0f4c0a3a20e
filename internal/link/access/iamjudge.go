package access

import "strings"

// wanted is a secret of Secrets Manager that an environment reads.
type wanted struct {
	need   *Need
	secret Secret
	arn    *secretARN
	// granted means that some file allows it to be read, named that one is about it:
	// grants it by name, or should.
	granted, grantedByName, named bool
}

// iamCheck judges the IAM policies of a run.
type iamCheck struct {
	files    []*File
	wanted   []*wanted
	problems []*Problem
	byPlace  map[place]*Problem
	// about is the statement of a file that names a secret of an environment.
	about map[fileNeed]*statement
	// nearest is how near each resource that was looked up is to any secret.
	nearest map[string]int
}

type fileNeed struct {
	file *File
	need *Need
}

// place is where a file may have one problem.
type place struct {
	file   *File
	start  int
	reason Reason
}

func judgeIAM(files []*File, needs []Need) []Problem {
	check := &iamCheck{files: files, byPlace: map[place]*Problem{}, about: map[fileNeed]*statement{}, nearest: map[string]int{}}
	for i := range needs {
		check.addWanted(&needs[i])
	}
	for _, c := range check.claims() {
		check.reportClaim(c)
	}
	check.reportBareStatements()
	check.reportUnnamed()
	check.reportUnreadable()
	problems := make([]Problem, len(check.problems))
	for i, p := range check.problems {
		problems[i] = *p
	}
	return problems
}

func (c *iamCheck) addWanted(need *Need) {
	for _, secret := range need.Secrets {
		ofManager := secret.Type == TypeSecretsManager || secret.Type == "" && strings.Contains(secret.Name, ":"+secretsManager+":")
		if ofManager && secret.Name != "" && !unknown(secret.Name) {
			c.wanted = append(c.wanted, &wanted{need: need, secret: secret, arn: newSecretARN(secret, need.RoleARN)})
		}
	}
}

// claims compares every file with every secret. This is done before anything is judged,
// since what one file grants excuses others.
func (c *iamCheck) claims() []claim {
	var found []claim
	for _, f := range c.files {
		for _, w := range c.wanted {
			made := newClaim(f, w)
			if made.statement == nil {
				continue
			}
			found = append(found, made)
			if key := (fileNeed{f, w.need}); made.nearness <= coversMore && c.about[key] == nil {
				c.about[key] = made.statement
			}
		}
	}
	return found
}

// reportClaim reports a claim that does not hold.
func (c *iamCheck) reportClaim(found claim) {
	w := found.wanted
	switch {
	case len(found.missing) == 0 && found.file.fault == nil:
	case len(found.missing) == 0:
		c.report(found.statement, Unreadable, w, nil, found.file.Fault())
	case found.nearness <= coversMore:
		c.report(found.statement, LacksActions, w, found.missing, "")
	case !w.grantedByName && !c.namesAnother(found):
		if p := c.report(found.statement, OtherARN, w, found.missing, found.resource); p.ARN == "" {
			p.ARN = awsPlaceOf(w.need).secret(w.secret)
		}
	}
}

// namesAnother reports whether the resource of a claim is nearer to another secret of
// the run.
func (c *iamCheck) namesAnother(found claim) bool {
	nearest, known := c.nearest[found.resource]
	if !known {
		nearest = otherName
		for _, name := range resourceNames(found.resource) {
			for _, w := range c.wanted {
				nearest = min(nearest, w.arn.nearness(name, open(found.resource)))
			}
		}
		c.nearest[found.resource] = nearest
	}
	return nearest < found.nearness
}

func (c *iamCheck) report(st *statement, reason Reason, w *wanted, missing []string, says string) *Problem {
	at := place{st.file, st.start, reason}
	p := c.byPlace[at]
	if p == nil {
		p = &Problem{
			Rule: RuleIAMPolicy, Reason: reason, Name: st.sid, Says: says,
			Path: st.file.Path, Span: st.file.source.Span(st.start, st.end),
		}
		c.byPlace[at] = p
		c.problems = append(c.problems, p)
	}
	w.named = true
	p.add(w.need, w.secret.Name, w.secret.Ref)
	for _, action := range missing {
		p.Missing = insert(p.Missing, action)
	}
	return p
}
