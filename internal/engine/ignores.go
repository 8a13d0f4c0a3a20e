package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
)

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
	if r.Config == nil || r.enabled(id) {
		return true
	}
	severity, set := r.Config.Severity(id, r.Config.Rel(name), "")
	return !set || severity != lint.Off
}

// maxIgnores bounds the ignores of a run, each of which is a fact to be judged.
const maxIgnores = 10_000

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
