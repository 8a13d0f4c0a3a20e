package link

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// mounts carries what the provider makes of a class over to facts about the
// environment.
type mounts struct {
	class  *member
	holder manifest.Path // of spec.parameters
	result *provider.Result
	tables *Tables
	mounts map[string]string // declared Vault mounts
}

func (w *mounts) at(pointer manifest.Path, part manifest.Part) Place {
	return w.class.place(w.holder+pointer, part)
}

func (w *mounts) problems() []Problem {
	problems := make([]Problem, 0, len(w.result.Problems))
	for i := range w.result.Problems {
		p := &w.result.Problems[i]
		at := w.at(p.Pointer, p.Part)
		if p.Pointer == "" {
			at = w.class.key(w.holder)
		}
		at.Line, at.Column = p.Line, p.Column
		problems = append(problems, Problem{
			Kind: p.Kind, Fault: p.Fault, Tolerated: p.Tolerated, Name: p.Name, Text: p.Text, Expected: p.Expected,
			Nearest: p.Nearest, Provider: p.Provider, Says: p.Says, With: p.With, Mended: p.Mended, At: at,
		})
	}
	return problems
}

func (w *mounts) objects() []Object {
	paths := vaultPaths(w.result.Objects, w.mounts, w.tables.Engines)
	objects := make([]Object, 0, len(w.result.Objects))
	for i := range w.result.Objects {
		o := &w.result.Objects[i]
		object := Object{At: w.at(o.Pointer, manifest.Value), Fields: make(map[string]Field, len(o.Fields)), Vault: paths[i]}
		for name, field := range o.Fields {
			if field.Set {
				object.Fields[name] = Field{Value: field.Value, Unknown: field.Unknown, At: w.at(field.Pointer, manifest.Value)}
			}
		}
		if o.ARN != nil {
			object.ARN = &ARN{Fault: o.ARN.Kind, Text: o.ARN.Text, Expected: o.ARN.Expected, Says: o.ARN.Says, At: w.at(o.ARN.Pointer, manifest.Value)}
		}
		w.judgeable(&object, o)
		objects = append(objects, object)
	}
	return objects
}

func (w *mounts) scalars() []Scalar11 {
	scalars := make([]Scalar11, 0, len(w.result.Scalars))
	for _, s := range w.result.Scalars {
		scalars = append(scalars, Scalar11{Field: s.Field, Written: s.Written, Becomes: s.Becomes, At: w.at(s.Pointer, manifest.Value)})
	}
	return scalars
}

// judgeable says of an object what rules ask of every one.
func (w *mounts) judgeable(object *Object, o *provider.Object) {
	key, name := o.Fields["secretKey"], o.Fields["objectName"]
	object.Keyless = w.result.Provider == "vault" && !key.Has() && !o.Torso
	object.Refused = w.result.Provider == "azure" && name.Has() && !name.Unknown && !vaultName(name.Value)
	if o.Path != nil {
		object.Pinned = o.Path.Version != "" && o.Path.Version != "0" && !o.Fields["secretPath"].Unknown
	}
	for _, field := range [...]string{"objectVersion", "objectVersionLabel"} {
		version := o.Fields[field]
		object.Pinned = object.Pinned || version.Has() && !version.Unknown && version.Value != "AWSCURRENT" && version.Value != "latest"
	}
}

// files states what each mounted file is to Mendix.
func (w *mounts) files() []MountedFile {
	files := make([]MountedFile, 0, len(w.result.Files))
	for i := range w.result.Files {
		f := &w.result.Files[i]
		file := MountedFile{
			Name: f.Name, Source: f.Source, Parent: f.Parent, Object: f.Object, Field: f.NamingField,
			At: w.at(f.Pointer, manifest.Value), Entry: w.at(f.Entry, manifest.Value), Store: f.Key,
			Duplicate: f.Duplicates, DuplicateWins: f.DuplicateWins, Versioned: f.Versioned,
		}
		if f.KeyPointer != "" {
			file.StoreAt = w.at(f.KeyPointer, manifest.Value)
		}
		if f.JMES != nil {
			file.JMES = jmesOf(f.JMES)
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
func (w *mounts) meaning(file *MountedFile, f *provider.File) {
	switch {
	case f.Parent:
		file.Match = MatchForeign // with jmesPath the object's own file is nobody's business
		return
	case f.Unknown:
		file.Match = MatchHidden
		return
	}
	named := w.result.Provider == "azure" && f.NamingField == "objectName" // by the vault's own name
	name := f.Name
	if named {
		name = strings.TrimLeft(name, "./")
	}
	match := w.match(name, f)
	file.Match, file.Key, file.Nearest = match.match, match.key, match.nearest
	if (file.Match == MatchUnknown || file.Match == MatchForeign) && w.swapped(f) {
		file.Match, file.Key = MatchSwapped, f.Key
		if f.Written != "" || f.NoFile {
			file.Match = MatchRefused // aws/yaml11-scalar or provider/object-field tells why the name is another
		}
	}
	if file.Match == MatchExact && w.copied(f) {
		file.Match, file.Key = MatchCopied, f.Key
	}
	file.Group, file.Family = w.tables.group(file.Key)
	if named && !vaultName(f.Name) {
		w.refused(file)
	}
}

// match compares the name of a file, or what was meant by it, with the keys.
func (w *mounts) match(name string, f *provider.File) keyMatch {
	match, bare := w.tables.matchKey(name), strings.Trim(f.Raw, "/")
	strange := match.match == MatchUnknown || match.match == MatchForeign
	switch {
	case bare != f.Raw && w.tables.matchKey(bare).match == MatchExact:
		return near(bare)
	case strange && f.Instead != "" && w.tables.matchKey(f.Instead).match == MatchExact:
		// The provider mounts a key, whatever the field that it does not read was
		// to make of it.
		return keyMatch{match: MatchExact, key: f.Instead}
	case match.match == MatchUnknown && strings.Contains(bare, "/"):
		return keyMatch{match: MatchForeign} // a path of the store, which is no try at a key
	}
	return match
}

// refused marks a file whose name on the Key Vault cannot be: that is told of
// the object, so nothing is told of the file's name.
func (w *mounts) refused(file *MountedFile) {
	file.Match = MatchRefused
	if file.Group == "const" || file.Group == "runtime" {
		file.Group = ""
	}
}

// vaultName tells whether Key Vault takes the name for a secret.
func vaultName(name string) bool {
	return len(name) <= 127 && strings.Trim(name, "0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// swapped tells whether the name on the store's side is a Mendix key that no
// other file mounts: then it was most probably exchanged with the file's name.
func (w *mounts) swapped(f *provider.File) bool {
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
func (w *mounts) claimOnce(files []MountedFile) {
	claimed := make(map[string]bool)
	for i := range files {
		if file := &files[i]; file.Match == MatchCopied {
			if claimed[file.Key] {
				file.Match, file.Key = MatchExact, file.Name
				file.Group, file.Family = w.tables.group(file.Key)
			}
			claimed[file.Key] = true
		}
	}
}

// copied tells whether another file has the name too, while the store has the
// value under a key that no file mounts. Names that users choose say nothing:
// Key Vault has hyphens in those of constants anyway.
func (w *mounts) copied(f *provider.File) bool {
	if group, _ := w.tables.group(f.Key); group == "const" || group == "runtime" || !w.swapped(f) {
		return false
	}
	return f.Duplicates >= 0 || slices.ContainsFunc(w.result.Files, func(other provider.File) bool {
		return other.Duplicates >= 0 && &w.result.Files[other.Duplicates] == f
	})
}

// confirm drops the guess of a near miss whose key is ambiguous in favour of
// the one that is not mounted otherwise.
func (w *mounts) confirm(files []MountedFile) {
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
				files[i].Key = key
				files[i].Group, files[i].Family = w.tables.group(key)
				break
			}
		}
	}
}
