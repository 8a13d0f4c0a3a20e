package render

import (
	"path/filepath"
)

// Consumed reports whether a file belongs to a kustomization or a chart and is
// not linted on its own. The path may be written in any form. Consumed is not
// safe for concurrent use.
func (r *Result) Consumed(path string) bool {
	if len(r.consumed) == 0 {
		return false
	}
	folder, name := filepath.Split(filepath.FromSlash(path))
	return r.consumed[filepath.Join(r.realFolder(folder), name)]
}

// realFolder returns the real path of a file's folder, which is looked up once.
func (r *Result) realFolder(folder string) string {
	real, known := r.folders[folder]
	if !known {
		real = realPath(filepath.Clean(folder))
		r.folders[folder] = real
	}
	return real
}

// consume records a file by its name in its real folder, and by its real path
// if it is a link.
func (r *renderer) consume(file string) {
	folder, name := filepath.Split(file)
	r.result.consumed[filepath.Join(realPath(filepath.Clean(folder)), name)] = true
	r.result.consumed[realPath(file)] = true
}

// realPath returns the absolute path with links resolved; a path that does not
// exist is only made absolute.
func realPath(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(absolute); err == nil {
		return real
	}
	return absolute
}
