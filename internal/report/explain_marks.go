package report

import "strings"

// noteOfTest tells whether a line outside of a block is there for the test
// that runs the page. The name of a file, and the version that an example is
// for, make the caption of the next block.
func noteOfTest(line string) (note bool, caption string) {
	switch {
	case line == "---":
		return true, ""
	case strings.HasPrefix(line, "Base: "), strings.HasPrefix(line, "want@"):
		return true, ""
	case strings.HasPrefix(line, "Operator: "):
		return true, "with Mendix Operator " + strings.TrimPrefix(line, "Operator: ")
	case strings.HasPrefix(line, "file: ") && !strings.Contains(line[len("file: "):], " "):
		return true, line[len("file: "):]
	}
	return false, ""
}

// captionOf returns the file that the first line of a block names, or "".
func captionOf(line string) string {
	for _, comment := range []string{"# ", "#", "// ", "//"} {
		if name, found := strings.CutPrefix(line, comment+"file: "); found {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// withoutWant takes the mark of an expected finding off a line; gone tells
// that the line was nothing else.
func withoutWant(line string) (shown string, gone bool) {
	for _, mark := range []string{"# want ", "# want@", "// want ", "// want@"} {
		if at := strings.Index(line, mark); at >= 0 {
			shown = strings.TrimRight(line[:at], " ")
			return shown, strings.TrimSpace(shown) == ""
		}
	}
	return line, false
}
