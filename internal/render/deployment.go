package render

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// deployment decodes the output of a kustomization, and sets the origin of each
// document.
func (r *renderer) deployment(root *kustomization, text []byte) *Deployment {
	d := &Deployment{Root: root.path, Name: root.folder}
	file := r.options.Decode(root.path, text)
	d.Files, d.Sources = []*manifest.File{file}, r.sources(root)
	if len(file.Docs) == 0 {
		return d
	}
	objects := r.objects(root, nil)
	matched := match(file.Docs, objects)
	for _, doc := range file.Docs {
		doc.Origin = &origin{rendered: doc, object: matched[doc], root: root, sources: r.shared}
	}
	return d
}

// sources returns the files that origins may be in.
func (r *renderer) sources(root *kustomization) []*manifest.File {
	var files []*manifest.File
	seen := make(map[*manifest.File]bool)
	add := func(file *manifest.File) {
		if file != nil && !seen[file] {
			seen[file] = true
			files = append(files, file)
		}
	}
	root.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		add(k.file)
		for _, e := range k.entries {
			if !e.inline && e.folder == nil && (e.role == resource || e.role == patch) {
				add(r.decode(e.file(), realPath(e.real)))
			}
		}
		return true
	})
	return files
}

// match finds the source object of each rendered document: by the name that it
// must have now, else the most similar one of its kind. A document that was
// generated has none.
func match(docs []*manifest.Doc, objects []*object) map[*manifest.Doc]*object {
	byName, byType := make(map[identity][]*object), make(map[identity][]*object)
	for _, o := range objects {
		id := identity{o.doc.APIVersion, o.doc.Kind, o.name()}
		byName[id] = append(byName[id], o)
	}
	matched := make(map[*manifest.Doc]*object, len(docs))
	taken := make(map[*object]bool)
	claim := func(doc *manifest.Doc, candidates []*object, likeness func(*object) int) {
		var best *object
		most := 0
		for _, o := range candidates {
			if taken[o] {
				continue
			}
			if like := likeness(o); like > most {
				best, most = o, like
			}
		}
		if best != nil {
			matched[doc], taken[best] = best, true
		}
	}
	for _, doc := range docs {
		namespace := textAt(doc, namespacePath)
		claim(doc, byName[identity{doc.APIVersion, doc.Kind, textAt(doc, namePath)}], func(o *object) int {
			if o.namespace == namespace {
				return 2
			}
			return 1
		})
	}
	for _, o := range objects {
		if id := (identity{o.doc.APIVersion, o.doc.Kind, ""}); !taken[o] {
			byType[id] = append(byType[id], o)
		}
	}
	for _, doc := range docs {
		if matched[doc] == nil {
			claim(doc, byType[identity{doc.APIVersion, doc.Kind, ""}], func(o *object) int { return 1 + sharedScalars(doc.Root, o.doc.Root, 0) })
		}
	}
	return matched
}

// identity is what distinguishes objects; the name is empty for all of a kind.
type identity struct{ apiVersion, kind, name string }

// sharedScalars counts the scalars that two trees share.
func sharedScalars(a, b *yaml.Node, depth int) int {
	a, b = manifest.Resolve(a), manifest.Resolve(b)
	switch {
	case a == nil || b == nil || a.Kind != b.Kind || depth > 64:
		return 0
	case a.Kind == yaml.ScalarNode && a.Value == b.Value:
		return 1
	case a.Kind == yaml.SequenceNode:
		sum := 0
		for i := range min(len(a.Content), len(b.Content)) {
			sum += sharedScalars(a.Content[i], b.Content[i], depth+1)
		}
		return sum
	}
	sum := 0
	for _, entry := range manifest.Entries(a) {
		if _, other := manifest.Field(b, entry.Key.Value); other != nil {
			sum += sharedScalars(entry.Value, other, depth+1)
		}
	}
	return sum
}
