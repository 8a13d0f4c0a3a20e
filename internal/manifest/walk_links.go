package manifest

import (
	"path/filepath"
	"slices"
)

// folderLink is a link to a folder, and the real path of the folder that
// contains the link.
type folderLink struct{ path, from string }

// linkedFolder walks a folder that an argument or a link points to; from is the
// real path of the folder that contains the link. A link to a folder above that
// one is a loop, or leads out of the tree, and is not followed.
func (w *walker) linkedFolder(path, from string) {
	real, err := realPath(path)
	switch {
	case err != nil:
		w.fail(path, err)
	case from != "" && isAbove(real, from):
	default:
		w.folder(path, real)
	}
}

// link records that a file is a link.
func (w *walker) link(path string) {
	if w.options.PerFolder != nil && w.options.PerFolder(filepath.Base(path)) {
		return
	}
	if w.links == nil {
		w.links = make(map[string]bool)
	}
	w.links[path] = true
}

// dropLinks keeps one name for each file that links point to: one that was
// given, else its own, else the first.
func (w *walker) dropLinks() {
	if len(w.links) == 0 {
		return
	}
	taken := make(map[string]bool) // real paths
	dropped := make(map[string]bool)
	for _, path := range w.byRank() {
		real, err := w.realFile(path)
		switch {
		case err != nil: // it is gone; reading it will report that
		case taken[real]:
			dropped[path] = true
		default:
			taken[real] = true
		}
	}
	w.files = slices.DeleteFunc(w.files, func(path string) bool { return dropped[path] })
}

// byRank orders the sorted files: those that were given come first, links last.
func (w *walker) byRank() []string {
	given := make(map[string]bool, len(w.named))
	for _, path := range w.named {
		given[path] = true
	}
	var ranks [4][]string
	for _, path := range w.files {
		rank := 0
		if !given[path] {
			rank = 2
		}
		if w.links[path] {
			rank++
		}
		ranks[rank] = append(ranks[rank], path)
	}
	return slices.Concat(ranks[0], ranks[1], ranks[2], ranks[3])
}

// realFile returns the absolute path of a file, with links resolved.
func (w *walker) realFile(path string) (string, error) {
	if folder, walked := w.real[filepath.Dir(path)]; walked && !w.links[path] {
		return filepath.Join(folder, filepath.Base(path)), nil
	}
	return realPath(path)
}

// realPath returns an absolute path with links resolved.
func realPath(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// isAbove reports whether one real folder is the same as another, or contains
// it.
func isAbove(folder, other string) bool {
	relative, err := filepath.Rel(folder, other)
	return err == nil && (relative == "." || filepath.IsLocal(relative))
}
