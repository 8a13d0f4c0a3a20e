package config

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/go-version"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/lint"
)

func text(dst *string) shape {
	return shape{description: "a string", tags: []string{yaml.NodeTagString}, scalar: func(value string) error {
		if strings.TrimSpace(value) == "" {
			return errors.New("must not be empty")
		}
		*dst = value
		return nil
	}}
}

func boolean(set func(bool)) shape {
	return shape{description: "true or false", tags: []string{yaml.NodeTagBool}, scalar: func(value string) error {
		set(strings.EqualFold(value, "true"))
		return nil
	}}
}

// oneOf returns the shape of a value from a closed list of words.
func oneOf(set func(string), words ...string) shape {
	list := strings.Join(words, ", ")
	return shape{
		description: "one of " + list, enum: words,
		tags: []string{yaml.NodeTagString, yaml.NodeTagInt},
		scalar: func(value string) error {
			for _, word := range words {
				if word == value {
					set(word)
					return nil
				}
			}
			if near := nearest(value, words); near != "" {
				return fmt.Errorf("unknown value %q: expected %q (it is one of %s)", value, near, list)
			}
			return fmt.Errorf("unknown value %q: it is one of %s", value, list)
		},
	}
}

// severity returns the shape of a severity, or the word for none.
func severity(none string, set func(lint.Severity)) shape {
	return oneOf(func(word string) {
		level, _ := lint.ParseSeverity(word) // "never" is not a severity: it gives lint.Off
		set(level)
	}, lint.Error.String(), lint.Warning.String(), lint.Info.String(), none)
}

// numeric returns the tags that a version may have if it is not quoted.
func numeric() []string {
	return []string{yaml.NodeTagString, yaml.NodeTagInt, yaml.NodeTagFloat}
}

func toolVersion(set func(string)) shape {
	return shape{description: `a version such as "2.17.0"`, tags: numeric(), scalar: func(value string) error {
		if _, err := version.NewVersion(value); err != nil {
			return fmt.Errorf(`%q is not a version: expected one such as "2.17.0"`, value)
		}
		set(value)
		return nil
	}}
}

func constraint(dst *string) shape {
	return shape{description: `a version constraint such as ">= 0.3"`, tags: numeric(), scalar: func(value string) error {
		if _, err := version.NewConstraint(value); err != nil {
			return fmt.Errorf(`%q is not a version constraint: expected one such as ">= 0.3, < 2"`, value)
		}
		*dst = value
		return nil
	}}
}

func glob(set func(string)) shape {
	return shape{description: "a glob", tags: []string{yaml.NodeTagString}, scalar: func(value string) error {
		switch {
		case value == "":
			return errors.New("a glob must not be empty")
		case path.IsAbs(value):
			return fmt.Errorf("glob %q is absolute and matches nothing: globs are relative to the configuration's folder", value)
		case !doublestar.ValidatePattern(value):
			return fmt.Errorf("glob %q does not parse: a bracket, a brace or a backslash is left open", value)
		}
		set(value)
		return nil
	}}
}

const timestampTag = "!!timestamp" // an unquoted date

func date(dst *string) shape {
	return shape{description: "a date YYYY-MM-DD", tags: []string{yaml.NodeTagString, timestampTag}, scalar: func(value string) error {
		if !IsDate(value) {
			return fmt.Errorf("%q is not a date: expected YYYY-MM-DD", value)
		}
		*dst = value
		return nil
	}}
}

// IsDate reports whether a text is a date as required by "until", YYYY-MM-DD.
func IsDate(value string) bool {
	_, err := time.Parse(time.DateOnly, value)
	return err == nil
}

// listOf returns the shape of a list whose items all have the same shape.
func listOf(description string, item func() shape) shape {
	return shape{description: description, items: item}
}

func appendTo(dst *[]string) func(string) {
	return func(value string) { *dst = append(*dst, value) }
}
