package provider

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// syntaxFault is what stopped the parsing of a YAML text.
type syntaxFault struct {
	line int // from 1, in the text
	says string
	// context means that the line is where the broken list, mapping or scalar begins,
	// or is before it.
	context bool
}

// parse reads the first YAML document of a text, which is all that the providers read.
// The root is nil if the document is empty.
func parse(text string) (root *yaml.Node, fault *syntaxFault) {
	defer func() {
		// The library returns its own errors; this is for its bugs.
		if cause := recover(); cause != nil {
			root, fault = nil, &syntaxFault{line: 1, says: fmt.Sprintf("yaml: %v", cause)}
		}
	}()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		fault := newSyntaxFault(text, err)
		if fault.context {
			fault.line = culprit(text, fault.line, err.Error())
		}
		return nil, fault
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		return nil, nil
	}
	return document.Content[0], nil
}

// newSyntaxFault takes the line from the text of the error. The parser, unlike the
// scanner below it, counts lines from 0; and neither prints line 0.
func newSyntaxFault(text string, err error) *syntaxFault {
	fault := &syntaxFault{line: 1, says: err.Error()}
	message := strings.TrimPrefix(fault.says, "yaml: ")
	if rest, found := strings.CutPrefix(message, "line "); found {
		digits, reason, _ := strings.Cut(rest, ":")
		message = strings.TrimSpace(reason)
		if line, err := strconv.Atoi(digits); err == nil {
			fault.line = line
		}
		fault.context = fromParser(message)
		if fault.context {
			fault.line++
		}
	} else {
		fault.context = fromParser(message)
	}
	// An anchor comes without a line, a tab with the line of the scalar before it.
	if strings.HasPrefix(message, "unknown anchor") || strings.HasPrefix(message, "found a tab character") {
		fault.context = true
	}
	if strings.HasPrefix(message, "control characters") {
		fault.line = controlLine(text)
	}
	fault.line = max(1, min(fault.line, strings.Count(strings.TrimRight(text, "\n"), "\n")+1))
	return fault
}

// culprit returns the first line with which the text is broken in the given way.
func culprit(text string, from int, says string) int {
	lines := strings.SplitAfter(text, "\n")
	broken := func(count int) bool {
		var document yaml.Node
		err := yaml.Unmarshal([]byte(strings.Join(lines[:count], "")), &document)
		return err != nil && err.Error() == says
	}
	rest := sort.Search(max(0, len(lines)-from), func(i int) bool { return broken(from + i) })
	return min(from+rest, strings.Count(strings.TrimRight(text, "\n"), "\n")+1)
}

func fromParser(message string) bool {
	for _, opening := range []string{"did not find expected key", "did not find expected '-'", "did not find expected ','", "did not find expected node", "did not find expected <", "found undefined tag", "found duplicate %"} {
		if strings.HasPrefix(message, opening) {
			return true
		}
	}
	return false
}

// controlLine returns the line of the first character that YAML does not allow.
func controlLine(text string) int {
	line := 1
	for _, r := range text {
		switch {
		case r == '\n':
			line++
		case r < ' ' && r != '\t' && r != '\r', r >= 0x7f && r < 0xa0 && r != 0x85:
			return line
		}
	}
	return 1
}
