package report

import (
	"strings"

	"example.com/mxlint/internal/rulepage"
)

// pageWriter writes the Markdown of a page: headings, paragraphs, lists and fenced
// blocks, which is all that pages consist of.
type pageWriter struct {
	t         *textWriter
	paragraph []string
	bullet    string   // of the paragraph, "" for none
	listed    bool     // it follows another list entry
	caption   string   // of the next block
	notes     []string // those before it
}

func (m *pageWriter) render(page string) {
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(page, "\r\n", "\n"), "\n"), "\n")
	if len(lines) > 0 && strings.HasPrefix(lines[0], "# ") {
		lines = lines[1:] // it is in the head
	}
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if !strings.HasPrefix(line, "```") {
			m.line(line)
			continue
		}
		var block []string
		for i++; i < len(lines) && !strings.HasPrefix(lines[i], "```"); i++ {
			block = append(block, lines[i])
		}
		m.block(block)
	}
	m.flush()
}

// line processes one line outside a block.
func (m *pageWriter) line(line string) {
	trimmed := strings.TrimSpace(line)
	if caption, note := rulepage.ParseNote(trimmed); note {
		m.flush()
		m.caption = joinCaptions(m.caption, caption)
		m.notes = append(m.notes, trimmed)
		return
	}
	switch {
	case trimmed == "":
		m.flush()
	case strings.HasPrefix(line, "#"):
		m.flush()
		m.listed = false
		m.t.printf("\n%s\n", m.t.palette.place.Sprint(printable(strings.TrimSpace(strings.TrimLeft(line, "#")))))
	case bulletOf(trimmed) != "":
		m.flush()
		m.bullet = bulletOf(trimmed)
		m.paragraph = []string{strings.TrimSpace(trimmed[len(m.bullet):])}
	case strings.HasPrefix(trimmed, "|"):
		m.flush()
		m.t.printf("%s\n", printable(line))
	default:
		m.paragraph = append(m.paragraph, trimmed)
	}
}

func bulletOf(line string) string {
	for _, bullet := range []string{"- ", "* "} {
		if strings.HasPrefix(line, bullet) {
			return "- "
		}
	}
	if number, _, found := strings.Cut(line, ". "); found && number != "" && len(number) <= 2 && strings.Trim(number, "0123456789") == "" {
		return number + ". "
	}
	return ""
}

// flush writes the paragraph collected so far.
func (m *pageWriter) flush() {
	if len(m.paragraph) == 0 {
		return
	}
	if m.bullet == "" || !m.listed {
		m.t.printf("\n")
	}
	m.listed = m.bullet != ""
	indent := strings.Repeat(" ", len(m.bullet))
	for i, line := range wrap(printable(inline(strings.Join(m.paragraph, " "))), pageWidth-len(indent)) {
		if i == 0 {
			m.t.printf("%s%s\n", m.bullet, line)
		} else {
			m.t.printf("%s%s\n", indent, line)
		}
	}
	m.paragraph, m.bullet = nil, ""
}

// block writes a fenced block, indented and dim, with the rules that report something
// after its lines.
func (m *pageWriter) block(lines []string) {
	m.flush()
	m.listed = false
	caption, notes := m.caption, m.notes
	m.caption, m.notes = "", nil
	if len(lines) > 0 {
		caption = joinCaptions(rulepage.FileOf(lines[0]), caption)
	}
	m.t.printf("\n")
	if caption != "" {
		m.t.printf("  %s:\n", printable(caption))
	}
	for _, line := range rulepage.VisibleLines(lines, notes) {
		if line.Text == "" {
			m.t.printf("\n")
			continue
		}
		m.t.printf("    %s", m.t.palette.rule.Sprint(printable(strings.ReplaceAll(line.Text, "\t", "    "))))
		if line.Rules != "" {
			m.t.printf("  %s", m.t.palette.place.Sprint("<-- "+printable(line.Rules)))
		}
		m.t.printf("\n")
	}
}

func joinCaptions(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}
