package report

import "strings"

// dot writes a digraph for Graphviz. In quoted strings a backslash is an escape
// character, also for line ends:
// https://graphviz.org/doc/info/lang.html
func dot(t *textWriter, g *graph) {
	t.printf("digraph mxlint {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n")
	for i := range g.clusters {
		c := &g.clusters[i]
		t.printf("  subgraph cluster_%s {\n    label=%s;\n", c.id, dotText(c.label))
		for _, node := range c.nodes {
			t.printf("    %s [label=%s, %s];\n", node.id, dotText(node.lines...), dotNode(node.verdict))
		}
		for _, edge := range c.edges {
			t.printf("    %s -> %s [%s];\n", edge.from, edge.to, dotEdge(edge))
		}
		t.printf("  }\n")
	}
	t.printf("}\n")
}

func dotNode(v verdict) string {
	return [...]string{
		holds:        `color="#2e7d32", fillcolor="#e6f4ea"`,
		fails:        `color="#c62828", fillcolor="#fde7e9", style="rounded,filled,dashed"`,
		undetermined: `color="#b26a00", fillcolor="#fff4e0", style="rounded,filled,dotted"`,
	}[v]
}

func dotEdge(edge graphEdge) string {
	look := [...]string{holds: `color="#2e7d32"`, fails: `color="#c62828", style=dashed`, undetermined: `color="#b26a00", style=dotted`}[edge.verdict]
	if edge.label == "" {
		return look
	}
	return "label=" + dotText(edge.label) + ", " + look
}

func dotText(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, line := range lines {
		escaped[i] = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(printable(line))
	}
	return `"` + strings.Join(escaped, `\n`) + `"`
}
