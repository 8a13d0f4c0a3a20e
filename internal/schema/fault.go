package schema

import (
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// fault is one thing that the validator rejects.
type fault struct {
	pointer string // JSON pointer, its segments escaped as in a URL
	keyword string
}

// faults returns what the validator rejects, in no particular order.
func (c *compiled) faults(value any) ([]fault, error) {
	err := c.validator.Validate(value)
	if err == nil {
		return nil, nil
	}
	refusal, is := err.(*jsonschema.ValidationError)
	if !is {
		return nil, fmt.Errorf("validating a document: %w", err)
	}
	return appendLeaves(nil, refusal), nil
}

// appendLeaves appends the innermost errors: the outer ones only say where they
// are.
func appendLeaves(list []fault, refusal *jsonschema.ValidationError) []fault {
	if len(refusal.Causes) == 0 {
		location := refusal.KeywordLocation
		return append(list, fault{
			pointer: refusal.InstanceLocation,
			keyword: location[strings.LastIndexByte(location, '/')+1:],
		})
	}
	for _, cause := range refusal.Causes {
		list = appendLeaves(list, cause)
	}
	return list
}
