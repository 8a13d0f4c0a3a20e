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
		w.meaning(&file, f)
		files = append(files, file)
	}
	w.confirm(files)
	w.claimOnce(files)
	for i := range files {
		if instead := w.result.Files[i].Instead; instead != "" {
			files[i].Name = instead // the key stays the one that was meant
		}
	}
	return files
}

// meaning finds the Mendix key that a file counts as.
func (w *mounting) meaning(file *MountedFile, f *provider.File) {
	switch {
	case f.Parent:
		file.Match = MatchForeign // with jmesPath the object's own file is nobody's business
		return
	case f.Unknown:
		file.Match = MatchHidden
		return
	}
	named := w.result.Provider == provider.Azure && f.NamingField == "objectName" // by the vault's own name
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
			file.Match = MatchRefused // aws/yaml11-scalar or provider/object-field tells why the name is another
		}
	case match.match == MatchExact && w.copied(f):
		w.countAs(file, MatchCopied, f.Key)
	default:
		w.countAs(file, match.match, match.key)
	}
	if named && !isKeyVaultSecretName(f.Name) {
		w.refused(file)
	}
}

// match compares the name of a file, or what was meant by it, with the keys.
func (w *mounting) match(name string, f *provider.File) keyMatch {
	match, bare := w.tables.matchKey(name), strings.Trim(f.Raw, "/")
	strange := match.match == MatchUnknown || match.match == MatchForeign
	switch {
	case bare != f.Raw && w.tables.matchKey(bare).match == MatchExact:
		return nearMatch(bare)
	case strange && f.Instead != "" && w.tables.matchKey(f.Instead).match == MatchExact:
		// The provider mounts a key, whatever the field that it does not read was
		// to make of it.
		return keyMatch{match: MatchExact, key: f.Instead}
	case match.match == MatchUnknown && strings.Contains(bare, "/"):
		return keyMatch{match: MatchForeign} // a path of the store, which is no try at a key
	}
	return match
}

// countAs takes a file for a Mendix key, "" for none.
func (w *mounting) countAs(file *MountedFile, match Match, key string) {
	file.Match, file.Key = match, key
	file.Group, file.Family = w.tables.group(key)
}

// refused marks a file whose name on the Key Vault cannot be: that is told of
// the object, so nothing is told of the file's name.
func (w *mounting) refused(file *MountedFile) {
	file.Match = MatchRefused
	if file.Group == GroupConst || file.Group == GroupRuntime {
		file.Group = ""
	}
}

// isKeyVaultSecretName tells whether Key Vault takes the name for a secret.
func isKeyVaultSecretName(name string) bool {
	return len(name) <= 127 && strings.Trim(name, "0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
