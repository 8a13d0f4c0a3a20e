package link

import (
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// withoutMisspelt drops what the driver says about the name of a file that is a near
// miss of a key: the blanks, quotes and slashes around it are the mistake itself.
func withoutMisspelt(problems []Problem, files []MountedFile) []Problem {
	return slices.DeleteFunc(problems, func(p Problem) bool {
		return p.Kind == provider.KindObjectField && slices.ContainsFunc(files, func(f MountedFile) bool {
			return f.Match == MatchNear && f.At == p.At && f.Name == p.Text
		})
	})
}

// withoutBesideType drops the problems that only follow from a wrong objectType, if the
// file is a Mendix key: then the type is reported, and no field is wrong once it is
// fixed.
func withoutBesideType(problems []Problem, files []MountedFile, objects []Object) []Problem {
	return slices.DeleteFunc(problems, func(p Problem) bool {
		return p.Fault == provider.FaultBeside && slices.ContainsFunc(files, func(f MountedFile) bool {
			return f.Key != "" && f.Object < len(objects) && isFieldOf(p.At.Path, objects[f.Object].At.Path)
		})
	})
}

// raiseLostKeys raises the problem of a field that the provider does not read to an
// error if the field was to name the file: without it another file is mounted, and the
// key is missing.
func (w *mounting) raiseLostKeys(problems []Problem, files []MountedFile) {
	for i := range files {
		f := &files[i]
		if w.result.Files[i].Instead == "" || f.Match != MatchExact && f.Match != MatchNear || w.tables.matchKey(f.Name).key == f.Key {
			continue
		}
		for j := range problems {
			p := &problems[j]
			if p.Kind == provider.KindUnknownObjectField && p.At.Path == f.At.Path {
				p.Fault, p.Tolerated = provider.FaultInstead, false
				p.Says = "the file is called " + strconv.Quote(f.Name)
			}
		}
	}
}

// adoptStraySecretKeys takes the only field that the provider does not read in an
// object for a Mendix key as its secretKey, if that is missing.
func (w *mounting) adoptStraySecretKeys(e *Environment) {
	for i := range e.MountedFiles {
		f := &e.MountedFiles[i]
		if f.Key == "" || f.Object >= len(e.Objects) || !e.Objects[f.Object].Keyless || w.result.Objects[f.Object].Fields["secretKey"].Set {
			continue
		}
		object := &e.Objects[f.Object]
		var stray *Problem
		count := 0
		for j := range e.Problems {
			if p := &e.Problems[j]; p.Kind == provider.KindUnknownObjectField && isFieldOf(p.At.Path, object.At.Path) {
				stray, count = p, count+1
			}
		}
		if count == 1 && stray.Fault == provider.FaultUnread && stray.Nearest == "" {
			stray.Fault, stray.Tolerated, stray.Nearest = provider.FaultStray, false, "secretKey"
			stray.Says = "the file receives the whole response as JSON"
			object.Keyless = false
		}
	}
}

func isFieldOf(path, mapping manifest.Path) bool {
	holder, is := mappingOf(path)
	return is && holder == mapping
}

// mappingOf returns the mapping that a place is a field of; is reports whether it is
// one.
func mappingOf(path manifest.Path) (mapping manifest.Path, is bool) {
	at := strings.LastIndexByte(string(path), '/')
	if at < 0 || strings.HasSuffix(string(path), "!") {
		return "", false
	}
	return path[:at], true
}

// repeats reports whether a field occurs twice in some entry, which is reported: the
// last one wins, and the other may belong to an entry of its own that lost its hyphen.
func repeats(result *provider.Result) bool {
	return slices.ContainsFunc(result.Problems, func(p provider.Problem) bool {
		return p.Kind == provider.KindObjectsShape && p.Fault == provider.FaultDuplicate
	})
}

// nameless reports whether the name of some file is missing, which is reported by
// itself: which key the file was meant to be is unknown, so none is missing because of
// it.
func nameless(result *provider.Result) bool {
	named := make(map[manifest.Path]bool, len(result.Objects)) // those with a file nonetheless: under an alias, or of a jmesPath
	for i := range result.Files {
		named[result.Objects[result.Files[i].Object].Pointer] = true
	}
	return slices.ContainsFunc(result.Problems, func(p provider.Problem) bool {
		if p.Kind != provider.KindObjectField || p.Fault == provider.FaultForm {
			return false
		}
		object, _ := mappingOf(p.Pointer)
		return strings.EqualFold(p.Name, "objectAlias") || strings.EqualFold(p.Name, "objectName") && !named[p.Pointer] && !named[object]
	})
}
