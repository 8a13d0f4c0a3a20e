package render

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// MarkSources sets the source of each document of a stream rendered by helm,
// even of one that cannot be read. helm writes the template's name above it:
// "# Source: shop/templates/app.yaml".
func MarkSources(file *manifest.File) {
	for _, doc := range file.Docs {
		doc.Source = sourceOf(file.Text[doc.Start:doc.End])
	}
	for _, broken := range file.Broken {
		broken.Source = sourceOf(broken.Text)
	}
}

// sourceOf reads the source from the comments at the beginning of a document.
func sourceOf(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, found := strings.CutPrefix(line, "# Source: "); found {
			return strings.TrimSpace(name)
		}
		if line != "" && line[0] != '#' && !strings.HasPrefix(line, "---") {
			return ""
		}
	}
	return ""
}
