package provider

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"
	yaml11 "sigs.k8s.io/yaml"

	"example.com/mxlint/internal/manifest"
)

// missingVersions is what the driver says if a provider mounted nothing.
const missingVersions = "missing object versions"

const (
	awsLoading = "Failed to load SecretProviderClass: "
	awsJSON    = awsLoading + "error unmarshaling JSON: while decoding JSON: json: "
)

func (r *reading) aws() {
	r.readParameters(func(map[string]Field) []string { return nil })
	r.checkFailoverRegion()
	field, readable := r.objects()
	if !readable {
		return
	}
	root, fault := parse11(field.Value)
	if fault != nil {
		r.reportUnparsed(field.Value, field.Pointer, fault, awsLoading+"error converting YAML to JSON: "+fault.says)
		return
	}
	r.awsList(root, field)
	if !plainTree(root, 0) {
		var descriptors []*awsDescriptor
		r.verdict(yaml11.Unmarshal([]byte(field.Value), &descriptors), field.Pointer, awsLoading)
	}
	if r.result.Readable {
		r.secondDocument(field.Value, field.Pointer)
	}
}

// parse11 parses the text as yaml.v3 does, for the positions. Some broken texts that it
// rejects are accepted by the older parser of the provider: then the output of that is
// read, without positions.
func parse11(text string) (*yaml.Node, *syntaxFault) {
	root, fault := parse(text)
	if fault == nil {
		return root, nil
	}
	if converted, err := yaml11.YAMLToJSON([]byte(text)); err == nil {
		if root, fault := parse(string(converted)); fault == nil {
			return root, nil
		}
	}
	return nil, fault
}

func (r *reading) checkFailoverRegion() {
	region, failover := r.result.Parameters["region"], r.result.Parameters["failoverRegion"]
	if region.Has() && failover.Has() && !region.Unknown && !failover.Unknown && !failover.Near && region.Value == failover.Value {
		r.report(Problem{Kind: KindParameter, Fault: FaultForm, Pointer: failover.Pointer, Name: "failoverRegion", Text: failover.Value, Expected: "another region than region", Says: failover.Value + ": failover region cannot be the same as the primary region"})
	}
}

func (r *reading) awsList(root *yaml.Node, objects Field) {
	if r.result.Templated = flowMark(root, 0); r.result.Templated != nil {
		return
	}
	if manifest.IsNull(root) {
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Says: missingVersions})
		return
	}
	inner := objects.Pointer.Inner()
	root = manifest.Resolve(root)
	if root.Kind != yaml.SequenceNode {
		r.awsNoList(root, inner)
		return
	}
	if len(root.Content) == 0 {
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Says: missingVersions})
		return
	}
	if form := foreignList(root, AWS, "objectType"); form != "" {
		r.shape(Problem{Fault: FaultForeign, Pointer: inner, Provider: form, Expected: "entries with objectName, objectType and objectAlias", Says: "Must use objectType when a full ARN is not specified"})
		return
	}
	r.awsEntries(root, inner)
	if r.result.Readable {
		r.checkARNs()
		r.awsFiles()
	}
}

// awsEntries reads the entries of the list, which is readable if all are mappings and
// none can contain a template mark.
func (r *reading) awsEntries(root *yaml.Node, inner manifest.Path) {
	r.result.Readable = true
	reported := false
	for i, entry := range root.Content {
		at := inner.Index(i)
		switch entry = manifest.Resolve(entry); {
		case manifest.IsNull(entry):
			r.result.Readable = false
			r.shape(Problem{Fault: FaultNullEntry, Pointer: at, Says: "Empty descriptor entry in SecretProviderClass"})
		case entry.Kind != yaml.MappingNode:
			r.result.Readable = false
			if !reported {
				r.entryKind(entry, at, awsJSON+"cannot unmarshal "+jsonKind(entry)+" into Go value of type provider.SecretDescriptor")
			}
			reported = true
		default:
			r.awsEntry(entry, at)
		}
	}
	if r.result.Templated != nil {
		r.result.Readable = false
	}
}

func (r *reading) awsNoList(root *yaml.Node, inner manifest.Path) {
	if placeholder(root) {
		r.result.Templated = &manifest.Pos{Line: root.Line, Column: root.Column}
		return
	}
	problem := Problem{Fault: FaultShape, Pointer: inner, Expected: "a list of mappings", Says: awsJSON + "cannot unmarshal " + jsonKind(root) + " into Go value of type []*provider.SecretDescriptor"}
	if arrayForm(root) {
		problem.Fault, problem.Provider = FaultForeign, Azure
		problem.Mended = asList(r.written(r.result.Parameters["objects"].Key), awsNeeds)
	}
	r.shape(problem)
}

// jsonKind returns what encoding/json calls the value that the node becomes.
func jsonKind(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "object"
	case yaml.SequenceNode:
		return "array"
	}
	switch node.ShortTag() {
	case "!!int", "!!float":
		return "number"
	case "!!bool":
		return "bool"
	}
	return "string"
}
