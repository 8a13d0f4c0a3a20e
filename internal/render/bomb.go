package render

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// overExpanded says what is wrong with an entry whose aliases would make it
// larger than any manifest: kustomize expands them whatever it costs. It is
// empty where all is well.
func (r *renderer) overExpanded(e *entry) string {
	text := e.text
	if !e.inline {
		data, err := r.disk.ReadFile(e.real)
		if err != nil {
			return ""
		}
		text = string(data)
	}
	if !strings.Contains(text, "&") || !strings.Contains(text, "*") {
		return ""
	}
	for _, broken := range manifest.Decode("", []byte(text), r.options.Limits, nil).Broken {
		if strings.Contains(broken.Message, "aliases are expanded") {
			return "cannot be read: " + broken.Message
		}
	}
	return ""
}
