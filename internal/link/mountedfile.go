package link

import (
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// files states what each mounted file is to Mendix.
func (w *mounting) files() []MountedFile {
	files := make([]MountedFile, 0, len(w.result.Files))
	for i := range w.result.Files {
		f := &w.result.Files[i]
		file := MountedFile{
			Name: f.Name, Source: f.Source, Parent: f.Parent, Object: f.Object, Field: f.NamingField,
			At: w.at(f.Pointer, manifest.Value), Entry: w.at(f.Entry, manifest.Value), Store: f.Key,
			Duplicate: f.Duplicates, DuplicateWins: f.DuplicateWins, Versioned: f.Versioned, JMES: f.JMES,
		}
		if f.KeyPointer != "" {
			file.StoreAt = w.at(f.KeyPointer, manifest.Value)
		}
		w.findKey(&file, f)
		files = append(files, file)
	}
	w.resolveNear(files)
	w.claimOnce(files)
	for i := range files {
		if instead := w.result.Files[i].Instead; instead != "" {
			files[i].Name = instead // the key stays the one that was meant
		}
	}
	return files
}

// findKey finds the Mendix key that a file counts as.
func (w *mounting) findKey(file *MountedFile, f *provider.File) {
	switch {
	case f.Parent:
		file.Match = MatchForeign // with jmesPath, the file of the object itself does not matter
		return
	case f.Unknown:
		file.Match = MatchHidden
		return
	}
	named := w.result.Provider == provider.Azure && f.NamingField == "objectName" // by its name in the vault
	name := f.Name
	if named {
		name = strings.TrimLeft(name, "./")
	}
	match := w.match(name, f)
	file.Nearest = match.nearest
	switch {
	case (match.match == MatchUnknown || match.match == MatchForeign) && w.swapped(f):
		w.countAs(file, MatchSwapped, f.Key)
		if f.Written != "" || f.NoFile {
			file.Match = MatchRefused // aws/yaml11-scalar or provider/object-field reports why the name differs
		}
	case match.match == MatchExact && w.copied(f):
		w.countAs(file, MatchCopied, f.Key)
	default:
		w.countAs(file, match.match, match.key)
	}
	if named && !isKeyVaultSecretName(f.Name) {
		w.markRefused(file)
	}
}

// match compares the name of a file, or what was meant by it, with the keys.
func (w *mounting) match(name string, f *provider.File) keyMatch {
	match, bare := w.tables.matchKey(name), strings.Trim(f.Raw, "/")
	otherName := match.match == MatchUnknown || match.match == MatchForeign
	switch {
	case bare != f.Raw && w.tables.matchKey(bare).match == MatchExact:
		return nearMatch(bare)
	case otherName && f.Instead != "" && w.tables.matchKey(f.Instead).match == MatchExact:
		// The provider mounts a key, whatever name the field that it does not read was
		// to give it.
		return keyMatch{match: MatchExact, key: f.Instead}
	case match.match == MatchUnknown && strings.Contains(bare, "/"):
		return keyMatch{match: MatchForeign} // a path in the store, which is not meant to be a key
	}
	return match
}

// countAs makes a file count as a Mendix key, "" for none.
func (w *mounting) countAs(file *MountedFile, match Match, key string) {
	file.Match, file.Key = match, key
	file.Group, file.Family = w.tables.group(key)
}

// markRefused marks a file whose name is not possible in Key Vault: that is reported
// for the object, so nothing is reported for the name of the file.
func (w *mounting) markRefused(file *MountedFile) {
	file.Match = MatchRefused
	if file.Group == GroupConst || file.Group == GroupRuntime {
		file.Group = ""
	}
}

// isKeyVaultSecretName reports whether Key Vault allows the name for a secret.
func isKeyVaultSecretName(name string) bool {
	return len(name) <= 127 && strings.Trim(name, "0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
