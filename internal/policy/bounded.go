package policy

import (
	"errors"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// A call of a builtin cannot be interrupted, and a single call can use more memory than
// there is: `replace` of every letter by a long text, `sprintf` with a width. The calls
// of custom policies are therefore rewritten to bounded builtins, which check the
// operands first. Those of built-in rules are not: their operands are parts of
// manifests, which have limits of their own.
const boundedPrefix = "bounded_" // no dot: after one, the keyword contains is put in brackets

// unweighed are builtins whose work does not grow with their operands beyond reading
// them once, and that the rule index has to recognise.
var unweighed = map[string]bool{
	"assign": true, "eq": true, "equal": true, "neq": true, "lt": true, "lte": true, "gt": true, "gte": true,
	"count": true, "internal.member_2": true, "internal.member_3": true, "print": true, "internal.test_case": true,
	"is_array": true, "is_boolean": true, "is_null": true, "is_number": true, "is_object": true, "is_set": true, "is_string": true,
	"glob.match": true, "object.get": true, "type_name": true, "walk": true,
}

// boundCalls returns the compiler stage that rewrites the calls of the modules in
// custom, after all checks have seen the real names.
func boundCalls(custom map[string]*ast.Module) ast.CompilerStageDefinition {
	return ast.CompilerStageDefinition{
		Name: "BoundCalls", MetricName: "bound_calls",
		Stage: func(c *ast.Compiler) *ast.Error {
			for file := range custom {
				if module := c.Modules[file]; module != nil {
					if err := builtinInPlace(module); err != nil {
						return err
					}
					ast.WalkTerms(module, boundTerm)
					ast.WalkExprs(module, boundExpr)
				}
			}
			return nil
		},
	}
}

// builtinInPlace rejects `with f as sprintf`: calls of f would then be unbounded.
func builtinInPlace(module *ast.Module) (refused *ast.Error) {
	ast.WalkWiths(module, func(with *ast.With) bool {
		if ref, ok := with.Value.Value.(ast.Ref); ok && refused == nil && ast.BuiltinMap[ref.String()] != nil {
			refused = ast.NewError(ast.CompileErr, with.Loc(), "policies may not put the builtin %s in place of a function", ref)
		}
		return false
	})
	return refused
}

func boundTerm(term *ast.Term) bool {
	if call, ok := term.Value.(ast.Call); ok {
		rename(call[0])
	}
	return false
}

func boundExpr(expr *ast.Expr) bool {
	if terms, ok := expr.Terms.([]*ast.Term); ok {
		rename(terms[0])
	}
	for _, with := range expr.With {
		rename(with.Target) // a builtin that a unit test replaces
	}
	return false
}

// rename replaces the reference of a builtin with that of its bounded form. At this
// stage, references to rules begin with data.
func rename(operator *ast.Term) {
	ref, ok := operator.Value.(ast.Ref)
	if !ok {
		return
	}
	name := ref.String()
	if unweighed[name] || strings.HasPrefix(name, boundedPrefix) || ast.BuiltinMap[name] == nil || topdown.GetBuiltin(name) == nil {
		return
	}
	operator.Value = (&ast.Builtin{Name: boundedPrefix + name}).Ref()
}

// boundedBuiltins returns the bounded forms of all builtins that policies may call.
func boundedBuiltins() []*tester.Builtin {
	var builtins []*tester.Builtin
	for _, b := range Capabilities().Builtins {
		call := topdown.GetBuiltin(b.Name)
		if call == nil || unweighed[b.Name] {
			continue
		}
		name := b.Name
		decl := &rego.Function{Name: boundedPrefix + name, Decl: b.Decl}
		builtins = append(builtins, &tester.Builtin{
			Decl: &ast.Builtin{Name: decl.Name, Decl: b.Decl},
			Func: rego.FunctionDyn(decl, func(context rego.BuiltinContext, operands []*ast.Term) (*ast.Term, error) {
				if err := weigh(name, operands); err != nil {
					return nil, topdown.Halt{Err: err} // place and name are added to it
				}
				return result(name, call, context, operands)
			}),
		})
	}
	return builtins
}

// result calls a builtin that returns at most one value; nil is undefined.
func result(name string, call topdown.BuiltinFunc, context rego.BuiltinContext, operands []*ast.Term) (*ast.Term, error) {
	var value *ast.Term
	err := call(context, operands, func(term *ast.Term) error {
		value = term
		return nil
	})
	var e *topdown.Error
	if errors.As(err, &e) {
		err = errors.New(strings.TrimPrefix(e.Message, name+": ")) // place and name are added again
	}
	return value, err
}

// weigh rejects operands that are too large, or from which the builtin would make
// something too large.
func weigh(name string, operands []*ast.Term) error {
	size := weight{left: largestValue}
	for _, operand := range operands {
		size.add(operand)
	}
	if size.left < 0 {
		return errors.New("the operands are too large for a policy")
	}
	if size.exponent && numeric[name] {
		return errors.New("the number is too large for a policy")
	}
	if estimate := estimates[name]; estimate != nil && estimate(operands) > largestValue {
		return errors.New("the result would be too large for a policy")
	}
	return nil
}
