package manifest

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// HasTwoObjects reports whether a document contains two objects: the line that
// separated them was lost, so each key that both have occurs twice. In flow
// style objects are not separated by lines.
func HasTwoObjects(root *yaml.Node) bool {
	root = Resolve(root)
	return root != nil && root.Style&yaml.FlowStyle == 0 && Repeats(root, "apiVersion") && Repeats(root, "kind")
}

// Repeats reports whether a mapping has a key more than once, ignoring merge
// keys.
func Repeats(mapping *yaml.Node, key string) bool {
	if mapping = Resolve(mapping); mapping == nil || mapping.Kind != yaml.MappingNode {
		return false
	}
	count := 0
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if name := Resolve(mapping.Content[i]); name.Kind == yaml.ScalarNode && name.Value == key && !IsMerge(mapping.Content[i]) {
			count++
		}
	}
	return count > 1
}

// Entry is one key of a mapping with its value.
type Entry struct {
	Key, Value *yaml.Node
	// Path is relative to the mapping; repeated keys are numbered.
	Path Path
}

// Entries returns the entries of a mapping in order, those of merge keys after
// its own and without the ones that are already set. Entries whose key is not a
// scalar are left out.
func Entries(mapping *yaml.Node) []Entry {
	mapping = Resolve(mapping)
	if mapping == nil || mapping.Kind != yaml.MappingNode {
		return nil
	}
	c := collector{entries: make([]Entry, 0, len(mapping.Content)/2)}
	c.collect(mapping, 0)
	return c.entries
}

// collector gathers entries and counts how often each key was seen.
type collector struct {
	entries []Entry
	seen    map[string]int // allocated only for long mappings
}

func (c *collector) collect(mapping *yaml.Node, depth int) {
	mapping = Resolve(mapping)
	if mapping == nil || mapping.Kind != yaml.MappingNode || depth > mergeDepth {
		return
	}
	merges := false
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key := Resolve(mapping.Content[i])
		if IsMerge(mapping.Content[i]) {
			merges = true
			continue
		}
		if key.Kind != yaml.ScalarNode {
			continue
		}
		seen := c.count(key.Value)
		if depth > 0 && seen > 0 {
			continue
		}
		c.add(Entry{Key: mapping.Content[i], Value: mapping.Content[i+1], Path: Path("").Repeated(key.Value, seen+1)}, key.Value)
	}
	for i := 0; merges && i+1 < len(mapping.Content); i += 2 {
		if IsMerge(mapping.Content[i]) {
			for _, source := range mergeSources(mapping.Content[i+1]) {
				c.collect(source, depth+1)
			}
		}
	}
}

func (c *collector) count(key string) int {
	if c.seen != nil {
		return c.seen[key]
	}
	count := 0
	for i := range c.entries {
		if Resolve(c.entries[i].Key).Value == key {
			count++
		}
	}
	return count
}

// fewEntries is the number of entries up to which scanning them costs less than
// a map.
const fewEntries = 24

func (c *collector) add(entry Entry, key string) {
	c.entries = append(c.entries, entry)
	switch {
	case c.seen != nil:
		c.seen[key]++
	case len(c.entries) > fewEntries:
		c.seen = make(map[string]int, 2*fewEntries)
		for i := range c.entries {
			c.seen[Resolve(c.entries[i].Key).Value]++
		}
	}
}
