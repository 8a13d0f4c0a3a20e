package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// mergeDeployments makes one finding of a fault that several overlays share:
// it stands at one place of their base. The message names the overlays. What is
// suppressed in some of them stays apart; of several severities the gravest counts.
func mergeDeployments(findings []lint.Finding) []lint.Finding {
	at := make(map[fault]int)
	names := make(map[int][]string)
	merged := findings[:0:0]
	for _, f := range findings {
		id := fault{f.Rule, f.Subject, f.Message, f.Span, f.Suppressed != nil}
		if f.Deployment != "" {
			id.message = neutral(&f)
		}
		first, known := at[id]
		if !known {
			first = len(merged)
			at[id] = first
			merged = append(merged, f)
		}
		merged[first].Severity = max(merged[first].Severity, f.Severity)
		if f.Deployment != "" && !slices.Contains(names[first], f.Deployment) {
			names[first] = append(names[first], f.Deployment)
		}
	}
	for i, overlays := range names {
		merged[i].Message += " (in " + listed(overlays) + ")"
	}
	return merged
}

// fault tells findings apart.
type fault struct {
	rule, subject, message string
	span                   manifest.Span
	suppressed             bool
}

// neutral is a message without the names that differ from overlay to overlay.
func neutral(f *lint.Finding) string {
	namespace, name, _ := strings.Cut(f.Environment, "/")
	message := f.Message
	for _, own := range []string{namespace, name} {
		if own != "" {
			message = strings.ReplaceAll(message, strconv.Quote(own), `""`)
		}
	}
	return message
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
