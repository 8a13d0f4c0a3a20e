package engine_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// nodes are values of every kind that YAML has, as flow text.
var nodes = map[string]string{
	"null": "null", "nothing": "", "list": "[a, b]", "number": "12", "float": "1.5", "boolean": "true", "word": "yes", "date": "2024-01-01",
	"map": "{a: b}", "empty text": `""`, "blank": `" "`, "empty list": "[]", "empty map": "{}", "placeholder": `"<{fill-in}>"`, "template": "${IT}",
	"alias": "*one", "binary": "!!binary aGVsbG8=", "tagged": "!custom xNAMEHERE", "list of lists": "[[a]]", "map of maps": "{a: {b: c}}",
}

// rootRules are the rules that report a value of the wrong kind: if one of them does,
// nothing else is reported.
var rootRules = []string{"manifest/schema", "manifest/non-string-value", "manifest/placeholder", "manifest/syntax", "manifest/duplicate-key"}

// TestNodeKinds puts every kind of node where another one is expected. Nothing crashes,
// and one cause is one finding.
func TestNodeKinds(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range []world{
		newWorld("vault", "standalone", "s3", "password", true), newWorld("aws", "standalone", "s3", "password", true), newWorld("azure", "standalone", "azure", "password", true),
	} {
		full := w.clone()
		full.app = strings.Replace(full.app, "  runtime:\n", "  database:\n    servicePlan: \"\"\n  storage:\n    servicePlan: \"\"\n  customPodLabels:\n    general:\n      azure.workload.identity/use: \"true\"\n  runtime:\n    microflowConstants:\n      A.B: c\n    environmentVariables:\n      - name: X\n        value: z\n", 1)
		full.class = strings.Replace(full.class, "  parameters:\n", "  secretObjects:\n    - secretName: a\n      type: Opaque\n      data:\n        - objectName: database-type\n          key: x\n  parameters:\n", 1)
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			lines := strings.SplitAfter(*full.part(kind), "\n")
			for i, line := range lines {
				if strings.Contains(line, ":") {
					kinds(b, t, full, kind, lines, i)
				}
			}
		}
		fieldKinds(b, t, full)
	}
	b.lint(t)
	for _, on := range b.trials {
		slices.Sort(on.got)
		rules := slices.Compact(rulesOf(on.got))
		roots := slices.ContainsFunc(rules, func(r string) bool { return slices.Contains(rootRules, r[strings.Index(r, " ")+1:]) })
		if roots && len(rules) > 1 {
			t.Errorf("%s: %q", on.name, on.got)
		}
	}
}

// kinds replaces the value of the key in a line, with all that is indented deeper.
func kinds(b *bench, t *testing.T, full *world, kind string, lines []string, i int) {
	key, _, _ := strings.Cut(lines[i], ":")
	depth := len(lines[i]) - len(strings.TrimLeft(lines[i], " -"))
	end := i + 1
	for end < len(lines) && len(lines[end])-len(strings.TrimLeft(lines[end], " -")) > depth {
		end++
	}
	for k, name := range slices.Sorted(maps.Keys(nodes)) {
		node := nodes[name]
		if strings.Contains(name, "map") && end > i+1 {
			continue // of the right kind, with other content
		}
		if !*everything && (i+k)%3 != 0 {
			continue // each field gets a third of them, its neighbours the rest
		}
		b.add(t, *full, mutation{name: kind + " " + strings.TrimSpace(key) + " is " + name, plain: true, apply: func(w *world) {
			w.form, w.layout = "literal", "stream"
			if name == "alias" {
				node = "&one [x]"
			}
			*w.part(kind) = strings.Join(lines[:i], "") + key + ": " + node + "\n" + strings.Join(lines[end:], "")
		}})
	}
}

// fieldKinds does the same within `objects`.
func fieldKinds(b *bench, t *testing.T, full *world) {
	at := func(w *world, holder bool) *entry {
		if holder {
			return &w.holder
		}
		return &w.entries[1]
	}
	for _, holder := range []bool{false, full.provider == "aws"} {
		for j := range *at(full, holder) {
			for k, name := range slices.Sorted(maps.Keys(nodes)) {
				node := nodes[name]
				if name == "alias" || !*everything && (j+k)%2 != 0 {
					continue
				}
				b.add(t, *full, mutation{name: "object's " + (*at(full, holder))[j].key + " is " + name, plain: true, apply: func(w *world) {
					(*at(w, holder))[j].value = node
				}})
			}
		}
	}
}
