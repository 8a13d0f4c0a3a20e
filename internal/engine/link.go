package engine

import (
	"path"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// link groups the documents into environments, and decides which of the unreadable ones
// are ours.
func (r *run) link() {
	files := r.allFiles()
	r.linkFiles(files)
	inFile, inFolder := r.ours()
	if r.readRest(files, inFile, inFolder) {
		r.linkFiles(files) // what is reported missing may be in a document that cannot be read
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

// ours returns the files that contain our documents, and their folders.
func (r *run) ours() (inFile, inFolder map[string]bool) {
	inFile, inFolder = r.linked.OurFiles(), make(map[string]bool)
	for name := range inFile {
		inFolder[path.Dir(name)] = true
	}
	return inFile, inFolder
}

// readRest reads what is next to our documents, to find what cannot be read: all of
// their files, and what may be a ServiceAccount in their folders. It reports whether it
// found any.
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

// unread returns the texts that may contain what is reported missing.
func (r *run) unread(files []*manifest.File) []link.Unread {
	var unread []link.Unread
	for _, file := range files {
		for _, broken := range file.Broken {
			unread = append(unread, link.Unread{Path: file.Path, Text: broken.Text, Templated: broken.Templated})
		}
		for _, doc := range file.Docs {
			if doc.Template != nil || manifest.HasTwoObjects(doc.Root) {
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
	// What a deployment that does not render contains is not known; its files are
	// searched for names as they are.
	for _, file := range r.consumed {
		unread = append(unread, link.Unread{Path: file.Path, Text: file.Text})
	}
	return unread
}
