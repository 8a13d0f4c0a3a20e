package render

// kustomizations renders the roots of the tree. The files of every
// kustomization that mentions our kinds are consumed, including those of unused
// components.
func (r *renderer) kustomizations(charts []*chart) {
	var paths []string
	for _, name := range r.options.Kustomizations {
		if !inTemplates(charts, name) {
			paths = append(paths, name)
		}
	}
	r.tree = r.newTree(paths)
	wanted := make(map[*kustomization]bool)
	for _, k := range r.tree.found {
		files, likely := k.involved()
		if !r.wanted(files) && !r.wanted(likely) {
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
			r.recordUses(root)
			r.kustomization(root)
		}
	}
}

// kustomization renders one root, or reports why it does not render.
func (r *renderer) kustomization(root *kustomization) {
	problem := r.refusal(root)
	if problem == nil {
		problem = r.fault(root)
	}
	if problem == nil {
		problem = root.tooManyBuilds()
	}
	if problem != nil {
		r.addProblem(problem, root.folder)
		return
	}
	text, err := r.build(root, nil)
	if err != nil {
		r.addProblem(r.blame(root, err), root.folder)
		return
	}
	r.result.Deployments = append(r.result.Deployments, r.deployment(root, text))
}

// roots returns the kustomizations that no other refers to. A cycle that no
// root leads to is entered at the first by path. Components are parts, never
// roots.
func (t *tree) roots() []*kustomization {
	referred := make(map[*kustomization]bool)
	for _, k := range t.folders {
		if k == nil {
			continue
		}
		for _, e := range k.entries {
			if e.folder != nil {
				referred[e.folder] = true
			}
		}
	}
	var roots []*kustomization
	reached := make(map[*kustomization]bool)
	enter := func(k *kustomization) {
		roots = append(roots, k)
		k.visit(reached, func(*kustomization) bool { return true })
	}
	for _, k := range t.found {
		if !referred[k] && !k.isComponent() {
			enter(k)
		}
	}
	for _, k := range t.found {
		if !reached[k] && !k.isComponent() && t.inCycle(k) {
			enter(k)
		}
	}
	return roots
}

// inCycle reports whether a kustomization leads back to itself.
func (t *tree) inCycle(k *kustomization) bool {
	found := false
	for _, e := range k.entries {
		if e.folder != nil {
			e.folder.visit(make(map[*kustomization]bool), func(other *kustomization) bool {
				found = found || other == k
				return !found
			})
		}
	}
	return found
}
