package report

import (
	"strings"

	"example.com/mxlint/internal/lint"
)

type sarifResult struct {
	RuleID string `json:"ruleId"`
	// RuleIndex is nil for a rule that is not in the catalog.
	RuleIndex        *int               `json:"ruleIndex,omitempty"`
	Level            string             `json:"level"`
	Message          sarifText          `json:"message"`
	Locations        []sarifLocation    `json:"locations"`
	RelatedLocations []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints     map[string]string  `json:"partialFingerprints,omitempty"`
	Fixes            []sarifFix         `json:"fixes,omitempty"`
	Suppressions     []sarifSuppression `json:"suppressions"`
	Properties       *sarifResultExtra  `json:"properties,omitempty"`
}

// sarifSuppression says where a suppression is: in the source, or outside it, like a
// baseline.
type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification,omitempty"`
}

type sarifResultExtra struct {
	Environment string `json:"environment,omitempty"`
	Pointer     string `json:"pointer,omitempty"`
}

func (c *Context) newSARIFResult(f *lint.Finding, index map[string]int) sarifResult {
	result := sarifResult{
		RuleID:       f.Rule,
		Level:        sarifLevel(f.Severity),
		Message:      sarifText{Text: f.Message},
		Locations:    []sarifLocation{c.newSARIFLocation(f.Span)},
		Fixes:        c.newSARIFFixes(f.Fix),
		Suppressions: newSARIFSuppressions(f.Suppressed),
	}
	if i, known := index[f.Rule]; known {
		result.RuleIndex = &i
	}
	if f.Object.Name != "" {
		result.Locations[0].Logical = []sarifLogical{newSARIFLogical(f.Object)}
	}
	for i, note := range f.Related {
		location := c.newSARIFLocation(note.Span)
		location.ID = i + 1
		location.Message = &sarifText{Text: note.Message}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	if f.Fingerprint != "" {
		result.Fingerprints = map[string]string{"mxlint/v1": f.Fingerprint}
	}
	if f.Environment != "" || f.Pointer != "" {
		result.Properties = &sarifResultExtra{Environment: f.Environment, Pointer: f.Pointer}
	}
	return result
}

func newSARIFLogical(object lint.ObjectID) sarifLogical {
	parts := []string{object.Kind, object.Name}
	if object.Namespace != "" {
		parts = []string{object.Kind, object.Namespace, object.Name}
	}
	return sarifLogical{Name: object.Name, FullyQualifiedName: strings.Join(parts, "/"), Kind: "resource"}
}

// newSARIFSuppressions returns an empty list for an unsuppressed finding: without a
// list it would be unknown whether there are suppressions (SARIF 3.27.23).
func newSARIFSuppressions(suppressed *lint.Suppression) []sarifSuppression {
	if suppressed == nil {
		return []sarifSuppression{}
	}
	kind := "inSource"
	if suppressed.Kind == lint.ByBaseline {
		kind = "external"
	}
	return []sarifSuppression{{Kind: kind, Status: "accepted", Justification: suppressed.Reason}}
}
