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

// WalkOptions says where Walk goes.
type WalkOptions struct {
	// Skip is asked for each folder and file below an argument.
	Skip func(path string) bool
	// Wanted is asked for the name of each file in a folder. A file that is an
	// argument itself is taken whatever its name.
	Wanted func(name string) bool
	// PerFolder is asked for the name of a link to a file: true keeps it beside
	// what it points at, since such a file means another thing in each folder.
	PerFolder func(name string) bool
	// Passed is told of what has a wanted name and is not read, and what it is: a
	// link to nowhere, or no regular file.
	Passed func(path, what string)
}

// Walk returns the files that the arguments name, files and folders, sorted,
// each once, by their names as given, cleaned, with forward slashes. Links are
// followed; a file or folder that several links reach is returned or walked
// once, by its own name where it has one in the tree. What cannot be opened is
// in the error, which joins one for each; the rest is returned all the same.
func Walk(arguments []string, options WalkOptions) ([]string, error) {
	w := walker{options: options, folders: make(map[string]bool), real: make(map[string]string)}
	for _, argument := range arguments {
		w.argument(filepath.Clean(argument))
	}
	// Last, so that a folder has its own name where it stands in the tree too.
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
	folders map[string]bool   // by their real path
	real    map[string]string // of folders, by their path
	named   []string          // files that are arguments
	links   map[string]bool   // those files that are links
	waiting []folderLink      // links to folders, to be walked at the end
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
			w.pass(entry, path, "a link to nowhere")
			return
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		switch {
		case SkippedFolder(entry.Name()) || w.skip(path):
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
		w.pass(entry, path, "no regular file")
	}
}

func (w *walker) pass(entry fs.DirEntry, path, what string) {
	if w.options.Passed != nil && w.wants(entry.Name(), path) {
		w.options.Passed(filepath.ToSlash(path), what)
	}
}

// wants tells whether a file of a folder is asked for.
func (w *walker) wants(name, path string) bool {
	return (w.options.Wanted == nil || w.options.Wanted(name)) && !w.skip(path)
}

func (w *walker) skip(path string) bool {
	return w.options.Skip != nil && w.options.Skip(filepath.ToSlash(path))
}

func (w *walker) fail(path string, err error) {
	w.errs = append(w.errs, fmt.Errorf("reading %q: %w", filepath.ToSlash(path), WithoutPath(err)))
}

// SkippedFolder names the folders that hold other people's copies of things.
func SkippedFolder(name string) bool {
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
