package link

import (
	"slices"

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
