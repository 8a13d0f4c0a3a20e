package link

import (
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/provider"
)

// misspelt drops what the driver says of the name of a file that is a near
// miss of a key: blanks, quotes and slashes around it are the slip itself.
func misspelt(problems []Problem, files []MountedFile) []Problem {
	return slices.DeleteFunc(problems, func(p Problem) bool {
		return p.Kind == provider.KindObjectField && slices.ContainsFunc(files, func(f MountedFile) bool {
			return f.Match == "near" && f.At == p.At && f.Name == p.Text
		})
	})
}

// lostKeys raises what is told of a field that the provider does not read to an
// error where the field was to name the file: without it another file is
// mounted, and the key is missing.
func (w *mounts) lostKeys(problems []Problem, files []MountedFile) {
	for i := range files {
		f := &files[i]
		if w.result.Files[i].Instead == "" || f.Match != "exact" && f.Match != "near" || w.tables.matchKey(f.Name).key == f.Key {
			continue
		}
		for j := range problems {
			p := &problems[j]
			if p.Kind == provider.KindUnknownObjectField && p.At.Path == f.At.Path {
				p.Fault, p.Severity = provider.FaultInstead, provider.SeverityError
				p.Says = "the file is called " + strconv.Quote(f.Name)
			}
		}
	}
}

// nameless tells whether the name of some file is missing, which is told as
// such: which key the file was to be is not known, so none is missing for it.
func nameless(result *provider.Result) bool {
	return slices.ContainsFunc(result.Problems, func(p provider.Problem) bool {
		return p.Kind == provider.KindObjectField && p.Fault != provider.FaultForm &&
			(strings.EqualFold(p.Name, "objectName") || strings.EqualFold(p.Name, "objectAlias"))
	})
}
