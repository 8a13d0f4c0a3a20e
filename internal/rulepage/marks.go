package rulepage

import (
	"regexp"
	"strings"
	"sync"
)

// The marks that make a page a test; doc.go says what each of them means.
type marks struct{ file, want, wantLine, operator, base *regexp.Regexp }

var theMarks = sync.OnceValue(func() marks {
	return marks{
		file:     regexp.MustCompile(`^(?:#|//)? ?file: (\S+)\s*$`),
		want:     regexp.MustCompile(`(?:#|//) want(?:@\+(\d+))? (\S+)`),
		wantLine: regexp.MustCompile(`^want@(\d+) (\S+)\s*$`),
		operator: regexp.MustCompile(`^Operator: (\S+)\s*$`),
		base:     regexp.MustCompile(`^Base: (vault|aws|azure)(?: with (plans|database plan|storage plan))?( without (.*))?\s*$`),
	}
})

const (
	separator = "---"    // stands between examples
	baseWord  = "Base: " // begins no line but that mark
)

// Note tells whether a line outside of a block, without blanks around it, is there
// for the test alone. What a reader of the page needs of it is the caption of the
// next block: the name of its file, or the version that it is for.
func Note(line string) (caption string, note bool) {
	m := theMarks()
	if match := m.operator.FindStringSubmatch(line); match != nil {
		return "with Mendix Operator " + match[1], true
	}
	if file := FileOf(line); file != "" {
		return file, true
	}
	return "", line == separator || strings.HasPrefix(line, baseWord) || m.wantLine.MatchString(line)
}

// FileOf returns the file that the first line of a block, or a line before it,
// names; "" for none.
func FileOf(line string) string {
	if match := theMarks().file.FindStringSubmatch(line); match != nil {
		return match[1]
	}
	return ""
}
