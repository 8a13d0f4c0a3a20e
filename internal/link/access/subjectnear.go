package access

import "strings"

// certain is the distance for a mistake that is not a misspelling, so that a
// misspelling counts as nearer.
const certain = 10

// countSubjectEdits reports whether a subject is that of the environment (no edits), or
// how near it comes: one of namespace and name may be misspelled, the two may be
// swapped, or the words before them may be missing or wrong.
func (n *Need) countSubjectEdits(text string) (edits int, near bool) {
	prefix, namespace, name := splitSubject(text)
	switch prefix {
	case subjectPrefix:
	case "":
		if n.Namespace != "" && namespace == n.Namespace && name == n.Name {
			return certain, true
		}
		return 0, false
	default:
		edits, near := countEdits(prefix, subjectPrefix)
		same := name == n.Name && (n.Namespace == "" || namespace == n.Namespace)
		return max(edits, 1), near && same
	}
	// A namespace that is not in any manifest matches all.
	sameNamespace := n.Namespace == "" || namespace == n.Namespace
	if sameNamespace {
		if name == n.Name {
			return 0, true
		}
		edits, near := countEdits(name, n.Name)
		if near {
			return max(edits, 1), true
		}
	} else if name == n.Name {
		edits, near := countEdits(namespace, n.Namespace)
		return max(edits, 1), near
	}
	return certain, n.Namespace != "" && namespace == n.Name && name == n.Namespace
}

// splitSubject splits a subject into its last two parts and what precedes them, up to
// and including the last colon.
func splitSubject(text string) (prefix, namespace, name string) {
	at := strings.LastIndexByte(text, ':')
	if at < 0 {
		return "", "", text
	}
	name, text = text[at+1:], text[:at]
	at = strings.LastIndexByte(text, ':') + 1
	return text[:at], text[at:], name
}
