package engine

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// doubt is a place that some rules cannot judge in full: what they would report if they
// could is not known, so no ignore of theirs is unused there.
type doubt struct {
	span  manifest.Span // an extent, as in config.Scope
	rules doubtfulRules
}

// doubtfulRules selects rules by prefix of their ID.
type doubtfulRules struct {
	prefix string   // prefix of the IDs; "" for all
	except []string // prefixes of the IDs of rules that can judge
}

func (d doubtfulRules) hold(id string) bool {
	return strings.HasPrefix(id, d.prefix) && !slices.ContainsFunc(d.except, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
}

func (d *doubt) holds(ignore *config.Ignore) bool {
	return (ignore.Kind == lint.ByFileComment || config.ExtentContains(d.span, ignore.Span.Start)) && d.rules.hold(ignore.Rule)
}

// doubts are the doubts of a run, by path.
type doubts struct {
	files  map[string]*manifest.File
	byPath map[string][]doubt
}

// doubtful is a document whose environment leaves some rules in doubt.
type doubtful struct {
	id    string
	rules doubtfulRules
}

// keepDoubts records which rules cannot judge an environment in full.
func (r *run) keepDoubts(e *link.Environment) {
	var rules []doubtfulRules
	if e.MountsUnknown != "" {
		rules = append(rules, doubtfulRules{except: judgedWithoutClass(e)})
	}
	if len(e.Versions.Operators) == 0 {
		rules = append(rules, doubtfulRules{prefix: "version/operator-"})
	}
	if e.Versions.Runtime == nil {
		rules = append(rules, doubtfulRules{prefix: "version/runtime-"})
	}
	if len(rules) == 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, id := range e.Resources.IDs() {
		for _, some := range rules {
			r.doubtful = append(r.doubtful, doubtful{id, some})
		}
	}
}

// judgedWithoutClass returns the prefixes of rules that look only at the resources that
// are written and their links, if it is certain that there is no class.
func judgedWithoutClass(e *link.Environment) []string {
	unread := slices.ContainsFunc(e.Links, func(l link.Link) bool { return l.State == link.LinkUnreadable })
	if e.Resources.Class != nil || unread {
		return nil
	}
	return []string{"link/", "manifest/"}
}

// doubts collects what could not be judged, for the files that may contain ignores.
func (r *run) doubts(sources []*manifest.File) *doubts {
	all := &doubts{files: make(map[string]*manifest.File, len(sources)), byPath: make(map[string][]doubt)}
	add := func(d doubt) { all.byPath[d.span.Path] = append(all.byPath[d.span.Path], d) }
	for _, file := range sources {
		all.files[file.Path] = file
		if len(file.Broken) > 0 || slices.ContainsFunc(file.Docs, func(doc *manifest.Doc) bool { return doc.Template != nil }) {
			add(doubt{span: manifest.Span{Path: file.Path}})
		}
	}
	for _, d := range r.doubtful {
		doc := r.linked.Doc(d.id)
		if doc.Origin == nil {
			add(doubt{doc.File.Span(doc.Start, doc.End), d.rules})
			continue
		}
		for _, path := range [...]manifest.Path{namePath, "/spec/parameters/objects"} {
			at, _ := doc.Locate(path, manifest.Value)
			add(doubt{manifest.Span{Path: at.Path}, d.rules})
		}
	}
	return all
}

// holds reports whether an ignore applies to such a place, or to a value that is a
// template.
func (d *doubts) holds(ignore *config.Ignore) bool {
	if slices.ContainsFunc(d.byPath[ignore.Span.Path], func(one doubt) bool { return one.holds(ignore) }) {
		return true
	}
	file := d.files[ignore.Span.Path]
	switch {
	case file == nil:
		return false
	case ignore.Kind == lint.ByComment:
		return slices.ContainsFunc(ignore.Lines, func(line int) bool { return manifest.Unknown(config.TrimComment(file.Line(line))) })
	}
	return slices.ContainsFunc(file.Docs, func(doc *manifest.Doc) bool {
		at := doubt{span: file.Span(doc.Start, doc.End)}
		return at.holds(ignore) && doc.ContainsUnknown()
	})
}
