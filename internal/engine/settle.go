package engine

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
)

// settle decides what is told: severities of the configuration, ignores and
// what is wrong with them, the baseline; and puts the findings in order.
func (r *run) settle(ctx context.Context) error {
	r.findings = mergeDeployments(r.findings)
	r.findings = r.told(r.findings)
	ignores := config.NewIgnores(r.ignores())
	ignores.Apply(r.findings)
	facts := ignores.Facts(r.knownRule, r.ran)
	about, err := r.judgeIgnores(ctx, facts)
	if err != nil {
		return err
	}
	about = r.told(about)
	ignores.Apply(about)
	r.findings = append(r.findings, about...)
	r.outcome.Ignores = ignores.Facts(r.knownRule, r.ran)
	order(r.findings)
	number(r.findings)
	if r.Baseline != nil {
		r.Baseline.Apply(r.findings)
		r.outcome.Gone = r.Baseline.Gone(r.runs)
	}
	slices.Sort(r.outcome.Notes)
	r.outcome.files, r.outcome.whole = r.files, slices.Clone(r.findings)
	r.outcome.Findings = slices.DeleteFunc(r.findings, func(f lint.Finding) bool { return !r.focus.holds(f.Span.Path) })
	r.outcome.Mask = newMasker(r.files, r.consumed).Mask
	r.outcome.Checked = r.outcome.Environments > 0 || slices.ContainsFunc(r.outcome.Findings, func(f lint.Finding) bool { return f.Rule == "manifest/syntax" })
	return nil
}

// told returns the findings that are told, with their settled severities.
func (r *run) told(findings []lint.Finding) []lint.Finding {
	told := findings[:0]
	for i := range findings {
		if r.tells(&findings[i]) {
			told = append(told, findings[i])
		}
	}
	return told
}

// tells settles the severity of a finding, and whether it is told at all.
func (r *run) tells(f *lint.Finding) bool {
	if !r.runs(f.Rule) {
		return false
	}
	if r.Config == nil {
		return true
	}
	if !r.Config.Settle(f, r.outcome.Catalog.Rule(f.Rule).Severity) {
		r.outcome.Off = append(r.outcome.Off, *f)
		return false
	}
	return true
}

func (r *run) knownRule(id string) (known bool, nearest string) {
	if r.outcome.Catalog.Rule(id) != nil {
		return true, ""
	}
	return false, r.outcome.Catalog.Nearest(id)
}

// ran tells whether a rule was judged at a file.
func (r *run) ran(id, name string) bool {
	if !r.runs(id) {
		return false
	}
	if r.Config == nil {
		return true
	}
	severity, set := r.Config.Severity(id, r.Config.Rel(name), "")
	return !set || severity != lint.Off
}

// ignores reads the suppressions of every file that was read.
func (r *run) ignores() []config.Ignore {
	var ignores []config.Ignore
	for _, file := range slices.Concat(r.files, r.consumed) {
		if !strings.Contains(file.Text, "mxlint") {
			continue
		}
		ignores = append(ignores, config.ReadIgnores(file.Path, file.Text)...)
		for _, doc := range file.Docs {
			ignores = append(ignores, annotationIgnores(file, doc)...)
		}
	}
	for _, file := range r.policies {
		ignores = append(ignores, config.ReadIgnores(file.Path, file.Text())...)
	}
	if len(ignores) > maxIgnores {
		r.outcome.Notes = append(r.outcome.Notes, fmt.Sprintf("there are %d ignores; those behind the first %d are not obeyed", len(ignores), maxIgnores))
		ignores = ignores[:maxIgnores]
	}
	return ignores
}

// maxIgnores bounds the ignores of a run, each of which is a fact to be judged.
const maxIgnores = 10_000

func annotationIgnores(file *manifest.File, doc *manifest.Doc) []config.Ignore {
	path := manifest.Path("/metadata/annotations").Key(config.Annotation)
	node := doc.Node(path)
	if node == nil || node.Value == "" {
		return nil
	}
	span, _ := doc.Locate(path, manifest.Value)
	holder := config.Holder{Object: policy.ObjectID(doc)}
	shared := slices.ContainsFunc(file.Docs, func(other *manifest.Doc) bool { return other != doc && other.Start == doc.Start })
	if !shared {
		holder.Extents = []manifest.Span{{Path: file.Path, Start: file.Pos(doc.Start), End: file.Pos(doc.End)}}
	}
	return config.AnnotationIgnores(node.Value, span, holder)
}

// judgeIgnores has the rules about ignores judge what became of them.
func (r *run) judgeIgnores(ctx context.Context, facts []config.IgnoreFact) ([]lint.Finding, error) {
	if len(facts) == 0 {
		return nil, nil
	}
	subject := &link.Subject{}
	for _, fact := range facts {
		subject.Ignores = append(subject.Ignores, link.Ignore{
			Rule: fact.Rule, Nearest: fact.Near, Kind: fact.Kind, Reason: fact.Reason,
			Used: fact.Used, Known: fact.Known, Ran: fact.Ran, At: link.InFile(fact.Span),
		})
	}
	s, err := r.state(func() *link.Subject { return subject })
	if err != nil {
		return nil, err
	}
	j := &judgement{run: r, resolver: policy.Resolver{Catalog: r.outcome.Catalog, Doc: r.linked.Doc}}
	if j.evaluator, err = r.rules.evaluator(inputsOf([]*stated{s})); err != nil {
		return nil, err
	}
	return j.judgeOne(ctx, s)
}

// mergeDeployments makes one finding of a fault that several overlays share:
// it stands at one place of their base. The message names the overlays.
func mergeDeployments(findings []lint.Finding) []lint.Finding {
	type identity struct {
		rule, subject, message string
		span                   manifest.Span
	}
	at := make(map[identity]int)
	names := make(map[int][]string)
	merged := findings[:0:0]
	for _, f := range findings {
		id := identity{f.Rule, f.Subject, f.Message, f.Span}
		if f.Deployment != "" {
			id.message = "" // names and namespaces of the overlays may stand in it
		}
		if first, known := at[id]; known {
			if f.Deployment != "" && !slices.Contains(names[first], f.Deployment) {
				names[first] = append(names[first], f.Deployment)
			}
			continue
		}
		at[id] = len(merged)
		if f.Deployment != "" {
			names[len(merged)] = []string{f.Deployment}
		}
		merged = append(merged, f)
	}
	for i, overlays := range names {
		merged[i].Message += " (in " + listed(overlays) + ")"
	}
	return merged
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
