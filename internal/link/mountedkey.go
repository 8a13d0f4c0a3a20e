package link

import (
	"slices"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// swapped reports whether the name in the store is a Mendix key that no other file
// mounts: then it was most probably swapped with the name of the file.
func (w *mounting) swapped(f *provider.File) bool {
	if f.Key == "" || f.Key == f.Name || manifest.Unknown(f.Key) || w.tables.matchKey(f.Key).match != MatchExact {
		return false
	}
	for i := range w.result.Files {
		if w.result.Files[i].Name == f.Key {
			return false
		}
	}
	return true
}

// claimOnce leaves a key to the first of the copies that name it.
func (w *mounting) claimOnce(files []MountedFile) {
	claimed := make(map[string]bool)
	for i := range files {
		if file := &files[i]; file.Match == MatchCopied {
			if claimed[file.Key] {
				w.countAs(file, MatchExact, file.Name)
			}
			claimed[file.Key] = true
		}
	}
}

// copied reports whether another file has the name too, while in the store the value
// has the name of a key that no file mounts. Names that users choose show nothing:
// those of constants have hyphens in Key Vault anyway.
func (w *mounting) copied(f *provider.File) bool {
	if group, _ := w.tables.group(f.Key); group == "const" || group == "runtime" || !w.swapped(f) {
		return false
	}
	return f.Duplicates >= 0 || slices.ContainsFunc(w.result.Files, func(other provider.File) bool {
		return other.Duplicates >= 0 && &w.result.Files[other.Duplicates] == f
	})
}

// resolveNear resolves near misses of several keys in favour of one that is not mounted
// exactly.
func (w *mounting) resolveNear(files []MountedFile) {
	exact := make(map[string]bool)
	for i := range files {
		if files[i].Match == MatchExact {
			exact[files[i].Key] = true
		}
	}
	for i := range files {
		if len(files[i].Nearest) < 2 {
			continue
		}
		for _, key := range files[i].Nearest {
			if !exact[key] {
				w.countAs(&files[i], files[i].Match, key)
				break
			}
		}
	}
}
