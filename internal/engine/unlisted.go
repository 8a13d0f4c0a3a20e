package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// removeUnlisted removes the files that are next to those of a kustomization and name
// only what it deploys, but that it does not list: a resource or a patch that was
// forgotten there. They are not deployed, so nothing is reported in them, and they do
// not make anything complete.
func (r *run) removeUnlisted() {
	deployed := make(map[string]link.ResourceNames) // by deployment
	add := func(deployment string, file *manifest.File) {
		names := deployed[deployment]
		if names == nil {
			names = link.ResourceNames{}
			deployed[deployment] = names
		}
		for _, name := range namesIn(file) {
			names.Add(name)
		}
	}
	for _, file := range r.consumed {
		for _, deployment := range r.rendered.DeploymentsUsingFolderOf(file.Path) {
			add(deployment, file)
		}
	}
	for _, deployment := range r.rendered.Deployments {
		for _, file := range deployment.Files {
			add(deployment.Name, file)
		}
	}
	r.files = slices.DeleteFunc(r.files, func(file *manifest.File) bool {
		own := namesIn(file)
		users := slices.DeleteFunc(slices.Clone(r.rendered.DeploymentsUsingFolderOf(file.Path)), func(deployment string) bool {
			return len(own) == 0 || slices.ContainsFunc(own, func(name link.ResourceName) bool { return !deployed[deployment].Repeats(name) })
		})
		if len(users) == 0 {
			return false
		}
		r.note("%q names what kustomization %q deploys, but it is not listed there: not checked", file.Path, users[0])
		r.outcome.SetAside++
		r.unlisted = append(r.unlisted, link.Unlisted{File: file, Deployments: users})
		return true
	})
}

func namesIn(file *manifest.File) []link.ResourceName {
	var names []link.ResourceName
	for _, doc := range file.Docs {
		if name := link.ResourceNameOf(doc); name.Name != "" {
			names = append(names, name)
		}
	}
	return names
}
