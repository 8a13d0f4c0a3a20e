package engine

import (
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// mergeDeployments merges the findings of a fault that several overlays share into one:
// it is at one place of their base. The message names the overlays. Findings suppressed
// in only some overlays stay separate; the highest severity counts.
func mergeDeployments(findings []lint.Finding, names sourceNames) []lint.Finding {
	at := make(map[fault]int)
	overlays := make(map[int][]string)
	merged := findings[:0:0]
	for _, f := range findings {
		id := fault{f.Rule, f.Subject, f.Message, f.Span, f.Suppressed != nil}
		if f.Deployment != "" {
			id.message = names.neutral(&f)
		}
		first, known := at[id]
		if !known {
			first = len(merged)
			at[id] = first
			merged = append(merged, f)
		}
		merged[first].Severity = max(merged[first].Severity, f.Severity)
		if f.Deployment != "" && !slices.Contains(overlays[first], f.Deployment) {
			overlays[first] = append(overlays[first], f.Deployment)
		}
	}
	for i, folders := range overlays {
		merged[i].Message += " (in " + listed(folders) + ")"
	}
	return merged
}

// fault is what identifies a finding.
type fault struct {
	rule, subject, message string
	span                   manifest.Span
	suppressed             bool
}

// namedOverlays is how many overlays a message names.
const namedOverlays = 3

func listed(overlays []string) string {
	slices.Sort(overlays)
	quoted := make([]string, 0, namedOverlays)
	for _, overlay := range overlays[:min(len(overlays), namedOverlays)] {
		quoted = append(quoted, fmt.Sprintf("%q", overlay))
	}
	text := strings.Join(quoted, ", ")
	if more := len(overlays) - namedOverlays; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
