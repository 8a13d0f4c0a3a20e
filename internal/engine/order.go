package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// mergeDeployments makes one finding of a fault that several overlays share:
// it stands at one place of their base. The message names the overlays.
func mergeDeployments(findings []lint.Finding) []lint.Finding {
	at := make(map[fault]int)
	told := make(map[fault]bool)
	turns := make(map[fault]int)
	names := make(map[int][]string)
	merged := findings[:0:0]
	for _, f := range findings {
		id := fault{rule: f.Rule, subject: f.Subject, message: f.Message, deployment: f.Deployment, span: f.Span}
		if told[id] {
			continue
		}
		told[id] = true
		if f.Deployment == "" {
			merged = append(merged, f)
			continue
		}
		// Names and namespaces of the overlays may stand in the message, and
		// several faults of one overlay at a place that is not exact.
		id.message = ""
		turns[id]++
		shared := fault{rule: f.Rule, subject: f.Subject, span: f.Span, turn: turns[id]}
		first, known := at[shared]
		if !known {
			first = len(merged)
			at[shared] = first
			merged = append(merged, f)
		}
		names[first] = append(names[first], f.Deployment)
	}
	for i, overlays := range names {
		merged[i].Message += " (in " + listed(overlays) + ")"
	}
	return merged
}

// fault tells findings apart. Its turn counts those of one overlay that differ
// in nothing but their message.
type fault struct {
	rule, subject, message, deployment string
	span                               manifest.Span
	turn                               int
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

// order sorts by path, line, column and rule, and by what is left to tell
// equal ones apart.
func order(findings []lint.Finding) {
	slices.SortStableFunc(findings, func(a, b lint.Finding) int {
		return cmp.Or(
			strings.Compare(a.Span.Path, b.Span.Path),
			cmp.Compare(a.Span.Start.Line, b.Span.Start.Line),
			cmp.Compare(a.Span.Start.Column, b.Span.Start.Column),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Subject, b.Subject),
			strings.Compare(a.Environment, b.Environment),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// number makes fingerprints differ: of equal ones the second and further get
// their number, in the order of the findings.
func number(findings []lint.Finding) {
	seen := make(map[string]int)
	for i := range findings {
		print := findings[i].Fingerprint
		if seen[print]++; seen[print] > 1 {
			sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", print, seen[print]))
			findings[i].Fingerprint = hex.EncodeToString(sum[:16])
		}
	}
}
