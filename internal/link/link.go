package link

import (
	"fmt"
	"maps"
	"sort"

	"example.com/mxlint/internal/manifest"
)

// Run is the result of linking: environments whose facts are stated one by one on
// request, so that not all of them are held at once.
type Run struct {
	options    Options
	drafts     []*draft
	links      map[*draft][]Link
	twins      map[*member]*member
	doubled    map[*member]bool // those that have a twin
	members    []*member
	apps       []*member
	search     *search
	operators  []*operator
	namespaces map[string]bool // written namespaces that contain an environment
	loose      []*member       // ours, but neither in an environment nor named by one
	// Ignored counts documents of our kinds that belong to no environment of ours.
	Ignored int
	docs    map[string]*manifest.Doc
}

// Documents links documents. Those of other kinds are ignored.
func Documents(files []*manifest.File, options Options) *Run {
	r := &Run{options: options, docs: make(map[string]*manifest.Doc)}
	for _, file := range files {
		for _, doc := range file.Docs {
			r.add(doc)
		}
	}
	r.apps = ofKind(r.members, KindApp)
	markAlone(r.members)
	claim(r.members, options.Tables)
	r.twins = twins(r.members)
	drafts := partition(r.members)
	r.search = newSearch(r.members, r.twins, options.Unread, options.External)
	r.search.unlisted = r.unlisted()
	r.drafts, r.links = r.search.complete(drafts)
	elsewhere := make(map[*member]bool) // the wrong namespace that makes them twins is reported
	for _, d := range r.drafts {
		for _, m := range d.mismatched {
			elsewhere[m] = true
		}
	}
	maps.DeleteFunc(r.twins, func(second, first *member) bool { return elsewhere[second] || elsewhere[first] })
	r.doubled = make(map[*member]bool)
	for _, first := range r.twins {
		r.doubled[first] = true
	}
	r.settle()
	return r
}

func (r *Run) add(doc *manifest.Doc) {
	settleKind(doc, r.options.Tables)
	switch doc.Kind {
	case KindApp, KindAccount, KindClass:
	case "Deployment":
		if o := operatorOf(doc); o != nil {
			o.destination = r.destination(doc)
			r.operators = append(r.operators, o)
			r.docs[docID(doc)] = doc
		}
		return
	default:
		return
	}
	if doc.Template != nil {
		return // reported by the engine, and not checked
	}
	r.docs[docID(doc)] = doc
	m := newMember(doc, r.options.Tables, len(r.members))
	m.destination = r.destination(doc)
	r.members = append(r.members, m)
}

func (r *Run) destination(doc *manifest.Doc) string {
	if r.options.Cluster == nil {
		return ""
	}
	return r.options.Cluster(doc.File.Path)
}

// docID identifies a document in facts and findings: its file and its index there, and
// for a rendered one the deployment too.
func docID(doc *manifest.Doc) string {
	id := fmt.Sprintf("%s#%d", doc.File.Path, doc.Index)
	if doc.Origin != nil {
		return doc.Origin.Deployment() + "//" + id
	}
	return id
}

// Doc returns a document by its ID, nil if there is none.
func (r *Run) Doc(id string) *manifest.Doc { return r.docs[id] }

// settle sorts the environments and counts the documents that belong to none.
func (r *Run) settle() {
	inside := make(map[*member]bool)
	r.namespaces = make(map[string]bool)
	for _, d := range r.drafts {
		if namespace := namespaceOf(d); namespace != "" {
			r.namespaces[namespace] = true
		}
		for _, m := range append(d.members(), d.extra...) {
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
	sort.SliceStable(r.drafts, func(i, j int) bool { return r.drafts[i].anchor().order < r.drafts[j].anchor().order })
}

// Environments returns the number of environments.
func (r *Run) Environments() int { return len(r.drafts) }

// OurFiles returns the files that contain a document of ours.
func (r *Run) OurFiles() (files map[string]bool) {
	files = make(map[string]bool)
	for _, m := range r.members {
		if m.ours {
			files[m.doc.File.Path] = true
		}
	}
	return files
}

// Subject states the facts of the i-th environment. It may be called concurrently for
// different environments.
func (r *Run) Subject(i int) *Subject {
	d := r.drafts[i]
	s := &Subject{Environment: r.environment(d)}
	for _, m := range append(d.members(), d.extra...) {
		s.Documents = append(s.Documents, m.document(r.twins[m]))
	}
	return s
}

// Loose states the documents that are ours but in no environment: repeated ones. It is
// nil if there are none.
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
