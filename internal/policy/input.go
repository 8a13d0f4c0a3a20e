package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"example.com/mxlint/internal/link"
)

// Input is a subject in the form that rules see. The subject must not change
// afterwards.
type Input struct {
	Subject *link.Subject
	value   ast.Value
}

// Inputs creates inputs. The zero value is ready to use; it is safe for concurrent use.
type Inputs struct{ valuer valuer }

// Of converts a subject.
func (i *Inputs) Of(subject *link.Subject) Input {
	return Input{Subject: subject, value: i.valuer.value(subject)}
}
