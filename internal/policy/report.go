package policy

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// Report is the result of a rule, before it has a position in a file: a Resolver turns
// it into a finding.
type Report struct {
	Rule    string // its ID
	Message string
	At      link.Place

	severity string // "" for the rule's own
	related  []relatedReport
	fix      *fixReport
	subject  string
}

// relatedReport is another place that a report mentions.
type relatedReport struct {
	message string
	at      link.Place
}

// readReport checks a result against the contract. Errors name the rule, for its
// author.
func readReport(value any) (Report, error) {
	fields, ok := value.(map[string]any)
	if !ok {
		return Report{}, fmt.Errorf("a policy reported %T in place of an object", value)
	}
	var r Report
	r.Rule, _ = fields["rule"].(string)
	if err := onlyFields(fields, "rule", "message", "severity", "at", "related", "fix", "subject"); err != nil {
		return r, fmt.Errorf("rule %q: %w", r.Rule, err)
	}
	if r.Message, ok = fields["message"].(string); !ok || r.Message == "" {
		return r, fmt.Errorf("rule %q reports no message", r.Rule)
	}
	var err error
	if r.At, err = readPlace(fields["at"]); err != nil {
		return r, fmt.Errorf("rule %q: at: %w", r.Rule, err)
	}
	if severity, given := fields["severity"]; given {
		if r.severity, ok = severity.(string); !ok || !slices.Contains([]string{"error", "warning", "info"}, r.severity) {
			return r, fmt.Errorf("rule %q: severity %v: it is one of error, warning, info", r.Rule, severity)
		}
	}
	if r.subject, err = optionalText(fields, "subject"); err != nil {
		return r, fmt.Errorf("rule %q: %w", r.Rule, err)
	}
	if r.related, err = readRelated(fields["related"]); err != nil {
		return r, fmt.Errorf("rule %q: related: %w", r.Rule, err)
	}
	if r.fix, err = readFix(fields["fix"]); err != nil {
		return r, fmt.Errorf("rule %q: fix: %w", r.Rule, err)
	}
	return r, nil
}

func readPlace(value any) (link.Place, error) {
	fields, ok := value.(map[string]any)
	if !ok {
		return link.Place{}, fmt.Errorf("%v is no place", value)
	}
	if err := onlyFields(fields, "doc", "path", "part", "line", "column", "endLine", "endColumn", "from", "to"); err != nil {
		return link.Place{}, err
	}
	place := link.Place{Part: manifest.Value}
	place.Doc, _ = fields["doc"].(string)
	path, err := optionalText(fields, "path")
	if err != nil {
		return place, err
	}
	place.Path = manifest.Path(path)
	part, err := optionalText(fields, "part")
	if err != nil {
		return place, err
	}
	if part != "" {
		place.Part = manifest.Part(part)
	}
	if place.Doc == "" || place.Part != manifest.Key && place.Part != manifest.Value {
		return place, errors.New("a place needs doc, path and part (key or value), as the library gives it")
	}
	place.Line, place.Column = number(fields["line"]), number(fields["column"])
	place.EndLine, place.EndColumn = number(fields["endLine"]), number(fields["endColumn"])
	place.From, place.To = number(fields["from"]), number(fields["to"])
	return place, nil
}

// onlyFields rejects the first field, by name, that is not known.
func onlyFields(fields map[string]any, known ...string) error {
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(known, name) {
			return fmt.Errorf("unknown field %q", name)
		}
	}
	return nil
}

// optionalText returns the text of a field, "" if it is not given.
func optionalText(fields map[string]any, name string) (string, error) {
	value, given := fields[name]
	text, ok := value.(string)
	if given && !ok {
		return "", fmt.Errorf("%s: %v is no text", name, value)
	}
	return text, nil
}

func number(value any) int {
	if n, ok := value.(json.Number); ok {
		i, _ := n.Int64()
		return int(i)
	}
	return 0
}

func readRelated(value any) ([]relatedReport, error) {
	if value == nil {
		return nil, nil
	}
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("%v is no list", value)
	}
	var related []relatedReport
	for _, item := range list {
		fields, ok := item.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%v is no object", item)
		}
		if err := onlyFields(fields, "message", "at"); err != nil {
			return nil, err
		}
		at, err := readPlace(fields["at"])
		if err != nil {
			return nil, err
		}
		message, _ := fields["message"].(string)
		if message == "" {
			return nil, errors.New("it has no message")
		}
		related = append(related, relatedReport{message: message, at: at})
	}
	return related, nil
}
