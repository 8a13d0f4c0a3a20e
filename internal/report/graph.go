package report

import (
	"bufio"
	"fmt"
	"io"

	"example.com/mxlint/internal/link"
)

// graph is the environments as boxes with arrows between them. Its texts are plain;
// each writer escapes them for its language.
type graph struct{ clusters []graphCluster }

type graphCluster struct {
	id, label string
	nodes     []graphNode
	edges     []graphEdge
}

// graphNode is a box; lines are its label.
type graphNode struct {
	id      string
	lines   []string
	verdict verdict
}

// graphEdge is an arrow; label may be empty.
type graphEdge struct {
	from, to, label string
	verdict         verdict
}

func graphForms() forms[func(*textWriter, *graph)] {
	return forms[func(*textWriter, *graph)]{{"mermaid", mermaid}, {"dot", dot}}
}

// GraphFormats returns the languages of Graph.
func GraphFormats() []string { return graphForms().names() }

// Graph draws the environments in one of the GraphFormats: their members, the links
// that work and those that fail with the reason, and the Mendix keys that are mounted,
// missing or misspelled. Equal facts give equal texts.
func Graph(w io.Writer, language string, in Inspection) error {
	write, err := graphForms().of(language)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(w)
	t := &textWriter{w: buffered}
	write(t, newGraph(in.Environments))
	return buffered.Flush()
}

func newGraph(environments []*link.Subject) *graph {
	g := &graph{}
	for i, subject := range environments {
		c := graphCluster{id: fmt.Sprintf("e%d", i), label: subject.ID + " " + describe(&subject.Environment)}
		c.members(&subject.Environment)
		c.files(&subject.Environment)
		g.clusters = append(g.clusters, c)
	}
	return g
}

// members draws the three resources, and arrows from the app to the others.
func (c *graphCluster) members(e *link.Environment) {
	places := map[string]*link.Resource{}
	if e.Resources.App != nil {
		places[link.KindApp] = &e.Resources.App.Resource
	}
	if e.Resources.Account != nil {
		places[link.KindAccount] = &e.Resources.Account.Resource
	}
	if e.Resources.Class != nil {
		places[link.KindClass] = &e.Resources.Class.Resource
	}
	for _, status := range memberStatuses(e) {
		node := graphNode{id: c.id + status.kind, lines: []string{status.kind}, verdict: holds}
		if r := places[status.kind]; r != nil {
			node.lines = append(node.lines, formatPlace(r.Path, r.Line, r.Column))
		} else if node.verdict = status.verdict; status.kind == link.KindApp {
			node.lines = append(node.lines, status.reason)
		} else if status.verdict != holds {
			node.lines = append(node.lines, "not here")
		}
		c.nodes = append(c.nodes, node)
		if status.kind != link.KindApp {
			c.edges = append(c.edges, graphEdge{from: c.id + link.KindApp, to: node.id, label: status.reason, verdict: status.verdict})
		} else if status.verdict != holds && places[status.kind] != nil {
			c.nodes[0].lines, c.nodes[0].verdict = append(c.nodes[0].lines, status.reason), status.verdict
		}
	}
}

// files draws the Mendix keys. Other files are a single node with their number.
func (c *graphCluster) files(e *link.Environment) {
	class, others := c.id+link.KindClass, 0
	for i := range e.MountedFiles {
		f := &e.MountedFiles[i]
		verdict, word, why := fileState(f)
		if word == "other" {
			others++
			continue
		}
		node := graphNode{id: fmt.Sprintf("%sf%d", c.id, i), lines: []string{f.Name}, verdict: verdict}
		label := ""
		if verdict != holds {
			label = word
			node.lines = append(node.lines, why)
		}
		c.nodes = append(c.nodes, node)
		c.edges = append(c.edges, graphEdge{from: class, to: node.id, label: label, verdict: verdict})
	}
	if others > 0 {
		c.nodes = append(c.nodes, graphNode{id: c.id + "others", lines: []string{Count(others, "other file")}})
		c.edges = append(c.edges, graphEdge{from: class, to: c.id + "others"})
	}
	for i, key := range missingKeys(e) {
		node := graphNode{id: fmt.Sprintf("%sm%d", c.id, i), lines: []string{key}, verdict: fails}
		c.nodes = append(c.nodes, node)
		c.edges = append(c.edges, graphEdge{from: class, to: node.id, label: "missing", verdict: fails})
	}
}
