package manifest

import (
	"strconv"
	"strings"
)

// Path names a value inside a document. It is a JSON pointer (RFC 6901) with
// two additions: "!" at the end of a segment enters the document embedded in
// that string ("/spec/parameters/objects!/0/secretPath"), and "~2" at the end
// of a segment, followed by a number, names a repeated key ("name~22" is the
// second "name" of its mapping). A literal "!" in a key is written "~3". The
// empty path is the document itself.
type Path string

// Key returns the path of the value under a mapping key.
func (p Path) Key(name string) Path { return p + "/" + Path(escapeSegment(name)) }

// Repeated returns the path of the nth occurrence (from 1) of a mapping key.
func (p Path) Repeated(name string, nth int) Path {
	if nth <= 1 {
		return p.Key(name)
	}
	return p.Key(name) + "~2" + Path(strconv.Itoa(nth))
}

// Index returns the path of a sequence entry, counted from 0.
func (p Path) Index(i int) Path { return p + "/" + Path(strconv.Itoa(i)) }

// Inner returns the path of the document embedded in the string at p.
func (p Path) Inner() Path { return p + "!" }

// Pointer returns the path as it is printed: without the numbers of repeated
// keys.
func (p Path) Pointer() string {
	s := string(p)
	for {
		at := strings.Index(s, "~2")
		if at < 0 {
			return strings.ReplaceAll(s, "~3", "!")
		}
		end := at + 2
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		s = s[:at] + s[end:]
	}
}

// segment is one step of a path, decoded.
type segment struct {
	key   string
	nth   int  // which occurrence of the key, from 1
	inner bool // whether the step enters the string's document
}

func (p Path) segments() []segment {
	if p == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(string(p), "/"), "/")
	steps := make([]segment, 0, len(parts))
	for _, part := range parts {
		step := segment{nth: 1}
		step.key, step.inner = strings.CutSuffix(part, "!")
		if at := strings.LastIndex(step.key, "~2"); at >= 0 {
			if nth, err := strconv.Atoi(step.key[at+2:]); err == nil {
				step.key, step.nth = step.key[:at], nth
			}
		}
		step.key = unescapeSegment(step.key)
		steps = append(steps, step)
	}
	return steps
}

func escapeSegment(s string) string {
	if !strings.ContainsAny(s, "~/!") {
		return s
	}
	escaped := make([]byte, 0, len(s)+4)
	for i := range len(s) {
		switch s[i] {
		case '~':
			escaped = append(escaped, "~0"...)
		case '/':
			escaped = append(escaped, "~1"...)
		case '!':
			escaped = append(escaped, "~3"...)
		default:
			escaped = append(escaped, s[i])
		}
	}
	return string(escaped)
}

func unescapeSegment(s string) string {
	if !strings.Contains(s, "~") {
		return s
	}
	return strings.NewReplacer("~3", "!", "~1", "/", "~0", "~").Replace(s)
}
