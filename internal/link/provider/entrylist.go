package provider

import (
	"reflect"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// asList converts azure's array of strings, or of mappings, to the list of mappings
// that vault and aws decode. Apart from that, lines do not change, including comments.
// It returns "" if the result would not read as the same mappings, or if these lack
// fields that every entry needs: then they really are for azure.
func asList(text string, needs func(fields map[string]any) bool) string {
	root, fault := parse(text)
	if fault != nil || root == nil {
		return ""
	}
	if root = manifest.Resolve(root); root.Kind != yaml.MappingNode || len(root.Content) != 2 {
		return ""
	}
	key, list := root.Content[0], root.Content[1]
	if list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 {
		return ""
	}
	lines := strings.Split(text, "\n")
	// If the library counts more lines, a line ends in something other than a line
	// feed.
	if key.Line > len(lines) || strings.TrimSpace(lines[key.Line-1]) != key.Value+":" {
		return ""
	}
	var gone []int // lines, from the end
	for i := len(list.Content) - 1; i >= 0; i-- {
		if list.Content[i].Kind == yaml.MappingNode {
			continue
		}
		if list.Content[i].Kind != yaml.ScalarNode || !openString(lines, list.Content[i]) {
			return ""
		}
		gone = append(gone, list.Content[i].Line-1)
	}
	for _, at := range append(gone, key.Line-1) {
		lines = append(lines[:at], lines[at+1:]...)
	}
	converted := strings.Join(lines, "\n")
	if !sameMappings(list.Content, converted, needs) {
		return ""
	}
	return converted
}

// openString moves the dash of an entry `- |` to the first line of its text.
func openString(lines []string, entry *yaml.Node) bool {
	if entry.Line >= len(lines) {
		return false
	}
	head := strings.TrimRight(lines[entry.Line-1], " ")
	dash := strings.IndexByte(head, '-')
	if dash < 0 || strings.Trim(head[dash+1:], " |+-") != "" {
		return false
	}
	first := lines[entry.Line]
	if indent := len(first) - len(strings.TrimLeft(first, " ")); indent <= dash+1 || indent == len(first) {
		return false
	}
	lines[entry.Line] = head[:dash] + "-" + first[dash+1:]
	return true
}

// sameMappings reports whether the fixed text reads as what is in the strings.
func sameMappings(entries []*yaml.Node, converted string, needs func(map[string]any) bool) bool {
	var list []map[string]any
	if !decodes(converted, &list) || len(list) != len(entries) {
		return false
	}
	for i, entry := range entries {
		var fields map[string]any
		read := entry.Kind == yaml.MappingNode && decodeNode(entry, &fields) == nil || entry.Kind == yaml.ScalarNode && decodes(entry.Value, &fields)
		if !read || !reflect.DeepEqual(fields, list[i]) || !needs(fields) {
			return false
		}
	}
	return true
}

func decodes(text string, into any) bool {
	root, fault := parse(text)
	return fault == nil && root != nil && decodeNode(root, into) == nil
}

// vaultNeeds reports whether the fields without which vault reads nothing are set.
func vaultNeeds(fields map[string]any) bool {
	return isText(fields["objectName"]) && isText(fields["secretPath"])
}

// awsNeeds reports whether the fields are set without which aws reads nothing, or a
// whole secret as one file. The type may be in the name, if that is an ARN.
func awsNeeds(fields map[string]any) bool {
	name, _ := fields["objectName"].(string)
	kind := fields["objectType"]
	paths, _ := fields["jmesPath"].([]any)
	return name != "" && len(paths) > 0 && (kind == secretsManager || kind == ssmParameter || kind == nil && strings.HasPrefix(name, "arn:"))
}

func isText(value any) bool {
	text, ok := value.(string)
	return ok && text != ""
}
