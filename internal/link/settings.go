package link

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// settings collects what a MendixApp sets itself: constants, runtime custom settings,
// passwords and environment variables. Values are never kept.
type settings struct {
	view
	tables *Tables
	found  []Setting
	faults []ConfigurationFault
	region bool
}

func (s *settings) read() {
	constants, holder := s.entries("spec", "runtime", "microflowConstants")
	for _, entry := range constants {
		s.constant(entry, holder.path)
	}
	s.customConfiguration()
	for name, key := range map[string]string{"mxAdminPassword": "mx-admin-password", "debuggerPassword": "mx-debugger-password"} {
		if field := s.at("spec", "runtime", name); field.state == known && field.text != "" {
			s.add(name, SettingField, key, true, field.path)
		}
	}
	s.environment()
	slices.SortStableFunc(s.found, func(a, b Setting) int { return strings.Compare(string(a.At.Path), string(b.At.Path)) })
}

func (s *settings) add(name string, kind SettingKind, key string, secret bool, path manifest.Path) {
	s.found = append(s.found, Setting{Name: name, Kind: kind, Key: key, Secret: secret, At: s.value(path)})
}

func (s *settings) constant(entry manifest.Entry, holder manifest.Path) {
	name := manifest.Resolve(entry.Key).Value
	s.add(name, SettingConstant, constPrefix+name, false, holder+entry.Path)
}

// customConfiguration reads the JSON object in the string, and the one in its member
// MicroflowConstants.
func (s *settings) customConfiguration() {
	field := s.at("spec", "runtime", "customConfiguration")
	if field.node == nil || field.node.Kind != yaml.ScalarNode || field.state == absent || field.text == "" || field.node.Tag != "!!str" || isNotString(field.node) {
		return // other types are reported by manifest/schema
	}
	root := s.object(field.node.Value, "customConfiguration", field.path)
	if root == nil {
		s.region = true // what cannot be read may contain it
		return
	}
	for _, entry := range manifest.Entries(root) {
		path := field.path.Inner() + entry.Path
		name := manifest.Resolve(entry.Key).Value
		if name == "MicroflowConstants" {
			s.constants(entry.Value, path)
			continue
		}
		s.custom(name, manifest.Resolve(entry.Value), path)
	}
}

// constants reads MicroflowConstants, a JSON object in a string.
func (s *settings) constants(node *yaml.Node, path manifest.Path) {
	if node = manifest.Resolve(node); node.Kind != yaml.ScalarNode || node.Tag != "!!str" {
		s.faults = append(s.faults, ConfigurationFault{Field: "MicroflowConstants", Message: "is no string: it has to hold a JSON object as text", At: s.value(path)})
		return
	}
	if root := s.object(node.Value, "MicroflowConstants", path); root != nil {
		for _, entry := range manifest.Entries(root) {
			s.constant(entry, path.Inner())
		}
	}
}

// object decodes the JSON object in a string; anything else is a fault, unless
// templates make it unknown.
func (s *settings) object(text, field string, path manifest.Path) *yaml.Node {
	fault := ConfigurationFault{Field: field, At: s.value(path)}
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		if manifest.Unknown(text) {
			return nil
		}
		at := manifest.PosIn(text, faultyOffset(text, err))
		fault.Message, fault.At.Line, fault.At.Column = "is no JSON: "+err.Error(), at.Line, at.Column
		s.faults = append(s.faults, fault)
		return nil
	}
	if _, ok := value.(map[string]any); !ok {
		fault.Message = "is no JSON object"
		at := manifest.PosIn(text, len(text)-len(strings.TrimLeft(text, " \t\r\n")))
		fault.At.Line, fault.At.Column = at.Line, at.Column
		s.faults = append(s.faults, fault)
		return nil
	}
	return manifest.ParseText(text)
}

// faultyOffset returns where decoding of a JSON text stopped, in bytes.
func faultyOffset(text string, err error) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset > 0 {
		return int(syntax.Offset) - 1
	}
	return len(text)
}

// custom adds a runtime custom setting.
func (s *settings) custom(name string, value *yaml.Node, path manifest.Path) {
	if name == "com.mendix.storage.s3.Region" {
		s.region = true
	}
	key, own := s.tables.settingKey(name)
	hide := own != nil && own.Secret || slices.Contains(s.tables.Settings.Secret, name) || secret.HoldsCredential(name) && value.Tag == "!!str"
	hide = hide || own != nil && secret.HideInURL(value.Value) != value.Value
	hide = hide && value.Kind == yaml.ScalarNode && !manifest.IsNull(value) && value.Value != "" && !manifest.Unknown(value.Value)
	s.add(name, SettingCustom, key, hide, path)
}

// environment looks for credentials in environment variables with a literal value.
func (s *settings) environment() {
	list := s.at("spec", "runtime", "environmentVariables")
	if list.node == nil || list.node.Kind != yaml.SequenceNode {
		return
	}
	for i, item := range list.node.Content {
		path := list.path.Index(i)
		_, name := manifest.Field(item, "name")
		_, value := manifest.Field(item, "value")
		if value == nil || !secret.HoldsCredential(text(name)) || text(value) == "" || isNotString(value) || isSwitch(text(value)) || manifest.Unknown(text(value)) {
			continue
		}
		s.add(text(name), SettingVariable, "", true, path.Key("value"))
	}
}

// isSwitch reports whether a value turns something on or off.
func isSwitch(value string) bool {
	_, is := manifest.BooleanWord(value)
	return is
}
