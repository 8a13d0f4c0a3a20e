package link

import (
	"fmt"
	"slices"
	"sort"

	"example.com/mxlint/internal/manifest"
)

// Options is what linking has to know beside the documents.
type Options struct {
	Tables   *Tables
	External []External
	// Unread are texts that may hold what is missing.
	Unread []Unread
	// Settings returns what the configuration says for an environment, by the
	// file of its class or app; nil where there is no configuration.
	Settings func(path, environment string) EnvironmentSettings
	// Operators are versions given on the command line; they come first.
	Operators []Version
	// Whole adds the written content of the resources to the facts, which our
	// own rules do not look at: for inspection and for policies of others.
	Whole bool
	// Mounts are the Vault mounts that the configuration declares.
	Mounts map[string]string
}

// EnvironmentSettings is what a configuration says of one environment.
type EnvironmentSettings struct {
	Operators []Version
	Database  string
}

// Run is the outcome of linking: environments whose facts are stated one by
// one when asked for, so that not all of them are held at once.
type Run struct {
	options   Options
	clusters  []*cluster
	links     map[*cluster][]Link
	twins     map[*member]*member
	members   []*member
	apps      []*member
	operators []*operator
	loose     []*member // ours, but neither in an environment nor named by one
	// Ignored counts documents of our kinds that belong to nobody here.
	Ignored int
	docs    map[string]*manifest.Doc
}

// Documents puts documents together. Those of other kinds are passed over.
func Documents(files []*manifest.File, options Options) *Run {
	r := &Run{options: options, docs: make(map[string]*manifest.Doc)}
	for _, file := range files {
		for _, doc := range file.Docs {
			r.add(doc)
		}
	}
	r.apps = ofKind(r.members, kindApp)
	claim(r.members, options.Tables)
	r.twins = twins(r.members)
	clusters := partition(r.members)
	s := newSearch(r.members, options.Unread, options.External)
	r.clusters, r.links = s.complete(clusters)
	r.settle()
	return r
}

func (r *Run) add(doc *manifest.Doc) {
	switch doc.Kind {
	case kindApp, kindAccount, kindClass:
	case "Deployment":
		if o := operatorOf(doc, DocID(doc)); o != nil {
			r.operators = append(r.operators, o)
			r.docs[DocID(doc)] = doc
		}
		return
	default:
		return
	}
	if doc.Template != nil {
		return // told by the engine, and not checked
	}
	id := DocID(doc)
	r.docs[id] = doc
	r.members = append(r.members, newMember(doc, id, r.options.Tables, len(r.members)))
}

// DocID names a document in facts and findings: its file and its place there,
// and for a rendered one the deployment too.
func DocID(doc *manifest.Doc) string {
	id := fmt.Sprintf("%s#%d", doc.File.Path, doc.Index)
	if doc.Origin != nil {
		return doc.Origin.Deployment() + "//" + id
	}
	return id
}

// Doc returns a document by its ID, nil where there is none.
func (r *Run) Doc(id string) *manifest.Doc { return r.docs[id] }

// settle sorts the environments and counts what is nobody's.
func (r *Run) settle() {
	inside := make(map[*member]bool)
	for _, c := range r.clusters {
		for _, m := range append(c.members(), c.extra...) {
			inside[m] = true
		}
	}
	for _, m := range r.members {
		switch {
		case inside[m]:
		case m.ours:
			r.loose = append(r.loose, m)
		default:
			r.Ignored++
		}
	}
	sort.SliceStable(r.clusters, func(i, j int) bool { return r.clusters[i].anchor().order < r.clusters[j].anchor().order })
}

// Environments counts the environments.
func (r *Run) Environments() int { return len(r.clusters) }

// Ours tells whether a file holds a document that belongs to us.
func (r *Run) Ours() (files map[string]bool) {
	files = make(map[string]bool)
	for _, m := range r.members {
		if m.ours {
			files[m.doc.File.Path] = true
		}
	}
	return files
}

// Subject states the facts of the i-th environment. It may be called from
// several goroutines, each environment once at a time.
func (r *Run) Subject(i int) *Subject {
	c := r.clusters[i]
	s := &Subject{Environment: r.environment(c)}
	for _, m := range append(c.members(), c.extra...) {
		s.Documents = append(s.Documents, m.document(r.twins[m]))
	}
	return s
}

// Loose states the documents that are ours and in no environment: repeated
// ones. It is nil where there are none.
func (r *Run) Loose() *Subject {
	if len(r.loose) == 0 {
		return nil
	}
	s := &Subject{}
	for _, m := range r.loose {
		s.Documents = append(s.Documents, m.document(r.twins[m]))
	}
	return s
}

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
	e := Environment{Name: anchor.name.text, Mode: "standalone", Mounts: r.options.Mounts}
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
	e.Problems = misspelt(e.Problems, e.MountedFiles)
	e.Complete = facts.Readable && !e.hidden()
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
		e.Version.Operators = r.options.Operators
	case len(set.Operators) > 0:
		e.Version.Operators = set.Operators
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
		if o.set != "" && o.set != anchor.set {
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
	s := search{members: r.members, unread: r.options.Unread}
	if anchor.doubtful() || s.mayBeUnread(kindApp, anchor.name.text) || s.doubted(anchor, kindApp) {
		return false
	}
	return slices.ContainsFunc(r.apps, func(m *member) bool { return m.neighbour(anchor) })
}
