package access

import (
	"slices"

	"github.com/hashicorp/hcl/hcl/ast"
	"github.com/hashicorp/hcl/hcl/token"
)

// hclReader makes values of what the parser found.
type hclReader struct {
	places

	// fault is the first thing that the parser takes and Vault does not.
	fault *fault
}

// policy returns the members of a whole policy, without a `path` that is not
// followed by a name: Vault takes it for rules of the path "path".
func (r *hclReader) policy(list *ast.ObjectList) []member {
	return r.members(slices.DeleteFunc(list.Items, func(item *ast.ObjectItem) bool {
		return len(item.Keys) == 1 && keyText(item.Keys[0].Token) == "path"
	}))
}

// members returns the items of a body. The label of a block is a key in the
// object of what is before it; Vault reads no second one.
func (r *hclReader) members(items []*ast.ObjectItem) []member {
	found := make([]member, 0, len(items))
	for _, item := range items {
		if len(item.Keys) == 0 {
			continue
		}
		if !item.Assign.IsValid() {
			r.labels(item.Keys)
		}
		held := r.value(item.Val)
		if len(item.Keys) > 1 {
			labelled := r.member(item.Keys[1].Token, held)
			held = value{kind: object, start: labelled.start, end: held.end, members: []member{labelled}}
		}
		found = append(found, r.member(item.Keys[0].Token, held))
	}
	return found
}

// labels refuses those that something else is to fill in: Vault would take
// them by the letter, which no one wants.
func (r *hclReader) labels(keys []*ast.ObjectKey) {
	for _, key := range keys {
		if templated(key.Token.Text) {
			r.fail(key.Token, "a label has a template in it")
		}
	}
}

func (r *hclReader) member(t token.Token, held value) member {
	if t.Type == token.STRING {
		if _, ok := unquote(t.Text); !ok {
			r.fail(t, unknownEscape)
		}
	}
	return member{keyText(t), r.start(t.Pos), r.behind(t.Pos, t.Text), held}
}

func (r *hclReader) value(node ast.Node) value {
	switch written := node.(type) {
	case *ast.ObjectType:
		return value{kind: object, start: r.start(written.Lbrace), end: r.behind(written.Rbrace, "}"), members: r.members(written.List.Items)}
	case *ast.ListType:
		v := value{kind: list, start: r.start(written.Lbrack), end: r.behind(written.Rbrack, "]")}
		v.items = make([]value, 0, len(written.List))
		for _, item := range written.List {
			v.items = append(v.items, r.value(item))
		}
		return v
	case *ast.LiteralType:
		return r.literal(written.Token)
	default:
		return value{}
	}
}

// literal takes strings and heredocs; one with a template in it, for something
// else to fill in, is a scalar without text, as numbers are.
func (r *hclReader) literal(t token.Token) value {
	v := value{start: r.start(t.Pos), end: r.behind(t.Pos, t.Text)}
	switch {
	case templated(t.Text):
	case t.Type == token.HEREDOC:
		v.kind = quoted
		v.text, _ = t.Value().(string)
	case t.Type == token.STRING:
		text, ok := unquote(t.Text)
		if !ok {
			r.fail(t, unknownEscape)
		}
		v.kind, v.text = quoted, text
	}
	return v
}

func (r *hclReader) fail(t token.Token, message string) {
	if r.fault == nil {
		r.fault = &fault{r.start(t.Pos), message}
	}
}
