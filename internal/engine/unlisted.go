package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// setUnlistedAside takes the files that stand beside a kustomization, and name
// what it deploys, but that it does not list: a resource or a patch that was
// forgotten there. They are not deployed, so nothing is found in them, and
// nothing is found complete because of them.
func (r *run) setUnlistedAside() {
	names := make(map[string]map[string]bool) // of what is deployed, by deployment
	for _, file := range r.consumed {
		for _, deployment := range r.rendered.Beside(file.Path) {
			addNames(names, deployment, file)
		}
	}
	for _, deployment := range r.rendered.Deployments {
		for _, file := range deployment.Files {
			addNames(names, deployment.Name, file)
		}
	}
	r.files = slices.DeleteFunc(r.files, func(file *manifest.File) bool {
		users := slices.DeleteFunc(slices.Clone(r.rendered.Beside(file.Path)), func(deployment string) bool {
			return !slices.ContainsFunc(file.Docs, func(doc *manifest.Doc) bool { return names[deployment][link.NameOf(doc)] })
		})
		if len(users) == 0 {
			return false
		}
		r.note("%q names what kustomization %q deploys, but it is not listed there: not checked", file.Path, users[0])
		r.unlisted = append(r.unlisted, link.Unlisted{File: file, Deployments: users})
		return true
	})
}

func addNames(names map[string]map[string]bool, deployment string, file *manifest.File) {
	if names[deployment] == nil {
		names[deployment] = make(map[string]bool)
	}
	for _, doc := range file.Docs {
		if name := link.NameOf(doc); name != "" {
			names[deployment][name] = true
		}
	}
}
