package link

import (
	"slices"
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

// nameless tells whether the name of some file is missing, which is told as
// such: which key the file was to be is not known, so none is missing for it.
func nameless(result *provider.Result) bool {
	return slices.ContainsFunc(result.Problems, func(p provider.Problem) bool {
		return p.Kind == provider.KindObjectField && p.Fault != provider.FaultForm &&
			(strings.EqualFold(p.Name, "objectName") || strings.EqualFold(p.Name, "objectAlias"))
	})
}
