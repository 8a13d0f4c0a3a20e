package render

import (
	"regexp"
	"slices"
	"strings"
)

// applies reports whether a patch changes an object. rendered is the object's
// final name.
func (c *change) applies(o *object, rendered string) bool {
	names := append(slices.Clone(o.names), rendered)
	target := c.entry.patch.Target
	if target == nil {
		return c.isMerge() && textAt(c.doc, c.base+"/kind") == o.doc.Kind &&
			slices.Contains(names, textAt(c.doc, c.base+namePath))
	}
	group, version, _ := strings.Cut(o.doc.APIVersion, "/")
	if version == "" {
		group, version = "", group
	}
	return matches(target.Kind, o.doc.Kind) && matches(target.Group, group) && matches(target.Version, version) &&
		slices.ContainsFunc(names, func(name string) bool { return matches(target.Name, name) })
}

// matches reports whether a selector's pattern matches a text. An empty pattern
// matches any; others are anchored, as in kustomize.
func matches(pattern, text string) bool {
	if pattern == "" || pattern == text {
		return true
	}
	if regexp.QuoteMeta(pattern) == pattern {
		return false // a plain name, as most are
	}
	expression, err := regexp.Compile("^(?:" + pattern + ")$")
	return err == nil && expression.MatchString(text)
}
