package engine

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/render"
)

// found is what the walk found, by what it may be.
type found struct {
	files          []string
	kustomizations []string
	charts         []string
	stdin          bool
	unopened       []string // manifests by their name; nothing else is known of them
}

// focus holds the files that were named themselves: they filter the report, while their
// folders are indexed. A run over folders has no focus.
type focus struct {
	files   map[string]bool
	folders []string
}

func (f *focus) holds(name string) bool { return len(f.files) == 0 || f.names(name) }

// names reports whether an argument is the file, or a folder above it.
func (f *focus) names(name string) bool {
	return f.files[name] || slices.ContainsFunc(f.folders, func(folder string) bool {
		return name == folder || strings.HasPrefix(name, folder+"/") ||
			folder == "." && !path.IsAbs(name) && name != ".." && !strings.HasPrefix(name, "../")
	})
}

// walk finds the files of the arguments. For a file, its folder is walked: what belongs
// together is usually kept together.
func (r *run) walk() {
	options := manifest.WalkOptions{Wanted: wantedName, Skip: r.skips, PerFolder: rendersFolder, OnUnreadable: r.noteUnread}
	var arguments, indexed []string
	r.focus.files = make(map[string]bool)
	for _, argument := range r.arguments() {
		info, err := os.Stat(argument)
		switch {
		case argument == "-":
			r.found.stdin = true
			r.focus.folders = append(r.focus.folders, r.stdin())
			continue
		case err == nil && info.Mode().IsRegular():
			r.focus.files[filepath.ToSlash(filepath.Clean(argument))] = true
			indexed = append(indexed, filepath.Dir(argument))
		default:
			r.focus.folders = append(r.focus.folders, filepath.ToSlash(filepath.Clean(argument)))
		}
		arguments = append(arguments, argument)
	}
	files, err := manifest.Walk(arguments, options)
	if err != nil {
		r.fail(err)
	}
	if len(indexed) > 0 {
		// Errors there are dropped: nobody asked for these files.
		around, _ := manifest.Walk(append(indexed, arguments...), options)
		files = around
	}
	r.found.files = files
	for _, file := range files {
		switch base := path.Base(file); {
		case render.IsKustomization(base):
			r.found.kustomizations = append(r.found.kustomizations, file)
		case base == "Chart.yaml":
			r.found.charts = append(r.found.charts, file)
		}
	}
}

// noteUnread notes a file that is not read and may be a manifest that is missing.
func (r *run) noteUnread(name, what string) {
	if base := path.Base(name); !manifest.IsManifestName(base) || strings.HasPrefix(base, ".#") { // the lock file of an editor
		return
	}
	r.note("%q is %s: not checked", name, what)
	r.found.unopened = append(r.found.unopened, name)
}

func (r *run) arguments() []string {
	if len(r.Paths) == 0 {
		return []string{"."}
	}
	return r.Paths
}

// skips reports whether the walk leaves out a file or folder, and records that it does.
func (r *run) skips(name string) bool {
	excluded := r.excluded(name)
	if excluded && r.Verbose && !slices.Contains(r.outcome.Reading.Excluded, name) {
		r.outcome.Reading.Excluded = append(r.outcome.Reading.Excluded, name)
	}
	return excluded
}

func (r *run) excluded(name string) bool {
	return r.Config != nil && r.Config.Excluded(r.Config.Rel(name)) || len(r.Exclude) > 0 && config.Excludes(r.Exclude, name)
}

func wantedName(name string) bool {
	return manifest.IsManifestName(name) || name == "Kustomization" || strings.HasSuffix(name, ".hcl")
}

// rendersFolder reports whether a file stands for the folder that it is in.
func rendersFolder(base string) bool { return render.IsKustomization(base) || base == "Chart.yaml" }
