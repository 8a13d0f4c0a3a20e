package render

import (
	"path/filepath"
	"slices"
)

// DeploymentsUsingFolderOf returns the deployments that are made from files in
// the folder of a file, whether or not from that very file. The path may be
// written in any form. It is not safe for concurrent use.
func (r *Result) DeploymentsUsingFolderOf(path string) []string {
	if len(r.users) == 0 {
		return nil
	}
	folder, _ := filepath.Split(filepath.FromSlash(path))
	return r.users[r.realFolder(folder)]
}

// recordUses records the folders that a root is made from.
func (r *renderer) recordUses(root *kustomization) {
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
