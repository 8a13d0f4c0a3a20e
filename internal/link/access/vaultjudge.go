package access

import "strings"

// vaultCheck judges the Vault policies of a run.
type vaultCheck struct {
	rules []rule // all, including those of files that Vault rejects
	sound []rule // those of the other files
	files []*File
	// targets are all paths that are read in the run.
	targets map[string]*target
}

func judgeVault(files []*File, needs []Need) []Problem {
	check := newVaultCheck(files, needs)
	problems := map[*rule]*Problem{}
	var order []*rule
	for i := range needs {
		for _, path := range needs[i].VaultPaths {
			if !path.reads() || unknown(path.target()) {
				continue
			}
			culprit, reason := check.culprit(check.targets[path.target()])
			if culprit == nil {
				continue
			}
			if problems[culprit] == nil {
				problems[culprit] = culprit.problem(reason)
				order = append(order, culprit)
			}
			problems[culprit].add(&needs[i], path.target(), path.Ref)
		}
	}
	found := make([]Problem, 0, len(order))
	for _, culprit := range order {
		found = append(found, *problems[culprit])
	}
	return found
}

func newVaultCheck(files []*File, needs []Need) *vaultCheck {
	check := &vaultCheck{files: files, targets: map[string]*target{}}
	for _, f := range files {
		check.rules = append(check.rules, f.rules...)
		if f.fault == nil {
			check.sound = append(check.sound, f.rules...)
		}
	}
	for i := range needs {
		for _, path := range needs[i].VaultPaths {
			check.targets[path.target()] = newTarget(path.target())
		}
	}
	return check
}

func (r *rule) problem(reason Reason) *Problem {
	p := &Problem{
		Rule: RuleVaultPolicy, Reason: reason, Name: r.path.text,
		Path: r.file.Path, Span: r.file.source.Span(r.path.start, r.path.end),
	}
	switch reason {
	case NoRead:
		p.Says = strings.Join(r.capabilities, ", ")
	case Unreadable:
		p.Says = r.file.Fault()
	}
	return p
}
