package report

import "example.com/mxlint/internal/lint"

type sarifFix struct {
	Description sarifText      `json:"description"`
	Changes     []sarifChange  `json:"artifactChanges"`
	Properties  *sarifFixExtra `json:"properties,omitempty"`
}

type sarifFixExtra struct {
	Unsafe bool `json:"unsafe"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

// newSARIFFixes returns the fix with its edits by file; nil for a fix without edits.
func (c *Context) newSARIFFixes(fix *lint.Fix) []sarifFix {
	if fix == nil || len(fix.Edits) == 0 {
		return nil
	}
	proposed := sarifFix{Description: sarifText{Text: fix.Title}}
	if fix.Unsafe {
		proposed.Properties = &sarifFixExtra{Unsafe: true}
	}
	at := map[string]int{}
	for _, edit := range fix.Edits {
		file := edit.Span.Path
		i, known := at[file]
		if !known {
			i = len(proposed.Changes)
			at[file] = i
			proposed.Changes = append(proposed.Changes, sarifChange{Artifact: c.newSARIFArtifact(file)})
		}
		proposed.Changes[i].Replacements = append(proposed.Changes[i].Replacements,
			sarifReplacement{Deleted: newSARIFRegion(edit.Span), Inserted: sarifText{Text: edit.NewText}})
	}
	return []sarifFix{proposed}
}
