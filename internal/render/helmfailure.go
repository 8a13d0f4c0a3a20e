package render

import (
	"fmt"
	"strconv"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// helmFailure says why helm failed, at the template's line if helm names one,
// else at Chart.yaml.
func (r *renderer) helmFailure(c *chart, stderr string, err error) *Problem {
	words := ""
	for line := range strings.Lines(stderr) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "Error:") {
			words = strings.TrimSpace(strings.TrimPrefix(line, "Error:"))
		} else if words == "" && line != "" && !strings.HasPrefix(line, "WARNING:") {
			words = line
		}
	}
	if words == "" {
		words = err.Error()
	}
	words = strings.ReplaceAll(words, c.real+"/", "")
	p := &Problem{Span: c.start(), File: c.file}
	p.Message = fmt.Sprintf("chart %q does not render: helm template says %q", c.folder, strings.ReplaceAll(oneLine(words), `"`, "'"))
	if span, file, ok := r.failedTemplate(c, words); ok {
		p.Span, p.File = span, file
	}
	return p
}

// failedTemplate finds "name/templates/x.yaml:12:5" in helm's message.
func (r *renderer) failedTemplate(c *chart, words string) (manifest.Span, *manifest.File, bool) {
	for _, word := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(` ()<>"'`, r) }) {
		parts := strings.Split(strings.TrimSuffix(word, ":"), ":")
		if len(parts) < 2 || !strings.Contains(parts[0], "/templates/") {
			continue
		}
		line, err := strconv.Atoi(parts[1])
		file := r.readTemplate(c, parts[0])
		if err != nil || file == nil || line < 1 || line > 1+strings.Count(file.Text, "\n") {
			continue
		}
		return lineOf(file.Path, line), file, true
	}
	return manifest.Span{}, nil, false
}
