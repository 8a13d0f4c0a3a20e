package lint

// Suppression says why a finding does not count.
type Suppression struct {
	Kind   SuppressionKind
	Reason string // empty if none was given
}

// SuppressionKind is what silences a finding.
type SuppressionKind string

// The kinds of suppressions.
const (
	ByComment       SuppressionKind = "comment"
	ByFileComment   SuppressionKind = "file comment"
	ByAnnotation    SuppressionKind = "annotation"
	ByBaseline      SuppressionKind = "baseline"
	ByConfiguration SuppressionKind = "configuration" // switches the rule off: no finding is left to carry it
)

// Suppressor is something that may keep findings from counting, its position,
// and what became of it in a run.
type Suppressor struct {
	Rule string // as written; empty if none is named
	Kind SuppressionKind
	Path string
	// Line and Column count from 1; both are 0 for an entry of a baseline.
	Line, Column int
	Reason       string // empty if none is given
	Used         bool
	State        SuppressorState
}

// SuppressorState says what became of a suppressor.
type SuppressorState string

// The states of suppressors.
const (
	SuppressorUsed        SuppressorState = "used"
	SuppressorUnused      SuppressorState = "unused"
	SuppressorNotChecked  SuppressorState = "not checked" // the rule did not run there
	SuppressorUnknownRule SuppressorState = "unknown rule"
)
