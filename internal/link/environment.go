package link

import (
	"maps"
	"slices"
)

// ID names the i-th environment as its subject does.
func (r *Run) ID(i int) string {
	c := r.clusters[i]
	return environmentID(namespaceOf(c), c.anchor().name.text)
}

func environmentID(namespace, name string) string {
	if namespace == "" {
		return name
	}
	return namespace + "/" + name
}

func (r *Run) environment(c *cluster) Environment {
	anchor := c.anchor()
	e := Environment{Name: anchor.name.text, Mode: "standalone", Mounts: maps.Clone(r.options.Mounts)}
	e.Namespace = namespaceOf(c)
	e.ID = environmentID(e.Namespace, e.Name)
	if c.app == nil {
		e.Mode = "connected"
		e.Orphan = r.orphan(anchor)
	}
	e.Links = r.links[c]
	tables := r.options.Tables
	if c.account != nil {
		e.Resources.Account = c.account.account(tables)
		if r.doubled[c.account] { // which of the two is applied last is not known
			e.Resources.Account.Role.State, e.Resources.Account.ClientID.State = MarkUnreadable, MarkUnreadable
		}
	}
	if c.app != nil {
		e.Resources.App = c.app.app(tables)
		if r.options.Whole {
			e.Resources.App.Spec = maskedSpec(c.app.view)
		}
		e.Version.Runtime = c.app.runtimeVersion()
	}
	if c.class != nil {
		r.mount(&e, c.class)
	}
	r.configure(&e, c)
	e.Login = login(&e)
	e.Gates = tables.gates(&e)
	e.Needs = needs(&e)
	e.Unknown = unknowns(&e)
	return e
}

func namespaceOf(c *cluster) string {
	for _, m := range []*member{c.app, c.class, c.account} {
		if m != nil && m.namespace.text != "" {
			return m.namespace.text
		}
	}
	return ""
}

// mount states what the class mounts.
func (r *Run) mount(e *Environment, class *member) {
	facts, result := class.class(r.options.Tables)
	e.Resources.Class = facts
	if boundResult(result) {
		facts.Readable, facts.Cut = false, true
	}
	if r.options.Whole {
		facts.Spec = maskedSpec(class.view)
	}
	e.Provider = facts.checkedProvider()
	w := mounts{class: class, holder: class.at("spec", "parameters").path, result: result, tables: r.options.Tables, mounts: r.options.Mounts}
	e.Problems, e.Objects = w.problems(), w.objects()
	e.Scalars = w.scalars()
	e.MountedFiles = w.files()
	e.Problems = besideType(misspelt(e.Problems, e.MountedFiles), e.MountedFiles, e.Objects)
	w.lostKeys(e.Problems, e.MountedFiles)
	w.straySecretKeys(e)
	e.Complete = facts.Readable && !e.hidden() && !repeats(result)
	e.Mounted = mountedKeys(e.MountedFiles)
	e.Groups = r.options.Tables.groups(e.MountedFiles, e.Mounted)
	e.Storage = storage(&e.Groups.Storage)
	e.Unmounted = r.options.Tables.unmounted(e.Storage, e.Mounted)
	facts.SecretObjects = class.secretObjects(e.MountedFiles, result)
}

// configure takes over what is set for the environment, and finds the version
// of its Operator.
func (r *Run) configure(e *Environment, c *cluster) {
	path := c.anchor().doc.File.Path
	if c.class != nil {
		path = c.class.doc.File.Path
	}
	var set EnvironmentSettings
	if r.options.Settings != nil {
		set = r.options.Settings(path, e.ID)
	}
	e.Database = set.Database
	switch {
	case len(r.options.Operators) > 0:
		e.Version.Operators = slices.Clone(r.options.Operators)
	case len(set.Operators) > 0:
		e.Version.Operators = slices.Clone(set.Operators)
	default:
		if o := r.operatorFor(c); o != nil {
			e.Version.Operators = []Version{o.version}
		}
	}
}

// operatorFor finds the Operator that manages an environment: the one of the
// rendered set first, then of its namespace, then the nearest. Where two of
// different versions are equally near, none is known to be the one.
func (r *Run) operatorFor(c *cluster) *operator {
	anchor := c.anchor()
	var best *operator
	bestScore, namespace, unsure := 0, namespaceOf(c), false
	for _, o := range r.operators {
		if o.set != "" && o.set != anchor.set || !mayBeOne(o.destination, anchor.destination) {
			continue
		}
		stand := &member{folder: o.folder, file: o.folder + "/-"}
		score := 1000 - min(anchor.distance(stand), 100)
		if o.set == anchor.set && o.set != "" {
			score += 4000
		}
		if o.namespace != "" && o.namespace == namespace {
			score += 2000
		}
		switch {
		case best == nil || score > bestScore:
			best, bestScore, unsure = o, score, false
		case score == bestScore && o.version.Text != best.version.Text:
			unsure = true
		}
	}
	if unsure {
		return nil
	}
	return best
}

// orphan tells whether an environment without a MendixApp stands where apps
// are kept in git: then the Portal does not make it.
func (r *Run) orphan(anchor *member) bool {
	if anchor.doubtful() || r.search.mayBeUnread(kindApp, anchor) || r.search.doubted(anchor, kindApp) {
		return false
	}
	return slices.ContainsFunc(r.apps, func(m *member) bool { return m.neighbour(anchor) })
}
