package render

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// disk is the file system that kustomize sees: the real one, read-only, with
// some files replaced. What is read is kept, since overlays share their bases.
// It is not safe for concurrent use.
type disk struct {
	limit    int // in bytes, for one file
	files    map[string]readResult
	cleaned  map[string]cleanedPath
	replaced map[string][]byte // by real path
}

type readResult struct {
	data []byte
	err  error
}

type cleanedPath struct {
	folder filesys.ConfirmedDir
	name   string
	err    error
}

var _ filesys.FileSystem = (*disk)(nil)

func newDisk(limit int, overlay map[string][]byte) *disk {
	d := &disk{limit: limit, files: make(map[string]readResult), cleaned: make(map[string]cleanedPath)}
	for path, data := range overlay {
		d.files[realPath(filepath.FromSlash(path))] = readResult{data: data}
	}
	return d
}

// ReadFile returns a file's bytes, which must not be changed. Anything but a
// regular file is rejected: reading a pipe would block forever.
func (d *disk) ReadFile(name string) ([]byte, error) {
	if data, ok := d.replaced[name]; ok {
		return data, nil
	}
	known, ok := d.files[name]
	if !ok {
		known.data, known.err = readRegular(name, d.limit)
		d.files[name] = known
	}
	return known.data, known.err
}

func readRegular(name string, limit int) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("it is not a regular file")}
	case info.Size() > int64(limit):
		return nil, &fs.PathError{Op: "read", Path: name, Err: errTooLarge}
	}
	return os.ReadFile(name)
}

// CleanedAbs splits the real path into a folder and a file's name, which is
// empty if the path is a folder.
func (d *disk) CleanedAbs(path string) (filesys.ConfirmedDir, string, error) {
	known, ok := d.cleaned[path]
	if !ok {
		known.folder, known.name, known.err = cleanedAbs(path)
		d.cleaned[path] = known
	}
	return known.folder, known.name, known.err
}

func cleanedAbs(path string) (filesys.ConfirmedDir, string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", "", fmt.Errorf("finding %q: %w", path, err)
	}
	real, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return "", "", fmt.Errorf("finding %q: %w", path, err)
	}
	if isFolder(real) {
		return filesys.ConfirmedDir(real), "", nil
	}
	return filesys.ConfirmedDir(filepath.Dir(real)), filepath.Base(real), nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// IsDir reports whether the path is a folder.
func (d *disk) IsDir(path string) bool { return isFolder(path) }

// Exists reports whether the path exists.
func (d *disk) Exists(path string) bool { return exists(path) }

// ReadDir returns the names in a folder.
func (d *disk) ReadDir(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names, err
}

// Glob returns the files that match a pattern.
func (d *disk) Glob(pattern string) ([]string, error) { return filepath.Glob(pattern) }

// Walk visits the files below a folder.
func (d *disk) Walk(path string, visit filepath.WalkFunc) error { return filepath.Walk(path, visit) }
