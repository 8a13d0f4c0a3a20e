package link

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// class states the facts of a SecretProviderClass, and returns what its provider makes
// of its parameters.
func (m *member) class(tables *Tables) (*Class, *provider.Result) {
	c := &Class{Resource: m.resource(), Mark: m.mark}
	m.readProvider(c)
	parameters, holder := m.parameters(tables, c)
	c.ParametersAt = m.key(holder.path)
	if holder.node == nil {
		c.ParametersAt = m.key(m.at("spec").path)
	}
	result := provider.Decode(c.checkedProvider(), parameters, tables.Providers)
	if c.ProviderState == ProviderKnown || c.ProviderState == ProviderAbsent {
		if fitting := provider.Fitting(result, parameters, tables.Providers); fitting != nil {
			c.ProviderNearest, result = fitting.Provider, fitting
		}
	}
	if holder.state == unknown && holder.node == nil || holder.node != nil && holder.node.Kind != yaml.MappingNode && holder.state != absent || manifest.Repeats(m.at("spec").node, "parameters") {
		result = &provider.Result{} // the content of parameters is unknown
	}
	c.Parameters = m.readParameters(result, holder.path)
	c.ObjectsAt = c.ParametersAt
	if objects, ok := result.Parameters["objects"]; ok {
		c.ObjectsAt = m.key(holder.path + objects.Pointer)
	}
	c.Readable = result.Readable && !nameless(result)
	if result.Templated != nil {
		at := m.value(holder.path + result.Parameters["objects"].Pointer)
		at.Line, at.Column = result.Templated.Line, result.Templated.Column
		c.Templated = &at
	}
	return c, result
}

// parameters returns spec.parameters as Kubernetes reads them. Values that are not
// strings are another rule's concern: booleans and numbers count as their text, lists
// and mappings as unknown. A parameter next to `parameters` counts as unknown too.
func (m *member) parameters(tables *Tables, c *Class) ([]provider.Parameter, scalar) {
	entries, holder := m.entries("spec", "parameters")
	var parameters []provider.Parameter
	seen := make(map[string]int)
	for _, entry := range entries {
		name, value := manifest.Resolve(entry.Key).Value, manifest.Resolve(entry.Value)
		if seen[name]++; seen[name] > 1 {
			for i := range parameters {
				parameters[i].Unknown = parameters[i].Unknown || parameters[i].Name == name
			}
			continue
		}
		switch {
		case name == "secretObjects" || manifest.IsNull(value):
			continue
		case value.Kind != yaml.ScalarNode:
			parameters = append(parameters, provider.Parameter{Name: name, Unknown: true, Collection: true})
		default:
			text := kubernetesString(value)
			parameters = append(parameters, provider.Parameter{Name: name, Value: text, Unknown: name != "objects" && manifest.Unknown(text) || name == "objects" && isNotString(value)})
		}
	}
	return append(parameters, m.underIndented(tables, c, seen)...), holder
}

// underIndented finds parameters that are indented one level too little.
func (m *member) underIndented(tables *Tables, c *Class, seen map[string]int) []provider.Parameter {
	var parameters []provider.Parameter
	fields, _ := m.entries("spec")
	for _, entry := range fields {
		name := tables.Providers.Meant(c.checkedProvider(), manifest.Resolve(entry.Key).Value)
		if name != "" && seen[name] == 0 {
			parameters = append(parameters, provider.Parameter{Name: name, Unknown: true})
		}
	}
	return parameters
}

func (m *member) readParameters(result *provider.Result, holder manifest.Path) map[string]Parameter {
	parameters := make(map[string]Parameter)
	for name, field := range result.Parameters {
		if !field.Set {
			continue
		}
		path := holder + field.Pointer
		parameter := Parameter{Key: field.Key, Value: secret.HideInURL(field.Value), Unknown: field.Unknown, At: m.value(path), KeyAt: m.key(path)}
		if field.Passed != "" {
			passed := m.key(holder + field.Passed)
			parameter.PassedAt = &passed
		}
		parameters[name] = parameter
	}
	if objects, ok := parameters["objects"]; ok {
		objects.Value = "" // long, and decoded below
		parameters["objects"] = objects
	}
	return parameters
}
