package scaffold

import (
	"errors"
	"fmt"
	"strings"
)

// checkNames requires the name to be an RFC 1123 label, though Kubernetes
// allows these three kinds a subdomain: the Operator derives Services and label
// values from it.
func (o Options) checkNames() error {
	if o.Name == "" {
		return errors.New("--name is missing: it is the name of all three resources, in connected mode the internal name of the environment")
	}
	var problems []error
	if !isLabel(o.Name) {
		problems = append(problems, errNotLabel("--name", o.Name))
	}
	for _, reserved := range [...]string{"mendix-", "openshift-"} {
		if strings.HasPrefix(o.Name, reserved) {
			problems = append(problems, fmt.Errorf("--name %q begins with %q, which is reserved: choose another", o.Name, reserved))
		}
	}
	if o.Namespace != "" && !isLabel(o.Namespace) {
		problems = append(problems, errNotLabel("--namespace", o.Namespace))
	}
	return errors.Join(problems...)
}

func errNotLabel(flag, name string) error {
	return fmt.Errorf("%s %q is not an RFC 1123 name: use at most 63 lower case letters, digits and \"-\", with a letter or digit at both ends", flag, name)
}

// isLabel reports whether a name is an RFC 1123 label, in lower case.
func isLabel(name string) bool {
	return len(name) >= 1 && len(name) <= 63 &&
		consistsOf(name, isLower, isDigit, oneOf("-")) && name[0] != '-' && name[len(name)-1] != '-'
}

// consistsOf reports whether every byte of a text is in one of the classes.
func consistsOf(text string, classes ...func(byte) bool) bool {
	for i := range len(text) {
		found := false
		for _, class := range classes {
			found = found || class(text[i])
		}
		if !found {
			return false
		}
	}
	return true
}

func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return isLower(c) || isUpper(c) }
func isHex(c byte) bool    { return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }

func oneOf(chars string) func(byte) bool {
	return func(c byte) bool { return strings.IndexByte(chars, c) >= 0 }
}
