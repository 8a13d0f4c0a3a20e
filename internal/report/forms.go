package report

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// forms are the formats of one kind of output, the default first, each with the
// function of type F that writes it. They are defined nowhere else.
type forms[F any] []form[F]

type form[F any] struct {
	name  string
	write F
}

// textOrJSON returns the formats of output for people and for programs.
func textOrJSON[F any](text, json F) forms[F] {
	return forms[F]{{"text", text}, {"json", json}}
}

func (f forms[F]) names() []string {
	names := make([]string, len(f))
	for i := range f {
		names[i] = f[i].name
	}
	return names
}

// of returns what writes the named format. For an unknown one, the error lists those
// that are known.
func (f forms[F]) of(name string) (write F, err error) {
	for i := range f {
		if f[i].name == name {
			return f[i].write, nil
		}
	}
	if nearest := spelling.Nearest(name, f.names()); len(nearest) > 0 {
		return write, fmt.Errorf("unknown format %q: did you mean %q?", name, nearest[0])
	}
	return write, fmt.Errorf("unknown format %q: it is one of %s", name, strings.Join(f.names(), ", "))
}
