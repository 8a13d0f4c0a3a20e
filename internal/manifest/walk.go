package manifest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// WalkOptions controls where Walk goes.
type WalkOptions struct {
	// Skip reports whether to skip a folder or file below an argument.
	Skip func(path string) bool
	// Wanted reports whether a file in a folder is wanted, by its name. A file
	// that is an argument itself is included whatever its name.
	Wanted func(name string) bool
	// PerFolder is called with the name of a link to a file: true keeps it in
	// addition to its target, since such a file means something different in
	// each folder.
	PerFolder func(name string) bool
	// OnUnreadable is called for what has a wanted name but is not read, and
	// says what it is: a link to nowhere, or not a regular file.
	OnUnreadable func(path, what string)
}

// Walk returns the files named by the arguments, which are files and folders,
// sorted, each once, by their names as given, cleaned, with forward slashes.
// Links are followed; a file or folder that several links point to is returned
// or walked once, by its own name if it is in the tree. The error joins one
// error for each thing that cannot be opened; the rest is returned nonetheless.
func Walk(arguments []string, options WalkOptions) ([]string, error) {
	w := walker{options: options, folders: make(map[string]bool), real: make(map[string]string)}
	for _, argument := range arguments {
		w.argument(filepath.Clean(argument))
	}
	// Last, so that a folder that is in the tree itself goes by its own name.
	for len(w.waiting) > 0 {
		link := w.waiting[0]
		w.waiting = w.waiting[1:]
		w.linkedFolder(link.path, link.from)
	}
	slices.Sort(w.files)
	w.files = slices.Compact(w.files)
	w.dropLinks()
	if filepath.Separator != '/' {
		for i, path := range w.files {
			w.files[i] = filepath.ToSlash(path)
		}
		slices.Sort(w.files)
	}
	return w.files, errors.Join(w.errs...)
}

type walker struct {
	options WalkOptions
	files   []string
	folders map[string]bool   // by their real paths
	real    map[string]string // of folders, by their paths
	named   []string          // files that are arguments
	links   map[string]bool   // those of the files that are links
	waiting []folderLink      // links to folders, to be walked last
	errs    []error
}

func (w *walker) argument(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(path, err)
	case info.IsDir():
		w.linkedFolder(path, "")
	case !info.Mode().IsRegular():
		w.errs = append(w.errs, fmt.Errorf("reading %q: it is not a regular file; pipe it to `mxlint -`", filepath.ToSlash(path)))
	default:
		w.files = append(w.files, path)
		w.named = append(w.named, path)
		if link, err := os.Lstat(path); err == nil && link.Mode()&fs.ModeSymlink != 0 {
			w.link(path)
		}
	}
}

func (w *walker) folder(path, real string) {
	if w.folders[real] {
		return
	}
	w.folders[real], w.real[path] = true, real
	entries, err := os.ReadDir(path)
	if err != nil {
		w.fail(path, err)
	}
	for _, entry := range entries {
		w.entry(path, real, entry)
	}
}

func (w *walker) entry(folder, real string, entry fs.DirEntry) {
	path := filepath.Join(folder, entry.Name())
	kind := entry.Type()
	if kind&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			w.reportUnreadable(entry, path, "a link to nowhere")
			return
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		switch {
		case IsSkippedFolder(entry.Name()) || w.skip(path):
		case entry.Type()&fs.ModeSymlink != 0:
			w.waiting = append(w.waiting, folderLink{path, real})
		default:
			w.folder(path, filepath.Join(real, entry.Name()))
		}
	case kind.IsRegular():
		if w.wants(entry.Name(), path) {
			w.files = append(w.files, path)
			if entry.Type()&fs.ModeSymlink != 0 {
				w.link(path)
			}
		}
	default:
		w.reportUnreadable(entry, path, "no regular file")
	}
}

func (w *walker) reportUnreadable(entry fs.DirEntry, path, what string) {
	if w.options.OnUnreadable != nil && w.wants(entry.Name(), path) {
		w.options.OnUnreadable(filepath.ToSlash(path), what)
	}
}

// wants reports whether a file of a folder is wanted.
func (w *walker) wants(name, path string) bool {
	return (w.options.Wanted == nil || w.options.Wanted(name)) && !w.skip(path)
}

func (w *walker) skip(path string) bool {
	return w.options.Skip != nil && w.options.Skip(filepath.ToSlash(path))
}

func (w *walker) fail(path string, err error) {
	w.errs = append(w.errs, fmt.Errorf("reading %q: %w", filepath.ToSlash(path), TrimPath(err)))
}

// IsSkippedFolder reports whether a folder, by its name, holds copies of
// third-party files.
func IsSkippedFolder(name string) bool {
	return name == ".git" || name == "node_modules" || name == ".terraform"
}

// IsManifestName reports whether a file in a folder is considered a manifest.
func IsManifestName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}
