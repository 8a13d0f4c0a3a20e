package render

import "path/filepath"

// involved returns the files of a kustomization and of all that it refers to,
// as they stand on disk, and beside them those that it may mean but misspells.
func (k *kustomization) involved() (files, meant []string) {
	k.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		files = append(files, filepath.Join(k.real, filepath.Base(k.path)))
		for _, e := range k.entries {
			if e.inline || e.folder != nil || e.text == "" || isRemote(e.text) || isFolder(e.real) {
				continue
			}
			files = append(files, e.real)
			if !exists(e.real) {
				meant = append(meant, e.meant()...)
			}
		}
		return true
	})
	return files, meant
}

// wanted tells whether any of the files names one of our kinds.
func (r *renderer) wanted(files []string) bool {
	for _, name := range files {
		if data, err := r.disk.ReadFile(name); err == nil && r.options.Wanted(data) {
			return true
		}
	}
	return false
}

// kustomizations renders the roots of the tree. The files of all that names
// our kinds are consumed, those of unused components too.
func (r *renderer) kustomizations(charts []*chart) {
	var paths []string
	for _, name := range r.options.Kustomizations {
		if !inTemplates(charts, name) {
			paths = append(paths, name)
		}
	}
	r.tree = r.plant(paths)
	wanted := make(map[*kustomization]bool)
	for _, k := range r.tree.found {
		files, meant := k.involved()
		if !r.wanted(files) && !r.wanted(meant) {
			continue
		}
		wanted[k] = true
		for _, file := range files {
			r.consume(file)
		}
	}
	for _, root := range r.tree.roots() {
		if r.ctx.Err() != nil {
			return
		}
		if wanted[root] {
			r.use(root)
			r.kustomization(root)
		}
	}
}

// kustomization renders one root, or tells why it does not render.
func (r *renderer) kustomization(root *kustomization) {
	problem := r.refusal(root)
	if problem == nil {
		problem = r.fault(root)
	}
	if problem == nil {
		problem = root.multiplied()
	}
	if problem != nil {
		r.tell(problem, root.folder)
		return
	}
	text, err := r.build(root, nil)
	if err != nil {
		r.tell(r.blame(root, err), root.folder)
		return
	}
	r.result.Deployments = append(r.result.Deployments, r.deployment(root, text))
}
