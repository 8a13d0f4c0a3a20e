package manifest

import (
	"errors"
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

func isBlock(style yaml.Style) bool { return style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 }

// scalar returns the scalar at a site, or its key, and where it is written.
func (e *editor) scalar(at *site, part Part) (*yaml.Node, scalarText, error) {
	node := at.node
	if part == Key {
		node = at.key
	}
	switch {
	case node == nil:
		return nil, scalarText{}, errors.New("it has no key")
	case node.Kind == yaml.AliasNode || e.aliased[node]:
		return nil, scalarText{}, errors.New("its text is shared by an alias")
	case node.Kind != yaml.ScalarNode:
		return nil, scalarText{}, fmt.Errorf("%s is there, not a single value", kindName(node))
	}
	h := at.level.holder
	read, exact := readScalar(h.text, h.offset(node.Line, node.Column), node)
	if !exact {
		return nil, scalarText{}, errUnmapped
	}
	return node, read, nil
}

// replaceScalar replaces a scalar by another token.
func (at *site) replaceScalar(read scalarText, token string) {
	if text := at.level.holder.text; read.Start == read.End && read.Start > 0 && !isBlank(text, read.Start-1) {
		token = " " + token // an empty one is right after its colon or dash
	}
	at.level.patch(read.Start, read.End, token)
}

// set makes the scalar a string, in its own style if that can represent it.
func (e *editor) set(at *site, part Part, value string) error {
	node, read, err := e.scalar(at, part)
	if err != nil {
		return err
	}
	want := e.want[node]
	want.Value, want.Tag = value, "!!str"
	if node.Value == value && node.Tag == "!!str" {
		return nil
	}
	if isBlock(node.Style) {
		return e.setBlock(at, node, read, value)
	}
	at.replaceScalar(read, at.level.spell(value, node.Style, at.flow()))
	return nil
}

// setPlain writes a scalar without quotes, of whatever type that gives it.
func (e *editor) setPlain(at *site, part Part, value string) error {
	node, read, err := e.scalar(at, part)
	if err != nil {
		return err
	}
	if !oneLine(value) || strings.TrimSpace(value) != value || value == "" {
		return errors.New("the new value cannot stand without quotes")
	}
	if isBlock(node.Style) && strings.Contains(blockHead(at.level.holder.text, read), "#") {
		return errors.New("a comment would be lost")
	}
	want := e.want[node]
	want.Value, want.Tag = value, ""
	at.replaceScalar(read, value)
	return nil
}

// quote puts a plain scalar in double quotes as written.
func (e *editor) quote(at *site, part Part) error {
	node, read, err := e.scalar(at, part)
	if err != nil {
		return err
	}
	if !isPlain(node.Style) || read.Start == read.End {
		return errors.New("no plain value is there")
	}
	value := at.level.holder.text[read.Start:read.End]
	if !oneLine(value) {
		value = node.Value
	}
	want := e.want[node]
	want.Value, want.Tag = value, "!!str"
	at.replaceScalar(read, `"`+escaped(value)+`"`)
	return nil
}

// rename renames a key.
func (e *editor) rename(at *site, name string) error {
	if at.key == nil {
		return errors.New("it has no key")
	}
	if at.key.Value != name && len(ownKeys(at.parent(), name)) > 0 {
		return fmt.Errorf("the key %q is there already", name)
	}
	return e.set(at, Key, name)
}

// swap exchanges the texts of two scalars; each keeps its style.
func (e *editor) swap(at *site, path Path) error {
	with, err := e.site(path)
	if err != nil {
		return err
	}
	if len(with.missing) > 0 {
		return fmt.Errorf("there is no %q", with.missing[0])
	}
	one, _, err := e.scalar(at, Value)
	if err != nil {
		return err
	}
	other, _, err := e.scalar(with, Value)
	if err != nil {
		return err
	}
	text := one.Value // before it is changed; node values stay as they were
	if err := e.set(at, Value, other.Value); err != nil {
		return err
	}
	return e.set(with, Value, text)
}
