package policy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"example.com/mxlint/internal/spelling"
)

// readable returns errors of the compiler one per line, each with its place, followed
// by the details (what is there, what was expected).
func readable(err error) error {
	var list ast.Errors
	if !errors.As(err, &list) {
		var one *ast.Error
		if !errors.As(err, &one) {
			return err
		}
		list = ast.Errors{one}
	}
	lines := make([]error, 0, len(list))
	for _, e := range list {
		text := explainBuiltin(e.Message) + detailsOf(e.Details)
		if e.Location != nil && e.Location.File != "" {
			text = fmt.Sprintf("%s:%d: %s", e.Location.File, e.Location.Row, text)
		}
		lines = append(lines, errors.New(text))
	}
	return errors.Join(lines...)
}

// explainBuiltin adds to the message about a builtin that policies may not call why it
// is not available.
func explainBuiltin(message string) string {
	name, undefined := strings.CutPrefix(message, "undefined function ")
	if !undefined || ast.BuiltinMap[name] == nil {
		return message
	}
	return fmt.Sprintf("policies may not call %s: it reaches the network, the clock, the environment or randomness, or its result has no bound", name)
}

// detailsOf returns what was meant, or what is known about the types.
func detailsOf(details ast.ErrorDetails) string {
	if details == nil {
		return ""
	}
	if ref, ok := details.(*ast.RefErrInvalidDetail); ok && ref.Pos < len(ref.Ref) {
		written, _ := ref.Ref[ref.Pos].Value.(ast.String)
		var known []string
		for _, value := range ref.OneOf {
			if name, ok := value.(ast.String); ok {
				known = append(known, string(name))
			}
		}
		if nearest := spelling.Nearest(string(written), known); len(nearest) > 0 {
			return fmt.Sprintf("; did you mean %q?", nearest[0])
		}
	}
	if details := detail(details.Lines()); details != "" {
		return " (" + details + ")"
	}
	return ""
}

// detailLength bounds the details about types, which can be as long as the input.
const detailLength = 300

// detail joins the lines of a detail, without the excerpt and its mark.
func detail(lines []string) string {
	var kept []string
	for _, line := range lines {
		if trimmed := strings.TrimSpace(line); trimmed != "" && strings.Trim(trimmed, "^") != "" {
			kept = append(kept, trimmed)
		}
	}
	text := []rune(strings.Join(kept, "; "))
	if len(text) > detailLength {
		text = append(text[:detailLength], '…')
	}
	return string(text)
}

// failed returns what went wrong in an evaluation, preceded by its place.
func failed(err error) error {
	var e *topdown.Error
	if !errors.As(err, &e) || e.Location == nil {
		return err
	}
	message := strings.TrimPrefix(e.Message, boundedPrefix)
	return fmt.Errorf("%s:%d: %s", e.Location.File, e.Location.Row, strings.Join(strings.Fields(message), " "))
}
