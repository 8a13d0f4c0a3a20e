package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// order sorts by path, line, column and rule, then by the remaining fields that can
// tell findings apart.
func order(findings []lint.Finding) {
	slices.SortStableFunc(findings, func(a, b lint.Finding) int {
		return cmp.Or(
			a.Span.Compare(b.Span),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Subject, b.Subject),
			strings.Compare(a.Environment, b.Environment),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// number makes fingerprints unique: from the second of equal ones on, they include
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
