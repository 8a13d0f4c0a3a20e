package rulepage

import (
	"regexp"
	"strings"
	"sync"
)

// The marks that turn a page into a test; doc.go says what each of them means.
type marks struct{ file, want, wantLine, operator, base *regexp.Regexp }

var compiledMarks = sync.OnceValue(func() marks {
	return marks{
		file:     regexp.MustCompile(`^(?:#|//)? ?file: (\S+)\s*$`),
		want:     regexp.MustCompile(`(?:#|//) want(?:@\+(\d+))? (\S+)`),
		wantLine: regexp.MustCompile(`^want@(\d+) (\S+)\s*$`),
		operator: regexp.MustCompile(`^Operator: (\S+)\s*$`),
		base:     regexp.MustCompile(`^Base: (vault|aws|azure)(?: with (plans|database plan|storage plan))?( without (.*))?\s*$`),
	}
})

const (
	separator = "---"    // between examples
	baseWord  = "Base: " // no other line begins with it
)

// ParseNote reports whether a line outside of a block, without blanks around
// it, is only there for the test. caption is what a reader needs to know of it,
// as the caption of the next block: the name of its file, or the version that
// it is for.
func ParseNote(line string) (caption string, note bool) {
	m := compiledMarks()
	if match := m.operator.FindStringSubmatch(line); match != nil {
		return "with Mendix Operator " + match[1], true
	}
	if file := FileOf(line); file != "" {
		return file, true
	}
	return "", line == separator || strings.HasPrefix(line, baseWord) || m.wantLine.MatchString(line)
}

// FileOf returns the file named by the first line of a block, or by a line
// before it; "" if there is none.
func FileOf(line string) string {
	if match := compiledMarks().file.FindStringSubmatch(line); match != nil {
		return match[1]
	}
	return ""
}
