package engine

import (
	"encoding/json"
	"path"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// link puts the documents together to environments, and decides which of the
// unreadable ones are ours.
func (r *run) link() {
	files := r.allFiles()
	r.linkFiles(files)
	inFile, inFolder := r.ours()
	if r.readRest(files, inFile, inFolder) {
		r.linkFiles(files) // what is found missing may stand in what cannot be read
		inFile, inFolder = r.ours()
	}
	r.outcome.Environments = r.linked.Environments()
	r.outcome.IgnoredDocuments = r.linked.Ignored
	for _, file := range r.files {
		for _, broken := range file.Broken {
			if belongs(broken, inFile[file.Path], inFolder[path.Dir(file.Path)]) {
				r.broken = append(r.broken, brokenFact(broken))
			}
		}
	}
	r.broken = append(r.broken, r.brokenRendered()...)
	for _, file := range files {
		for _, doc := range file.Docs {
			if doc.Template != nil && templateBelongs(doc) {
				r.broken = append(r.broken, templateFact(doc))
			}
		}
	}
}

func (r *run) linkFiles(files []*manifest.File) {
	r.linked = link.Documents(files, link.Options{
		Tables: r.tables, External: r.external(), Unread: r.unread(files), Unlisted: r.unlisted, Settings: r.settings(), Cluster: r.cluster,
		Operators: r.Operators, Mounts: r.mounts(), Whole: r.inspecting || len(r.Custom) > 0,
	})
}

// ours are the files that hold our documents, and their folders.
func (r *run) ours() (inFile, inFolder map[string]bool) {
	inFile, inFolder = r.linked.OurFiles(), make(map[string]bool)
	for name := range inFile {
		inFolder[path.Dir(name)] = true
	}
	return inFile, inFolder
}

// readRest reads what stands beside our documents, to find what cannot be
// read: all of their files, and what may be a ServiceAccount in their folders.
// It tells whether it found any.
func (r *run) readRest(files []*manifest.File, inFile, inFolder map[string]bool) (found bool) {
	for _, file := range files {
		var wanted func(string) bool
		switch {
		case inFile[file.Path]:
		case inFolder[path.Dir(file.Path)]:
			wanted = link.MentionsAccount
		default:
			continue
		}
		before := len(file.Broken)
		if unread := file.Rest(wanted); unread > 0 {
			r.note("%q: %d MB of documents of other kinds were not checked for their syntax", file.Path, unread>>20+1)
		}
		found = found || len(file.Broken) > before
	}
	return found
}

// belongs tells whether a document that cannot be read is ours, or may be. A
// list in JSON that holds no object of Kubernetes is none: a report, such as our
// own, that quotes names of ours.
func belongs(broken *manifest.Broken, inFile, inFolder bool) bool {
	if strings.HasPrefix(strings.TrimSpace(broken.Text), "[") && !strings.Contains(broken.Text, `"apiVersion"`) && !strings.Contains(broken.Text, `"kind"`) && json.Valid([]byte(broken.Text)) {
		return false
	}
	return link.MentionsOurs(broken.Text) || inFile || inFolder && link.MentionsAccount(broken.Text)
}

func templateBelongs(doc *manifest.Doc) bool {
	return doc.Kind == link.KindApp || doc.Kind == link.KindClass || link.MentionsOurs(doc.File.Text[doc.Start:doc.End])
}

func brokenFact(broken *manifest.Broken) link.Broken {
	if broken.Templated {
		return unrendered(broken.File, broken.Mark)
	}
	return locate(link.Broken{Path: broken.File.Path, Message: broken.Message, Source: broken.Source}, broken.File, broken.At)
}

func templateFact(doc *manifest.Doc) link.Broken { return unrendered(doc.File, *doc.Template) }

// unrendered states a template, with the command that renders its kind of marks.
func unrendered(file *manifest.File, mark manifest.Pos) link.Broken {
	how := "render it and pipe the result, as in `helm template RELEASE CHART | mxlint -`"
	if line := []rune(file.Line(mark.Line)); mark.Column <= len(line) && strings.HasPrefix(string(line[mark.Column-1:]), "${") {
		how = "render it and pipe the result, as in `envsubst < FILE | mxlint -`"
	}
	return locate(link.Broken{Path: file.Path, Message: how, Unrendered: true}, file, mark)
}

// locate marks the rest of the line, which is as much as is known of a place
// where reading stopped.
func locate(fact link.Broken, file *manifest.File, at manifest.Pos) link.Broken {
	fact.Line, fact.Column = at.Line, at.Column
	end := at
	if line := []rune(strings.TrimRight(file.Line(at.Line), " \t")); len(line)+1 > at.Column {
		end.Column = len(line) + 1
	}
	fact.At = link.InFile(manifest.Span{Path: file.Path, Start: at, End: end})
	return fact
}

// unread are the texts that may hold what is found missing.
func (r *run) unread(files []*manifest.File) []link.Unread {
	var unread []link.Unread
	for _, file := range files {
		for _, broken := range file.Broken {
			unread = append(unread, link.Unread{Path: file.Path, Text: broken.Text, Templated: broken.Templated})
		}
		for _, doc := range file.Docs {
			if doc.Template != nil || manifest.Joined(doc.Root) {
				unread = append(unread, link.Unread{Path: file.Path, Text: file.Text[doc.Start:doc.End], Templated: doc.Template != nil})
			}
		}
	}
	for _, name := range r.found.unopened {
		unread = append(unread, link.Unread{Path: name, Unopened: true})
	}
	if r.rendered == nil || len(r.rendered.Problems) == 0 {
		return unread
	}
	// What a deployment that does not render holds is not known; its files are
	// searched for names as they stand.
	for _, file := range r.consumed {
		unread = append(unread, link.Unread{Path: file.Path, Text: file.Text})
	}
	return unread
}

func (r *run) external() []link.External {
	if r.Config == nil {
		return nil
	}
	var external []link.External
	for _, e := range r.Config.External {
		external = append(external, link.External{Kind: e.Kind, Name: e.Name, Namespace: e.Namespace})
	}
	return external
}

// cluster names the cluster that a file is for, by the configuration; "" for any.
func (r *run) cluster(name string) string {
	if r.Config == nil {
		return ""
	}
	return r.Config.Cluster(r.Config.Rel(name))
}

func (r *run) mounts() map[string]string {
	if r.Config == nil {
		return nil
	}
	return r.Config.VaultMounts
}

// settings returns what the configuration says of single environments.
func (r *run) settings() func([]string, string) link.EnvironmentSettings {
	if r.Config == nil {
		return nil
	}
	return func(names []string, environment string) link.EnvironmentSettings {
		rels := make([]string, len(names))
		for i, name := range names {
			rels[i] = r.Config.Rel(name)
		}
		set := link.EnvironmentSettings{Database: r.Config.DatabaseFor(rels, environment)}
		for _, version := range r.Config.OperatorVersionsFor(rels, environment) {
			set.Operators = append(set.Operators, link.OperatorVersion(version, "operatorVersion in "+r.Config.Path))
		}
		return set
	}
}
