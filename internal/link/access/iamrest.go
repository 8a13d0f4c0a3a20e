package access

import (
	"slices"
	"strings"
)

// reportBareStatements reports statements that are meant for secrets but name none,
// which IAM rejects. They are about secrets that nothing else grants.
func (c *iamCheck) reportBareStatements() {
	for _, f := range c.files {
		for i := range f.statements {
			st := &f.statements[i]
			if !st.bare() {
				continue
			}
			for _, w := range c.owners(st) {
				c.report(st, NoResource, w, secretActions[:], "")
			}
		}
	}
}

// owners guesses whose secrets a statement without resources is for: those of the
// environments that the file is about, or else those that its name or Sid names, or
// else those of the only environment that lacks something.
func (c *iamCheck) owners(st *statement) []*wanted {
	var lacking []*wanted
	for _, w := range c.wanted {
		if !w.granted && !w.named {
			lacking = append(lacking, w)
		}
	}
	for _, choose := range []func(*wanted) bool{
		func(w *wanted) bool { return c.about[fileNeed{st.file, w.need}] != nil },
		func(w *wanted) bool { return hints(st, w.need.Name) || hints(st, w.secret.Name) },
	} {
		chosen := slices.DeleteFunc(slices.Clone(lacking), func(w *wanted) bool { return !choose(w) })
		if len(chosen) > 0 {
			return chosen
		}
	}
	for _, w := range lacking {
		if w.need != lacking[0].need {
			return nil
		}
	}
	return lacking
}

// hints reports whether the Sid of a statement, or the name of its file, contains a
// name, ignoring characters that a Sid cannot have.
func hints(st *statement, name string) bool {
	name = letters(name)
	return name != "" && (strings.Contains(letters(st.sid), name) || strings.Contains(letters(st.file.Path), name))
}

func letters(text string) string {
	return strings.Map(func(char rune) rune {
		if char < 0x80 && isAlphanumeric(byte(char)) {
			return char
		}
		return -1
	}, strings.ToLower(text))
}

// reportUnnamed reports secrets that no file names, although one is about another
// secret of the same environment.
func (c *iamCheck) reportUnnamed() {
	for _, w := range c.wanted {
		if w.granted || w.named {
			continue
		}
		for _, f := range c.files {
			if st := c.about[fileNeed{f, w.need}]; st != nil {
				c.report(st, NotNamed, w, secretActions[:], "")
				break
			}
		}
	}
}

// reportUnreadable reports malformed files in which too little could be read to say
// more, but which contain the name of a secret.
func (c *iamCheck) reportUnreadable() {
	for _, f := range c.files {
		if f.fault == nil || slices.ContainsFunc(c.problems, func(p *Problem) bool { return p.Path == f.Path }) {
			continue
		}
		at := statement{file: f, start: f.fault.at, end: f.fault.at}
		for _, w := range c.wanted {
			if !w.grantedByName && f.mentions(w.arn) {
				c.report(&at, Unreadable, w, nil, f.Fault())
			}
		}
	}
}

// mentions reports whether a secret's name occurs in the text as in an ARN.
func (f *File) mentions(secret *secretARN) bool {
	for _, name := range secret.names {
		_, behind, found := strings.Cut(f.source.Text, ":secret:"+name)
		if found && behind != "" && strings.IndexByte(`-"*`, behind[0]) >= 0 {
			return true
		}
	}
	return false
}
