package access

import (
	"cmp"
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// The rules that problems belong to.
const (
	RuleVaultPolicy  = "access/vault-policy"
	RuleIAMPolicy    = "access/iam-policy"
	RuleTrustSubject = "access/trust-subject"
)

// Reason says what is wrong with a policy.
type Reason string

// The reasons, by rule. Unreadable and the IAM reasons are about a statement or a file,
// the others about the word that the span marks.
const (
	Unreadable Reason = "unreadable" // the file cannot be parsed, so it is not judged; Says is the fault

	OtherPath Reason = "other-path" // vault: Name is near the paths in Expected, but does not cover them
	NoRead    Reason = "no-read"    // vault: Name covers Expected without "read"; Says is its capabilities
	Denied    Reason = "denied"     // vault: Name denies Expected, which overrides every grant

	LacksActions Reason = "lacks-actions" // iam: Missing are not allowed on Expected
	OtherARN     Reason = "other-arn"     // iam: Says is near the secrets in Expected, but another ARN
	NoResource   Reason = "no-resource"   // iam: the statement names no resource; Expected are the secrets
	NotNamed     Reason = "not-named"     // iam: the policy is for the class, but nothing covers Expected

	NearSubject Reason = "near-subject" // trust: Name is near the subjects in Expected
)

// Problem is one place where a policy does not grant what an environment needs.
type Problem struct {
	Rule   string
	Reason Reason
	// Environments are those that are affected, sorted, at least one; Environment is
	// the first of them.
	Environment  string
	Environments []string
	Path         string // of the policy file
	Span         manifest.Span
	Name         string   // what is wrong: the policy path, the statement or the subject
	Expected     []string // what should be there: secret paths, secrets or subjects, sorted
	Missing      []string // IAM actions, sorted
	Says         string   // what is there instead, see Reason
	ARN          string   // for OtherARN: that of the first secret, with placeholders for what is unknown
	Related      []Ref    // the Refs of what needs it, in the order of the needs
}

// Judge checks all policy files against all needs. The needs must be those of the whole
// run: a name that fits one environment is no near miss of another, nor is an existing
// account; if has is nil, only the accounts of the needs are known. The order of files
// does not matter; problems are sorted by path and place.
func Judge(files []*File, needs []Need, has HasAccount) []Problem {
	files = slices.DeleteFunc(slices.Clone(files), func(f *File) bool { return f == nil })
	slices.SortStableFunc(files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	problems := slices.Concat(judgeVault(files, needs), judgeIAM(files, needs), judgeSubjects(files, needs, has))
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.Path, b.Path),
			a.Span.Start.Compare(b.Span.Start),
			strings.Compare(a.Rule, b.Rule))
	})
	return problems
}

// add records that the problem affects one more environment, or one more thing in the
// same one.
func (p *Problem) add(need *Need, expected string, ref Ref) {
	p.Environments = insert(p.Environments, need.Environment)
	p.Environment = p.Environments[0]
	p.Expected = insert(p.Expected, expected)
	if ref != (Ref{}) && !slices.Contains(p.Related, ref) {
		p.Related = append(p.Related, ref)
	}
}

func insert(sorted []string, text string) []string {
	at, found := slices.BinarySearch(sorted, text)
	if found {
		return sorted
	}
	return slices.Insert(sorted, at, text)
}
