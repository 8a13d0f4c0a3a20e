package policy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// readable writes errors of the compiler one a line, each with its place, and
// with the details (what is there, what was expected) behind.
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
		text := e.Message
		if e.Details != nil {
			if details := detail(e.Details.Lines()); details != "" {
				text += " (" + details + ")"
			}
		}
		if e.Location != nil && e.Location.File != "" {
			text = fmt.Sprintf("%s:%d: %s", e.Location.File, e.Location.Row, text)
		}
		lines = append(lines, errors.New(text))
	}
	return errors.Join(lines...)
}

// detailLength bounds what is told of types, which can be as long as the input.
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

// failed says what went wrong in an evaluation, with its place in front.
func failed(err error) error {
	var e *topdown.Error
	if !errors.As(err, &e) || e.Location == nil {
		return err
	}
	return fmt.Errorf("%s:%d: %s", e.Location.File, e.Location.Row, e.Message)
}
