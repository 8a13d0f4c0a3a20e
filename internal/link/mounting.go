package link

import (
	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// mounting turns what the provider makes of a class into facts about the environment.
type mounting struct {
	class    *member
	holder   manifest.Path // of spec.parameters
	result   *provider.Result
	tables   *Tables
	declared map[string]string // the Vault mounts of the configuration
}

func (w *mounting) at(pointer manifest.Path, part manifest.Part) Place {
	return w.class.place(w.holder+pointer, part)
}

func (w *mounting) problems() []Problem {
	problems := make([]Problem, 0, len(w.result.Problems))
	for i := range w.result.Problems {
		p := &w.result.Problems[i]
		at := w.at(p.Pointer, p.Part)
		if p.Pointer == "" {
			at = w.class.key(w.holder)
		}
		at.Line, at.Column = p.Line, p.Column
		problems = append(problems, Problem{
			Kind: p.Kind, Fault: p.Fault, Tolerated: p.Tolerated, Name: p.Name, Text: p.Text, Expected: p.Expected,
			Nearest: p.Nearest, Provider: p.Provider, Says: p.Says, With: p.With, Mended: p.Mended, At: at,
		})
	}
	return problems
}

func (w *mounting) objects() []Object {
	paths := vaultPaths(w.result.Objects, w.declared, w.tables.Engines)
	objects := make([]Object, 0, len(w.result.Objects))
	for i := range w.result.Objects {
		o := &w.result.Objects[i]
		object := Object{At: w.at(o.Pointer, manifest.Value), Fields: make(map[string]Field, len(o.Fields)), Vault: paths[i]}
		for name, field := range o.Fields {
			if field.Set {
				object.Fields[name] = Field{Value: field.Value, Unknown: field.Unknown, At: w.at(field.Pointer, manifest.Value)}
			}
		}
		if o.Failover.Has() {
			object.Failover = Field{Value: o.Failover.Value, Unknown: o.Failover.Unknown, At: w.at(o.Failover.Pointer, manifest.Value)}
		}
		if o.ARN != nil {
			object.ARN = &ARN{Fault: o.ARN.Fault, Text: o.ARN.Text, Expected: o.ARN.Expected, Says: o.ARN.Says, At: w.at(o.ARN.Pointer, manifest.Value)}
		}
		w.addChecks(&object, o)
		objects = append(objects, object)
	}
	return objects
}

func (w *mounting) scalars() []Scalar11 {
	scalars := make([]Scalar11, 0, len(w.result.Scalars))
	for _, s := range w.result.Scalars {
		scalars = append(scalars, Scalar11{Field: s.Field, Written: s.Written, Becomes: s.Becomes, At: w.at(s.Pointer, manifest.Value)})
	}
	return scalars
}

// addChecks adds to an object what rules check for every object.
func (w *mounting) addChecks(object *Object, o *provider.Object) {
	key, name := o.Fields["secretKey"], o.Fields["objectName"]
	object.Keyless = w.result.Provider == provider.Vault && !key.Has() && !o.NameOnly
	object.Refused = w.result.Provider == provider.Azure && name.Has() && !name.Unknown && !isKeyVaultSecretName(name.Value)
	object.PinnedBy = pinnedBy(o)
}

// pinnedBy returns the fields of an object that pin a version.
func pinnedBy(o *provider.Object) []string {
	fields := []string{}
	if o.Path != nil && o.Path.Version != "" && o.Path.Version != "0" && !o.Fields["secretPath"].Unknown {
		fields = append(fields, "secretPath")
	}
	for _, field := range [...]string{"objectVersion", "objectVersionLabel"} {
		version := o.Fields[field]
		if version.Has() && !version.Unknown && version.Value != "AWSCURRENT" && version.Value != "latest" {
			fields = append(fields, field)
		}
	}
	return fields
}
