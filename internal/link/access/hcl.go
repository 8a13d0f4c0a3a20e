package access

import (
	"errors"
	"strings"

	"github.com/hashicorp/hcl/hcl/ast"
	"github.com/hashicorp/hcl/hcl/parser"
)

// readHCL reads a Vault policy with the parser that Vault uses, of HCL 1: it
// refuses and takes the same files. With a fault the value has the paths alone.
// https://github.com/hashicorp/vault/blob/main/vault/policy.go
func readHCL(data string) (root value, f *fault) {
	o := &outline{places: newPlaces(data), text: strings.ReplaceAll(data, "\r\n", "\n")}
	// The scanner panics where its count of characters does not hold.
	defer func() {
		if recover() != nil {
			f = &fault{o.start(o.last.Pos), "it cannot be parsed"}
		}
		if f != nil {
			root.members = o.paths
		}
	}()
	root = value{kind: object, end: len(data)}
	if o.scan(); o.beyond != nil {
		return root, o.beyond
	}
	file, err := parser.Parse([]byte(data))
	if err != nil {
		return root, o.explain(err)
	}
	r := &hclReader{places: o.places}
	if list, ok := file.Node.(*ast.ObjectList); ok {
		root.members = r.policy(list)
	}
	return root, r.fault
}

// explain puts a parser's error in words, or what comes before it: an error of
// the scanner, of which the parser reports the last, or a mistake that it accepted.
func (o *outline) explain(err error) *fault {
	var located *parser.PosError
	if !errors.As(err, &located) {
		return &fault{0, hclWords(err.Error())}
	}
	offset, message := o.innermost(located)
	if o.broken != nil && located.Pos.Offset >= o.brokenAt {
		return o.broken
	}
	if o.mistake != nil && offset >= o.mistakeAt {
		return o.mistake
	}
	return &fault{o.original(offset), hclWords(message)}
}
