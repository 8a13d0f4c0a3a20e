package config

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

func (c *Config) helm() shape {
	common := c.helmFields(&c.Helm, func(on bool) { c.Helm.Enabled = on })
	charts := shape{description: "a mapping of chart folders to settings", values: c.helmChart}
	return object("a mapping", append(common, field{"charts", charts})...)
}

func (c *Config) helmChart(key *yaml.Node) shape {
	c.Helm.Charts = append(c.Helm.Charts, HelmChart{})
	chart := &c.Helm.Charts[len(c.Helm.Charts)-1]
	s := object("a mapping", c.helmFields(&chart.Helm, func(on bool) { chart.Enabled = &on })...)
	// The key is a glob, and is checked as such.
	s.check = func() string {
		if err := glob(func(value string) { chart.Path = value }).scalar(key.Value); err != nil {
			return err.Error()
		}
		return ""
	}
	return s
}

func (c *Config) helmFields(h *Helm, enable func(bool)) []field {
	return []field{
		{"enabled", boolean(enable)},
		{"values", listOf("a list of files", func() shape { return c.file(&h.Values) })},
		{"set", listOf(`a list of assignments "key=value"`, func() shape { return assignment(&h.Set) })},
		{"releaseName", text(&h.ReleaseName)},
		{"namespace", text(&h.Namespace)},
	}
}

func assignment(dst *[]string) shape {
	s := text(new(string))
	s.scalar = func(value string) error {
		if !strings.Contains(value, "=") {
			return errors.New(`an entry lacks "=": expected "key=value"`)
		}
		*dst = append(*dst, value)
		return nil
	}
	return s
}
