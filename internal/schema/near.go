package schema

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// nearest returns the name that another is a slip of: by a few letters, case,
// or separators between its words.
func nearest(name string, known []string) string {
	if near := spelling.Nearest(name, known); near != nil {
		return near[0]
	}
	bare := squash(name)
	for _, candidate := range known {
		if squash(candidate) == bare {
			return candidate
		}
	}
	return ""
}

func squash(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", ".", "", " ", "").Replace(name))
}
