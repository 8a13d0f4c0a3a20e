package access

import "strings"

// maxDepth bounds the nesting of values; a policy needs about six levels.
const maxDepth = 100

// fault is where and why a text is malformed.
type fault struct {
	at      int
	message string
}

// scanner reads JSON. It continues after a fault, so that it is known whose a policy
// with a mistake is.
type scanner struct {
	data  string
	at    int
	depth int
	// fault is the first thing that is not JSON.
	fault *fault
}

func (s *scanner) fail(at int, message string) {
	if s.fault == nil {
		s.fault = &fault{at, message}
	}
}

func (s *scanner) done() bool { return s.at >= len(s.data) }

func (s *scanner) peek() byte {
	if s.done() {
		return 0
	}
	return s.data[s.at]
}

func (s *scanner) ahead(prefix string) bool { return strings.HasPrefix(s.data[s.at:], prefix) }

// skip skips white space and comments.
func (s *scanner) skip() {
	for !s.done() {
		switch {
		case strings.IndexByte(" \t\r\n", s.peek()) >= 0:
			s.at++
		case s.peek() == '#', s.ahead("//"):
			s.pass("\n")
		case s.ahead("/*"):
			s.pass("*/")
		default:
			return
		}
	}
}

// pass moves past the next mark, or to the end.
func (s *scanner) pass(mark string) {
	if at := strings.Index(s.data[s.at:], mark); at >= 0 {
		s.at += at + len(mark)
		return
	}
	s.at = len(s.data)
}
