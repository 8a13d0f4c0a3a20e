package link

import (
	"maps"
	"slices"

	"example.com/mxlint/internal/manifest"
)

// ID returns the ID of the i-th environment, as in its subject.
func (r *Run) ID(i int) string {
	d := r.drafts[i]
	return environmentID(namespaceOf(d), d.anchor().name.text)
}

func environmentID(namespace, name string) string {
	if namespace == "" {
		return name
	}
	return namespace + "/" + name
}

func (r *Run) environment(d *draft) Environment {
	anchor := d.anchor()
	e := Environment{Name: anchor.name.text, Mode: ModeStandalone, VaultMounts: maps.Clone(r.options.Mounts)}
	e.Namespace = namespaceOf(d)
	e.ID = environmentID(e.Namespace, e.Name)
	if d.app == nil {
		e.Mode = ModeConnected
		e.Orphan = r.orphan(anchor)
	}
	e.Links = cloneLinks(r.links[d])
	tables := r.options.Tables
	if d.account != nil {
		e.Resources.Account = d.account.account(tables)
		if r.doubled[d.account] { // which of the two is applied last is unknown
			e.Resources.Account.Role.State, e.Resources.Account.ClientID.State = MarkUnreadable, MarkUnreadable
		}
	}
	if d.app != nil {
		e.Resources.App = d.app.app(tables)
		if r.options.Whole {
			e.Resources.App.Spec = maskedSpec(d.app.view)
		}
		e.Versions.Runtime = d.app.runtimeVersion()
	}
	if d.class != nil {
		r.mount(&e, d.class)
	}
	r.configure(&e, d)
	e.MountsUnknown = mountsUnknown(&e)
	e.Login = login(&e)
	e.Gates = tables.gates(&e)
	e.Needs = needs(&e)
	e.Unknown = unknowns(&e)
	return e
}

// cloneLinks copies links for the facts of one environment, which HideSecrets may
// modify.
func cloneLinks(links []Link) []Link {
	links = slices.Clone(links)
	for i := range links {
		if candidate := links[i].Candidate; candidate != nil {
			own := *candidate
			links[i].Candidate = &own
		}
	}
	return links
}

func namespaceOf(d *draft) string {
	for _, m := range []*member{d.app, d.class, d.account} {
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
	w := mounting{class: class, holder: class.at("spec", "parameters").path, result: result, tables: r.options.Tables, declared: r.options.Mounts}
	e.Problems, e.Objects = w.problems(), w.objects()
	e.Scalars = w.scalars()
	e.MountedFiles = w.files()
	e.Problems = withoutBesideType(withoutMisspelt(e.Problems, e.MountedFiles), e.MountedFiles, e.Objects)
	w.raiseLostKeys(e.Problems, e.MountedFiles)
	w.adoptStraySecretKeys(e)
	e.Complete = facts.Readable && !e.hides(MatchHidden) && !e.hides(MatchRefused) && !repeats(result)
	e.Mounted = mountedKeys(e.MountedFiles)
	e.Groups = r.options.Tables.groups(e.MountedFiles, e.Mounted)
	e.Storage = storage(&e.Groups.Storage)
	e.Unmounted = r.options.Tables.unmounted(e.Storage, e.Mounted)
	facts.SecretObjects = class.secretObjects(e.MountedFiles, result)
}

// configure applies the settings for the environment, and finds the version of its
// Operator.
func (r *Run) configure(e *Environment, d *draft) {
	doc := d.anchor().doc
	if d.class != nil {
		doc = d.class.doc
	}
	paths := []string{doc.File.Path}
	if doc.Origin != nil {
		source, _ := doc.Locate("/metadata/name", manifest.Value)
		paths = append(paths, source.Path)
	}
	var set EnvironmentSettings
	if r.options.Settings != nil {
		set = r.options.Settings(paths, e.ID)
	}
	e.Database = set.Database
	switch {
	case len(r.options.Operators) > 0:
		e.Versions.Operators = slices.Clone(r.options.Operators)
	case len(set.Operators) > 0:
		e.Versions.Operators = slices.Clone(set.Operators)
	default:
		if o := r.operatorFor(d); o != nil && o.version.Numbers != nil {
			e.Versions.Operators = []Version{o.version}
		}
	}
}

// orphan reports whether an environment without a MendixApp is where apps are kept in
// git, and no app is configured as external: then the Portal does not create it.
func (r *Run) orphan(anchor *member) bool {
	if r.search.isExternal(KindApp, anchor) || anchor.doubtful() || r.search.mayBeUnread(KindApp, anchor) || r.search.doubted(anchor, KindApp) {
		return false
	}
	ownFolder := r.search.inOwnFolder(anchor)
	return slices.ContainsFunc(r.apps, func(m *member) bool {
		return m.neighbour(anchor) || ownFolder && r.search.inOwnFolder(m) && m.nextTo(anchor)
	})
}
