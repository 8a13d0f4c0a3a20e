package render

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// overExpanded says what is wrong with an entry whose aliases would make it
// larger than any manifest: kustomize expands them whatever it costs. It is
// empty where all is well.
func (r *renderer) overExpanded(e *entry) string {
	text := r.textOf(e)
	if !strings.Contains(text, "&") || !strings.Contains(text, "*") {
		return ""
	}
	for _, broken := range manifest.Decode("", []byte(text), r.options.Limits, nil).Broken {
		if broken.Expands {
			return "cannot be read: " + broken.Message
		}
	}
	return ""
}

// textOf is what an entry that is no folder says, "" where it cannot be read:
// kustomize tells that.
func (r *renderer) textOf(e *entry) string {
	if e.inline {
		return e.text
	}
	data, err := r.disk.ReadFile(e.real)
	if err != nil {
		return ""
	}
	return string(data)
}
