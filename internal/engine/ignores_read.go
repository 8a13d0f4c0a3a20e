package engine

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
)

// maxIgnores bounds the ignores of a run, each of which is a fact to be judged.
const maxIgnores = 10_000

// ignores reads the ignores of files.
func (r *run) ignores(files []*manifest.File) []config.Ignore {
	ignores, rendered := r.renderedIgnores()
	plain := make(map[*manifest.File]bool, len(r.files))
	for _, file := range r.files {
		plain[file] = true
	}
	for _, file := range files {
		if !strings.Contains(file.Text, "mxlint") {
			continue
		}
		ignores = append(ignores, config.ReadIgnores(file.Path, file.Text)...)
		for _, doc := range file.Docs {
			value, span, found := annotation(doc)
			if _, known := rendered[span]; found && !known {
				holder := config.Scope{} // every overlay removes it
				if plain[file] {
					holder = holderOf(file, doc)
				}
				ignores = append(ignores, config.AnnotationIgnores(value, span, holder)...)
			}
		}
	}
	for _, file := range r.accessFiles {
		ignores = append(ignores, config.ReadIgnores(file.Path, file.Text())...)
	}
	if len(ignores) > maxIgnores {
		r.note("there are %d ignores; those behind the first %d are not obeyed", len(ignores), maxIgnores)
		ignores = ignores[:maxIgnores]
	}
	return ignores
}

// sources returns the files that were given, and those that rendering also read: a base
// elsewhere, a patch that names no kind, a kustomization.
func (r *run) sources() []*manifest.File {
	files := slices.Concat(r.files, r.consumed)
	if r.rendered == nil {
		return files
	}
	known := make(map[string]bool, len(files))
	for _, file := range files {
		known[file.Path] = true
	}
	add := func(file *manifest.File) {
		if file != nil && !known[file.Path] {
			known[file.Path] = true
			files = append(files, file)
		}
	}
	for _, deployment := range r.rendered.Deployments {
		for _, file := range deployment.Sources {
			add(file)
		}
	}
	for _, problem := range r.rendered.Problems {
		add(problem.File)
	}
	return files
}

// renderedIgnores reads the annotations of rendered resources: an overlay may have set
// them, and they apply to what it renders. If several overlays render several resources
// with one annotation, that is a single ignore, by its place.
func (r *run) renderedIgnores() (ignores []config.Ignore, at map[manifest.Span]int) {
	if r.rendered == nil {
		return nil, nil
	}
	type annotated struct {
		value  string
		span   manifest.Span
		holder config.Scope
	}
	var found []annotated
	at = make(map[manifest.Span]int) // indices into found
	for _, deployment := range r.rendered.Deployments {
		for _, file := range deployment.Files {
			if !strings.Contains(file.Text, config.Annotation) {
				continue
			}
			for _, doc := range file.Docs {
				value, span, written := annotation(doc)
				if !written {
					continue
				}
				if _, known := at[span]; !known {
					at[span] = len(found)
					found = append(found, annotated{value: value, span: span})
				}
				holder := &found[at[span]].holder
				holder.Resources = append(holder.Resources, config.Resource{Object: policy.ObjectID(doc), Deployment: deployment.Name})
			}
		}
	}
	for _, f := range found {
		ignores = append(ignores, config.AnnotationIgnores(f.value, f.span, f.holder)...)
	}
	return ignores, at
}

// annotation returns the ignores in the annotation of a resource, and their place.
func annotation(doc *manifest.Doc) (value string, span manifest.Span, found bool) {
	path := manifest.Path("/metadata/annotations").Key(config.Annotation)
	node := doc.Node(path)
	if node == nil || manifest.IsNull(node) || len(node.Content) > 0 {
		return "", manifest.Span{}, false
	}
	span, _ = doc.Locate(path, manifest.Value)
	return node.Value, span, true
}

// holderOf returns the resource of a document, with its lines unless other documents
// start at the same place.
func holderOf(file *manifest.File, doc *manifest.Doc) config.Scope {
	holder := config.Scope{Resources: []config.Resource{{Object: policy.ObjectID(doc)}}}
	shared := slices.ContainsFunc(file.Docs, func(other *manifest.Doc) bool { return other != doc && other.Start == doc.Start })
	if !shared {
		holder.Extents = []manifest.Span{{Path: file.Path, Start: file.Pos(doc.Start), End: file.Pos(doc.End)}}
	}
	return holder
}
