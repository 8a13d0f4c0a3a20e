package report

import "strings"

// mermaid writes a flowchart. Labels are quoted, and characters with a meaning inside
// quotes are written as entity codes:
// https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
func mermaid(t *textWriter, g *graph) {
	t.printf("flowchart LR\n")
	t.printf("  classDef ok fill:#e6f4ea,stroke:#2e7d32,color:#1b1b1b\n")
	t.printf("  classDef fails fill:#fde7e9,stroke:#c62828,stroke-dasharray:4,color:#1b1b1b\n")
	t.printf("  classDef unknown fill:#fff4e0,stroke:#b26a00,stroke-dasharray:2,color:#1b1b1b\n")
	for i := range g.clusters {
		c := &g.clusters[i]
		t.printf("  subgraph %s[%s]\n    direction LR\n", c.id, mermaidText(c.label))
		for _, node := range c.nodes {
			t.printf("    %s[%s]:::%s\n", node.id, mermaidText(node.lines...), node.verdict)
		}
		for _, edge := range c.edges {
			t.printf("    %s %s %s\n", edge.from, mermaidArrow(edge), edge.to)
		}
		t.printf("  end\n")
	}
}

func mermaidArrow(edge graphEdge) string {
	arrow := "-->"
	if edge.verdict != holds {
		arrow = "-.->"
	}
	if edge.label == "" {
		return arrow
	}
	return arrow + "|" + mermaidText(edge.label) + "|"
}

func mermaidText(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, line := range lines {
		escaped[i] = mermaidEscapes().Replace(printable(line))
	}
	return `"` + strings.Join(escaped, "<br/>") + `"`
}

// mermaidEscapes also escapes "%%{", which begins a directive, and "$$", which begins a
// formula, inside quotes too.
func mermaidEscapes() *strings.Replacer {
	return strings.NewReplacer(
		"#", "#35;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "&", "#amp;", "`", "#96;", "|", "#124;", `\`, "#92;",
		"%", "#37;", "$", "#36;", ";", "#59;",
	)
}
