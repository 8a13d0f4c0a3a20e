package manifest

import (
	"encoding/json"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// matchLastItem gives new entries the order and the quotes of those of the last
// item, if that is a mapping.
func matchLastItem(entries []freshEntry, last *yaml.Node) []freshEntry {
	if last == nil || last.Kind != yaml.MappingNode || len(last.Content) == 0 {
		return entries
	}
	quoted := yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle
	styles := make(map[string]yaml.Style)
	common := last.Content[1].Style & quoted
	var ordered, others []freshEntry
	for i := 0; i+1 < len(last.Content); i += 2 {
		key, value := last.Content[i], last.Content[i+1]
		styles[key.Value] = value.Style & quoted
		if value.Style&quoted != common {
			common = 0
		}
		for _, entry := range entries {
			if entry.key == key.Value {
				ordered = append(ordered, entry)
			}
		}
	}
	for _, entry := range entries {
		if _, known := styles[entry.key]; !known {
			others = append(others, entry)
		}
	}
	ordered = append(ordered, others...)
	for i := range ordered {
		style, known := styles[ordered[i].key]
		if !known {
			style = common
		}
		ordered[i].style = style
		ordered[i].keyStyle = last.Content[0].Style & quoted
	}
	return ordered
}

// matchLastText rewrites text, the fields of a mapping, as JSON if the last
// item is a string of JSON.
func matchLastText(text string, last *yaml.Node) string {
	if last == nil || last.Kind != yaml.ScalarNode || !strings.HasPrefix(last.Value, "{") || !json.Valid([]byte(last.Value)) {
		return text
	}
	mapping, err := yaml.Parse(text)
	if err != nil || mapping.YNode().Kind != yaml.MappingNode {
		return text
	}
	fields := mapping.Content()
	written := make([]string, 0, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i].Kind != yaml.ScalarNode || fields[i+1].Kind != yaml.ScalarNode {
			return text
		}
		written = append(written, `"`+escaped(fields[i].Value)+`": "`+escaped(fields[i+1].Value)+`"`)
	}
	return "{" + strings.Join(written, ", ") + "}"
}
