package render

import (
	"path/filepath"
	"slices"
)

// Beside names the deployments that use the kustomization a file stands beside:
// the one of its folder, else of the nearest folder above. A file that none of
// them lists is deployed by none of them. The path may be written in any way.
func (r *Result) Beside(path string) []string {
	if len(r.users) == 0 {
		return nil
	}
	for folder := realPath(filepath.Dir(filepath.FromSlash(path))); ; {
		if users, known := r.users[folder]; known {
			return users
		}
		above := filepath.Dir(folder)
		if above == folder {
			return nil
		}
		folder = above
	}
}

// use records which folders a root is made from.
func (r *renderer) use(root *kustomization) {
	root.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		if users := r.result.users[k.real]; !slices.Contains(users, root.folder) {
			r.result.users[k.real] = append(users, root.folder)
		}
		return true
	})
}
