package manifest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Found is a file that Walk came upon.
type Found struct {
	// Path is the file's name as given, cleaned, with forward slashes.
	Path string
	// Size is the file's size in bytes when it was found.
	Size int64
}

// WalkOptions says where Walk goes.
type WalkOptions struct {
	// Skip is asked for each folder and file below an argument.
	Skip func(path string, folder bool) bool
	// Wanted is asked for the name of each file in a folder. A file that is an
	// argument itself is taken whatever its name.
	Wanted func(name string) bool
}

// Walk returns the files that the arguments name, files and folders, sorted by
// path, each once. Links are followed; a folder that two links reach is walked
// once. What cannot be opened is in the error, which joins one for each; the
// rest is returned all the same.
func Walk(arguments []string, options WalkOptions) ([]Found, error) {
	w := walker{options: options, files: make(map[string]Found), folders: make(map[string]bool)}
	for _, argument := range arguments {
		w.argument(filepath.Clean(argument))
	}
	found := make([]Found, 0, len(w.files))
	for _, file := range w.files {
		found = append(found, file)
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Path < found[j].Path })
	return found, errors.Join(w.errs...)
}

type walker struct {
	options WalkOptions
	files   map[string]Found
	folders map[string]bool // by their real path
	errs    []error
}

func (w *walker) argument(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(path, err)
	case info.IsDir():
		w.folder(path)
	case !info.Mode().IsRegular():
		w.errs = append(w.errs, fmt.Errorf("reading %q: it is no regular file; pipe it to `mxlint -`", filepath.ToSlash(path)))
	default:
		w.files[path] = Found{Path: filepath.ToSlash(path), Size: info.Size()}
	}
}

func (w *walker) folder(path string) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.fail(path, err)
		return
	}
	if w.folders[real] {
		return
	}
	w.folders[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		w.fail(path, err)
	}
	for _, entry := range entries {
		w.entry(path, entry)
	}
}

func (w *walker) entry(folder string, entry fs.DirEntry) {
	path := filepath.Join(folder, entry.Name())
	kind := entry.Type()
	if kind&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return // a link to nowhere holds no manifest
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		if !skippedFolder(entry.Name()) && !w.skip(path, true) {
			w.folder(path)
		}
	case kind.IsRegular():
		if (w.options.Wanted == nil || w.options.Wanted(entry.Name())) && !w.skip(path, false) {
			w.files[path] = Found{Path: filepath.ToSlash(path)}
		}
	}
}

func (w *walker) skip(path string, folder bool) bool {
	return w.options.Skip != nil && w.options.Skip(filepath.ToSlash(path), folder)
}

func (w *walker) fail(path string, err error) {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	w.errs = append(w.errs, fmt.Errorf("reading %q: %w", filepath.ToSlash(path), err))
}

// skippedFolder names the folders that hold other people's copies of things.
func skippedFolder(name string) bool {
	return name == ".git" || name == "node_modules" || name == ".terraform"
}

// IsManifestName tells whether a file in a folder is taken for a manifest.
func IsManifestName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}
