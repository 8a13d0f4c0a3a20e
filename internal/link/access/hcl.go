package access

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// readHCL reads a Vault policy. Vault itself reads HCL 1, of which this parser
// refuses some one-line forms: a fault says that the file cannot be judged, not
// that Vault refuses it. With a fault the value has the paths alone.
func readHCL(data string) (value, *fault) {
	root := value{kind: object, end: len(data)}
	// A text that is no HCL has tokens all the same; the parser tells its faults.
	tokens, _ := hclsyntax.LexConfig([]byte(data), "", hcl.InitialPos)
	if at := beyond(tokens); at >= 0 {
		root.members = namedPaths(data, tokens)
		return root, &fault{at, "it is nested too deep, or too long, for a policy"}
	}
	parsed, diagnostics := hclsyntax.ParseConfig([]byte(data), "", hcl.InitialPos)
	body, ok := parsed.Body.(*hclsyntax.Body)
	if f := hclFault(diagnostics); f != nil || !ok {
		root.members = namedPaths(data, tokens)
		return root, f
	}
	root.members = bodyMembers(body)
	return root, nil
}

// hclFault is the first error.
func hclFault(diagnostics hcl.Diagnostics) *fault {
	for _, d := range diagnostics {
		if d.Severity != hcl.DiagError {
			continue
		}
		first := min(1, len(d.Summary))
		f := &fault{message: strings.ToLower(d.Summary[:first]) + d.Summary[first:]}
		if d.Subject != nil {
			f.at = d.Subject.Start.Byte
		}
		return f
	}
	return nil
}

// bodyMembers returns the attributes and blocks of a body as they follow each
// other; each label of a block is a key in the object of what is before it.
func bodyMembers(body *hclsyntax.Body) []member {
	var found []member
	for _, attribute := range body.Attributes {
		found = append(found, newMember(attribute.Name, attribute.NameRange, newExpression(attribute.Expr)))
	}
	for _, block := range body.Blocks {
		found = append(found, newBlock(block))
	}
	slices.SortFunc(found, func(a, b member) int { return a.start - b.start })
	return found
}

func newBlock(block *hclsyntax.Block) member {
	held := value{
		kind: object, start: block.OpenBraceRange.Start.Byte, end: block.CloseBraceRange.End.Byte,
		members: bodyMembers(block.Body),
	}
	for i := len(block.Labels) - 1; i >= 0; i-- {
		m := newMember(block.Labels[i], block.LabelRanges[i], held)
		held = value{kind: object, start: m.start, end: held.end, members: []member{m}}
	}
	return newMember(block.Type, block.TypeRange, held)
}

func newMember(key string, at hcl.Range, held value) member {
	return member{key, at.Start.Byte, at.End.Byte, held}
}

// newExpression takes literal strings and lists; whatever would have to be
// evaluated is a scalar without text.
func newExpression(expression hclsyntax.Expression) value {
	at := expression.Range()
	v := value{start: at.Start.Byte, end: at.End.Byte}
	switch written := expression.(type) {
	case *hclsyntax.TupleConsExpr:
		v.kind = list
		for _, item := range written.Exprs {
			v.items = append(v.items, newExpression(item))
		}
	case *hclsyntax.TemplateExpr:
		if text, ok := literal(written); ok {
			v.kind, v.text = quoted, text
		}
	}
	return v
}

// literal returns the text of a string or heredoc that holds no expression.
func literal(template *hclsyntax.TemplateExpr) (string, bool) {
	for _, part := range template.Parts {
		if _, ok := part.(*hclsyntax.LiteralValueExpr); !ok {
			return "", false
		}
	}
	text, diagnostics := template.Value(nil)
	if diagnostics.HasErrors() || !text.IsKnown() || text.IsNull() {
		return "", false
	}
	return text.AsString(), true
}
