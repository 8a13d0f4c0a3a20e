package render

import (
	"path"
	"path/filepath"
	"slices"
	"sort"
)

// tree holds the kustomizations of a run by their real folders: those that the
// walk found, and those that they refer to.
type tree struct {
	r          *renderer
	folders    map[string]*kustomization
	found      []*kustomization // by the walk, sorted by path
	secondFile map[*kustomization]string
}

// kustomizationNames returns the file names that kustomize accepts, its
// preferred one first.
func kustomizationNames() []string {
	return []string{"kustomization.yaml", "kustomization.yml", "Kustomization"}
}

// IsKustomization reports whether a file of this name makes its folder a
// kustomization.
func IsKustomization(base string) bool { return slices.Contains(kustomizationNames(), base) }

// newTree reads the kustomizations and what they refer to.
func (r *renderer) newTree(paths []string) *tree {
	t := &tree{r: r, folders: make(map[string]*kustomization), secondFile: make(map[*kustomization]string)}
	paths = append([]string(nil), paths...)
	sort.Strings(paths)
	for _, name := range paths {
		real := realPath(filepath.Dir(filepath.FromSlash(name)))
		k := t.read(name, real)
		if k == nil {
			continue
		}
		if first, known := t.folders[real]; known {
			if path.Base(first.path) != path.Base(name) {
				t.secondFile[first] = path.Base(name)
			}
			continue
		}
		t.folders[real] = k
		t.found = append(t.found, k)
	}
	for _, k := range t.found {
		t.resolve(k)
	}
	return t
}

func (t *tree) read(name, realFolder string) *kustomization {
	data, err := t.r.disk.ReadFile(filepath.Join(realFolder, path.Base(name)))
	if err != nil {
		return nil
	}
	return parse(name, realFolder, data, t.r.options.Limits)
}

// resolve finds the folders that a kustomization refers to.
func (t *tree) resolve(k *kustomization) {
	for _, e := range k.entries {
		if e.inline || e.role == patch || e.role == content || isRemote(e.text) || e.text == "" {
			continue
		}
		if !t.r.disk.IsDir(e.real) {
			continue
		}
		real := realPath(e.real)
		known, ok := t.folders[real]
		if !ok {
			known = t.discover(e.file(), real)
			t.folders[real] = known
			if known != nil {
				t.resolve(known)
			}
		}
		e.folder = known
	}
}

// discover reads the kustomization of a folder that the walk did not find.
func (t *tree) discover(folder, real string) *kustomization {
	for _, name := range kustomizationNames() {
		if k := t.read(path.Join(folder, name), real); k != nil {
			return k
		}
	}
	return nil
}

// visit calls do for a kustomization and everything it refers to, each once,
// the referring one first, until do returns false.
func (k *kustomization) visit(seen map[*kustomization]bool, do func(*kustomization) bool) bool {
	if seen[k] {
		return true
	}
	seen[k] = true
	if !do(k) {
		return false
	}
	for _, e := range k.entries {
		if e.folder != nil && !e.folder.visit(seen, do) {
			return false
		}
	}
	return true
}
