package rulepage

import (
	"cmp"
	"fmt"
	"strings"
)

// reader parses the lines of an example. A page is a test, so a mark without
// effect is an error.
type reader struct {
	lines   []string
	err     error // the first one
	example Example
	name    string   // of the next block's file
	pending []string // the lines want@N, for the next block
	base    string
	plans   string // of the base's app
	omitted string
}

func (r *reader) read() {
	m := compiledMarks()
	for i := 0; i < len(r.lines); i++ {
		line := r.lines[i]
		if match := m.base.FindStringSubmatch(line); match != nil {
			r.base, r.plans, r.omitted = match[1], match[2], match[4]
		} else if strings.HasPrefix(line, baseWord) {
			r.fail("%q: it is one of vault, aws and azure, with plans, without kinds", line)
		} else if match := m.operator.FindStringSubmatch(line); match != nil {
			r.example.Operator = match[1]
		} else if file := FileOf(line); file != "" {
			r.name = file
		} else if m.wantLine.MatchString(line) {
			r.pending = append(r.pending, line)
		} else if kind, fence := strings.CutPrefix(line, "```"); fence {
			start := i + 1
			for i++; i < len(r.lines) && !strings.HasPrefix(r.lines[i], "```"); i++ {
			}
			r.block(strings.TrimSpace(kind), r.lines[start:min(i, len(r.lines))])
		}
	}
	for _, note := range r.pending {
		r.fail("%s is not before a file", note)
	}
}

func (r *reader) fail(format string, values ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, values...)
	}
}

// block stores a fenced block as a file, unless it shows a text or a command.
func (r *reader) block(kind string, lines []string) {
	switch kind {
	case "", "text", "console", "shell":
		return
	}
	if len(lines) > 0 {
		r.name = cmp.Or(FileOf(lines[0]), r.name)
	}
	if r.name == "" {
		r.name = fmt.Sprintf("example%d.%s", len(r.example.Files)+1, kind)
	}
	for line, marked := range markedRules(lines, r.pending) {
		for _, rules := range marked {
			r.want(line, rules)
		}
	}
	if _, shown := r.example.Files[r.name]; shown {
		r.fail("file %q is shown twice", r.name)
	}
	r.example.Files[r.name] = strings.Join(lines, "\n") + "\n"
	r.name, r.pending = "", nil
}

func (r *reader) want(line int, rules string) {
	for rule := range strings.SplitSeq(rules, ",") {
		r.example.Wants = append(r.example.Wants, fmt.Sprintf("%s:%d %s", r.name, line, rule))
	}
}
