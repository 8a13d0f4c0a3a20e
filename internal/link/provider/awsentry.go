package provider

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// jmesEntry is one entry of jmesPath.
type jmesEntry struct {
	object int
	at     manifest.Path
	fields map[string]Field
}

func (r *reading) awsEntry(node *yaml.Node, at manifest.Path) {
	before := len(r.result.Problems)
	list, second := jsonMembers(node, at, 0)
	r.repeated(second)
	reader := entryReader{reading: r, rows: r.table.Fields, at: at, same: strings.EqualFold, decode: r.decodeAWS, optional: arnNeedsNoType}
	fields := reader.read(list)
	r.recordChanged(r.table.Fields, fields, before)
	object := len(r.result.Objects)
	r.result.Objects = append(r.result.Objects, Object{Pointer: at, Fields: fields})
	r.checkVersions(fields)
	for _, row := range r.table.Fields {
		value := valueOf(list, fields[row.Name])
		switch {
		case value == nil || len(row.Fields) == 0:
		case row.Form == formList && fields[row.Name].Unknown:
			r.result.Readable = false
		case row.Form == formList && value.Kind == yaml.SequenceNode:
			before := len(r.result.Problems)
			r.awsInner(&row, value, fields[row.Name].Pointer, object)
			if fields[row.Name].Near {
				// The provider never sees what is wrong in there.
				r.result.Problems = r.result.Problems[:before]
			}
		case row.Form == formMapping && value.Kind == yaml.MappingNode && !fields[row.Name].Near:
			r.awsFailover(&row, value, fields, object)
		}
	}
}

func valueOf(list []member, field Field) *yaml.Node {
	for i := range list {
		if field.Set && list[i].name == field.Key {
			return list[i].value
		}
	}
	return nil
}

// arnNeedsNoType reports whether the type is optional because the ARN names the
// service.
func arnNeedsNoType(row *row, fields map[string]Field) bool {
	name := fields["objectName"]
	return row.Name == "objectType" && (name.Unknown || strings.HasPrefix(name.Value, "arn:"))
}

// awsInner reads the entries of a list inside an object.
func (r *reading) awsInner(row *row, node *yaml.Node, at manifest.Path, object int) {
	for i, entry := range node.Content {
		here := at.Index(i)
		entry = manifest.Resolve(entry)
		if manifest.IsNull(entry) {
			// null leaves an empty entry.
			entry = &yaml.Node{Kind: yaml.MappingNode}
		}
		if placeholder(entry) {
			r.result.Templated = &manifest.Pos{Line: entry.Line, Column: entry.Column}
			continue
		}
		if entry.Kind != yaml.MappingNode {
			r.result.Readable = false
			r.report(Problem{Kind: KindObjectField, Fault: FaultType, Pointer: here, Name: row.Name, Expected: "a mapping with path and objectAlias", Says: goField(entry, row.Name, "provider.JMESPathEntry")})
			return
		}
		before := len(r.result.Problems)
		fields := r.awsMapping(row, entry, here)
		suggestAlias(r.result.Problems[before:], fields["path"])
		r.entries = append(r.entries, jmesEntry{object: object, at: here, fields: fields})
	}
}

// suggestAlias suggests the key that the path reads as the missing alias: in the
// documented secret, the keys have the names that Mendix reads.
func suggestAlias(problems []Problem, path Field) {
	if !path.Has() || path.Unknown {
		return
	}
	for i := range problems {
		if p := &problems[i]; p.Fault == FaultMissing && p.Name == "objectAlias" {
			p.Nearest = readJMES(path.Value).Key
		}
	}
}

// awsMapping reads a mapping inside an object.
func (r *reading) awsMapping(row *row, node *yaml.Node, at manifest.Path) map[string]Field {
	before := len(r.result.Problems)
	list, second := jsonMembers(node, at, 0)
	r.repeated(second)
	reader := entryReader{reading: r, rows: row.Fields, at: at, same: strings.EqualFold, decode: r.decodeAWS}
	fields := reader.read(list)
	r.recordChanged(row.Fields, fields, before)
	return fields
}

// recordChanged records the scalars that YAML 1.1 changes, except those already
// reported.
func (r *reading) recordChanged(rows []row, fields map[string]Field, before int) {
	for i := range rows {
		field := fields[rows[i].Name]
		if field.Written == "" || r.reportedSince(before, field.Pointer) {
			continue
		}
		r.result.Scalars = append(r.result.Scalars, Scalar{Pointer: field.Pointer, Field: field.Key, Written: field.Written, Becomes: field.Value})
	}
}

// checkVersions reports both a version and a label: Parameter Store accepts only one.
func (r *reading) checkVersions(fields map[string]Field) {
	version, label, name := fields["objectVersion"], fields["objectVersionLabel"], fields["objectName"]
	if version.Has() && label.Has() && isParameter(fields) {
		r.report(Problem{Kind: KindObjectField, Fault: FaultForm, Pointer: label.Pointer, Name: label.Key, Text: label.Value, Expected: "objectVersion or objectVersionLabel, not both", Says: "ssm parameters can not specify both objectVersion and objectVersionLabel: " + name.Value})
	}
}

func isParameter(fields map[string]Field) bool {
	if kind := fields["objectType"]; kind.Has() {
		return kind.Value == ssmParameter
	}
	return arnService(fields["objectName"].Value) == ssm
}
