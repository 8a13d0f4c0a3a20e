// Package textdiff compares texts line by line.
package textdiff

import (
	"fmt"
	"path"
	"strings"
)

// Mask returns a line of a diff as it may be shown, without its line end. line
// counts from 1: in the new text for added lines, else in the old one.
type Mask func(added bool, line int, text string) string

// Unified returns the difference between two texts as a unified diff with
// context lines of context around each change, fewer if one of them would be
// executed as a command by GitHub Actions; "" if they are equal. mask may be
// nil.
func Unified(name, before, after string, context int, mask Mask) string {
	if before == after {
		return ""
	}
	old, changed := linesOf(before), linesOf(after)
	from, to := "a/"+name, "b/"+name
	if path.IsAbs(name) || strings.HasPrefix(name, "<") {
		from, to = name, name
	}
	if strings.ContainsAny(name, " \t") {
		from, to = from+"\t", to+"\t" // ends the name for patch tools
	}
	d := &writer{old: old, changed: changed, mask: mask}
	fmt.Fprintf(&d.out, "--- %s\n+++ %s\n", from, to)
	for _, h := range hunks(compareLines(old, changed), max(context, 0), old) {
		d.hunk(h)
	}
	return d.out.String()
}

// linesOf splits a text after its line feeds.
func linesOf(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// change says that old lines [oldStart, oldEnd) become new lines
// [newStart, newEnd), counted from 0.
type change struct{ oldStart, oldEnd, newStart, newEnd int }

// hunk is a group of changes whose context meets.
type hunk struct {
	changes          []change
	oldStart, oldEnd int // with the context
}

func hunks(changes []change, context int, old []string) []hunk {
	var hunks []hunk
	for _, c := range changes {
		start, end := c.oldStart, c.oldEnd
		for start > max(c.oldStart-context, 0) && !isWorkflowCommand(old[start-1]) {
			start--
		}
		for end < min(c.oldEnd+context, len(old)) && !isWorkflowCommand(old[end]) {
			end++
		}
		if n := len(hunks); n > 0 && start <= hunks[n-1].oldEnd {
			hunks[n-1].changes = append(hunks[n-1].changes, c)
			hunks[n-1].oldEnd = end
			continue
		}
		hunks = append(hunks, hunk{[]change{c}, start, end})
	}
	return hunks
}

// isWorkflowCommand reports whether GitHub Actions treats a log line as a
// command, which it does even after blanks.
func isWorkflowCommand(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "::") }

type writer struct {
	old, changed []string
	mask         Mask
	out          strings.Builder
}

func (d *writer) hunk(h hunk) {
	first, last := h.changes[0], h.changes[len(h.changes)-1]
	newStart := first.newStart - (first.oldStart - h.oldStart)
	newEnd := last.newEnd + (h.oldEnd - last.oldEnd)
	fmt.Fprintf(&d.out, "@@ -%s +%s @@\n", lineRange(h.oldStart, h.oldEnd), lineRange(newStart, newEnd))
	at := h.oldStart
	for _, c := range h.changes {
		for ; at < c.oldStart; at++ {
			d.line(' ', at, d.old[at])
		}
		for ; at < c.oldEnd; at++ {
			d.line('-', at, d.old[at])
		}
		for i := c.newStart; i < c.newEnd; i++ {
			d.line('+', i, d.changed[i])
		}
	}
	for ; at < h.oldEnd; at++ {
		d.line(' ', at, d.old[at])
	}
}

// lineRange formats start and length as POSIX diff -u does: the length is
// omitted if it is 1, and an empty range is given by the line before it.
func lineRange(start, end int) string {
	switch end - start {
	case 0:
		return fmt.Sprintf("%d,0", start)
	case 1:
		return fmt.Sprintf("%d", start+1)
	}
	return fmt.Sprintf("%d,%d", start+1, end-start)
}

func (d *writer) line(sign byte, number int, line string) {
	text, ended := strings.CutSuffix(line, "\n")
	if d.mask != nil {
		text = d.mask(sign == '+', number+1, text)
	}
	d.out.WriteByte(sign)
	d.out.WriteString(text)
	d.out.WriteByte('\n')
	if !ended {
		d.out.WriteString("\\ No newline at end of file\n")
	}
}
