package config

import (
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Annotation is the key of the annotation that holds ignores.
const Annotation = "mxlint.io/ignore"

// AnnotationIgnores parses the value of the annotation: one or more lines
// "RULE[,RULE]: reason". span is where the value is.
func AnnotationIgnores(value string, span manifest.Span, scope Scope) []Ignore {
	var ignores []Ignore
	for line := range strings.Lines(value) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		d := parseEntry(line)
		for _, rule := range d.rules {
			ignores = append(ignores, Ignore{Rule: rule, Span: span, Kind: lint.ByAnnotation, Reason: d.reason, scope: &scope})
		}
	}
	if ignores == nil {
		return []Ignore{{Span: span, Kind: lint.ByAnnotation, scope: &scope}}
	}
	return ignores
}
