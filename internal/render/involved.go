package render

import "path/filepath"

// involved returns the files of a kustomization and of everything it refers to,
// by their names on disk, and those that its misspelled entries may mean.
func (k *kustomization) involved() (files, likely []string) {
	k.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		files = append(files, filepath.Join(k.real, filepath.Base(k.path)))
		for _, e := range k.entries {
			if e.inline || e.folder != nil || e.text == "" || isRemote(e.text) || isFolder(e.real) {
				continue
			}
			files = append(files, e.real)
			if !exists(e.real) {
				likely = append(likely, e.likelyFiles()...)
			}
		}
		return true
	})
	return files, likely
}

// wanted reports whether any of the files mentions one of our kinds.
func (r *renderer) wanted(files []string) bool {
	for _, name := range files {
		if data, err := r.disk.ReadFile(name); err == nil && r.options.Wanted(data) {
			return true
		}
	}
	return false
}
