package config

import (
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// The kinds of resources that may be named as external.
const (
	kindApp            = "MendixApp"
	kindServiceAccount = "ServiceAccount"
	kindClass          = "SecretProviderClass"
)

// fields returns the shape of the whole configuration: the only list of its
// keys.
func (c *Config) fields() shape {
	return object("a mapping of settings",
		field{"requiredVersion", c.constraint()},
		field{"failOn", severity("never", func(s lint.Severity) { c.FailOn = &s })},
		field{"operatorVersion", shape{
			description: `a version such as "2.17.0", or a list of versions`, single: true,
			items: func() shape { return toolVersion(appendTo(&c.OperatorVersions)) },
		}},
		field{"rules", c.ruleSeverities(&c.Rules, &c.ruleAt)},
		field{"exclude", globs(&c.Exclude)},
		field{"clusters", globs(&c.Clusters)},
		field{"overrides", listOf("a list of overrides", c.override)},
		field{"external", listOf("a list of resources", c.external)},
		field{"vault", object("a mapping", field{"mounts", c.vaultMounts()})},
		field{"helm", c.helm()},
		field{"policies", listOf("a list of folders", c.policyFolder)},
	)
}

func globs(dst *[]string) shape {
	return listOf("a list of globs", func() shape { return glob(appendTo(dst)) })
}

func (c *Config) ruleSeverities(dst *map[string]lint.Severity, at *map[string]manifest.Pos) shape {
	return shape{description: "a mapping of rule IDs to severities", values: func(key *yaml.Node) shape {
		c.ruleKeys = append(c.ruleKeys, ruleKey{key.Value, place(key)})
		return severity(lint.Off.String(), func(s lint.Severity) {
			if *dst == nil {
				*dst, *at = map[string]lint.Severity{}, map[string]manifest.Pos{}
			}
			(*dst)[key.Value], (*at)[key.Value] = s, place(key)
		})
	}}
}

func (c *Config) override() shape {
	c.Overrides = append(c.Overrides, Override{})
	o := &c.Overrides[len(c.Overrides)-1]
	s := object("a mapping",
		field{"paths", globs(&o.Paths)},
		field{"environments", globs(&o.Environments)},
		field{"rules", c.ruleSeverities(&o.Rules, &o.ruleAt)},
		field{"operatorVersion", toolVersion(func(v string) { o.OperatorVersion = v })},
		field{"database", oneOf(func(word string) { o.Database = word }, "postgresql", "sqlserver")},
		field{"reason", text(&o.Reason)},
		field{"until", date(&o.Until)},
	)
	s.onNode = func(node *yaml.Node) { o.at = place(node) }
	s.check = func() string {
		switch {
		case len(o.Paths) == 0 && len(o.Environments) == 0:
			return `an entry names neither "paths" nor "environments": what applies to all belongs at the top level`
		case len(o.Rules) == 0 && o.OperatorVersion == "" && o.Database == "":
			return `an entry sets nothing: expected "rules", "operatorVersion" or "database"`
		}
		return ""
	}
	return s
}

func (c *Config) external() shape {
	c.External = append(c.External, External{})
	e := &c.External[len(c.External)-1]
	s := object("a mapping",
		field{"kind", oneOf(func(word string) { e.Kind = word }, kindApp, kindServiceAccount, kindClass)},
		field{"name", glob(func(value string) { e.Name = value })},
		field{"namespace", glob(func(value string) { e.Namespace = value })},
		field{"reason", text(&e.Reason)},
		field{"until", date(&e.Until)},
	)
	s.required = []string{"kind", "name"}
	s.onNode = func(node *yaml.Node) { e.at = place(node) }
	return s
}

func (c *Config) vaultMounts() shape {
	return shape{description: "a mapping of mounts to 1, 2 or other", values: func(key *yaml.Node) shape {
		return oneOf(func(word string) {
			if c.VaultMounts == nil {
				c.VaultMounts = map[string]string{}
			}
			c.VaultMounts[strings.Trim(key.Value, "/")] = word
		}, "1", "2", "other")
	}}
}

func (c *Config) constraint() shape {
	s := constraint(&c.RequiredVersion)
	s.onNode = func(node *yaml.Node) { c.requiredAt = place(node) }
	return s
}

func (c *Config) policyFolder() shape {
	s := c.file(&c.Policies)
	s.onNode = func(node *yaml.Node) { c.policyAt = append(c.policyAt, place(node)) }
	return s
}

// file returns the shape of the name of a file or folder, relative to the
// configuration.
func (c *Config) file(dst *[]string) shape {
	var name string
	s := text(&name)
	read := s.scalar
	s.scalar = func(value string) error {
		if err := read(value); err != nil {
			return err
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(c.Root, name)
		}
		*dst = append(*dst, filepath.ToSlash(name))
		return nil
	}
	return s
}
