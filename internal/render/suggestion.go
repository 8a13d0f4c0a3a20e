package render

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// likelyFiles lists the files that an entry whose own file is missing may mean:
// the nearest by name, or those in the nearest folder, and those of two list
// items that wrong indentation has made one ("a.yaml - b.yaml").
func (e *entry) likelyFiles() []string {
	var files []string
	for _, part := range strings.Split(e.text, " - ") {
		if part != e.text {
			files = append(files, filepath.Join(e.owner.real, part))
		}
	}
	if name := nearestName(e.real); name != "" {
		near := filepath.Join(filepath.Dir(e.real), name)
		files = append(files, near)
		inside, _ := os.ReadDir(near) // nothing if it is a file
		for _, entry := range inside {
			if manifest.IsManifestName(entry.Name()) {
				files = append(files, filepath.Join(near, entry.Name()))
			}
		}
	}
	return files
}

// suggestion returns the part of a message that names the file that may be
// meant.
func suggestion(path string) string {
	if name := nearestName(path); name != "" {
		return fmt.Sprintf(" (is %q meant?)", name)
	}
	return ""
}

func nearestName(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return ""
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	if near := spelling.Nearest(filepath.Base(path), names); len(near) > 0 {
		return near[0]
	}
	return ""
}
