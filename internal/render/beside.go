package render

import (
	"path/filepath"
	"slices"
)

// Beside names the deployments that are made from files of the folder of a file,
// whether or not they are made from that one. The path may be written in any way.
// It is for one goroutine.
func (r *Result) Beside(path string) []string {
	if len(r.users) == 0 {
		return nil
	}
	folder, _ := filepath.Split(filepath.FromSlash(path))
	return r.users[r.realFolder(folder)]
}

// use records which folders a root is made from.
func (r *renderer) use(root *kustomization) {
	add := func(folder string) {
		if users := r.result.users[folder]; !slices.Contains(users, root.folder) {
			r.result.users[folder] = append(users, root.folder)
		}
	}
	root.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		add(k.real)
		for _, e := range k.entries {
			if !e.inline && e.folder == nil && (e.role == resource || e.role == patch) && !isRemote(e.text) {
				add(realPath(filepath.Dir(e.real)))
			}
		}
		return true
	})
}
