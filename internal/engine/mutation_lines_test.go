package engine_test

import (
	"strings"
	"testing"
)

// A key that occurs twice is one finding, and its value is unknown to every other rule.
func TestRepeatedLines(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			for line := range strings.Lines(*w.part(kind)) {
				key, value, _ := strings.Cut(line, ": ")
				if value == "" || strings.Contains(value, objectsHere) || strings.Contains(line, "kind:") {
					continue
				}
				bare := strings.TrimLeft(key, " ")
				indent := key[:len(key)-len(bare)]
				for _, second := range []string{strings.TrimSpace(value), "other", `""`} {
					m := one(bare+" twice, "+second, "manifest/duplicate-key", "error", func(w *world) {
						w.change(kind, line, line+indent+mark+bare+": "+second+"\n")
					})
					m.plain = true
					b.add(t, w, m)
				}
			}
		}
	}
	b.check(t)
}

// A field that the API server requires is one finding, at what should contain it; an
// optional one is none.
func TestDroppedLines(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		drop := func(kind, line, rule, holder string) {
			if !strings.Contains(*w.part(kind), line) {
				return
			}
			m := mutation{name: "without " + strings.TrimSpace(line) + " in " + kind, apply: func(w *world) {
				w.change(kind, line, "")
				if holder != "" {
					w.change(kind, holder, mark+holder)
				}
			}}
			if rule != "" {
				m.wants = []want{{rule, "error"}}
			}
			b.add(t, w, m)
		}
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			version, _, _ := strings.Cut(*w.part(kind), "\n")
			drop(kind, version+"\n", "manifest/schema", kind)
			drop(kind, "  name: NAMEHERE\n", "manifest/schema", "metadata:")
			drop(kind, "  namespace: SPACEHERE\n", "", "")
		}
		drop("MendixApp", "  sourceURL: oci-image://registry.example.com/shop:1.0.0\n", "manifest/schema", "spec:")
		drop("MendixApp", "  mendixRuntimeVersion: 10.24.3.100\n", "", "")
		drop("MendixApp", "  replicas: 1\n", "", "")
		drop("SecretProviderClass", "  provider: "+w.provider+"\n", "provider/unsupported", "spec:")
	}
	b.check(t)
}

// A line that is moved, or loses its indentation, takes what is below it along, and is
// one finding.
func TestMovedLines(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		moved := func(name, kind, rule, old, by string) {
			if *w.part(kind) == "" {
				return
			}
			m := one(name+" of "+kind, rule, "error", func(w *world) { w.change(kind, old, by) })
			m.plain = true
			b.add(t, w, m)
		}
		const flag = "allowOverrideSecretsWithSecretStoreCSIDriver"
		moved("no line spec", "MendixApp", "manifest/unknown-field", "spec:\n  "+flag, "  "+mark+flag)
		moved("spec indented", "MendixApp", "manifest/unknown-field", "spec:\n", "  "+mark+"spec:\n")
		moved("no line spec", "SecretProviderClass", "manifest/unknown-field", "spec:\n  provider", "  "+mark+"provider")
		moved("spec indented", "SecretProviderClass", "manifest/unknown-field", "spec:\n", "  "+mark+"spec:\n")
		moved("resources in the metadata", "MendixApp", "manifest/unknown-field", "spec:\n", "  "+mark+"resources:\n    limits: {cpu: \"1\"}\nspec:\n")
		moved("resources without requests", "MendixApp", "manifest/duplicate-key", "  replicas: 1\n", "  replicas: 1\n  resources:\n    limits:\n      cpu: \"2\"\n      memory: 1Gi\n      "+mark+"cpu: \"1\"\n      memory: 1Gi\n")
		moved("runtime in the resources", "MendixApp", "manifest/unknown-field", "  runtime:\n    dtap", "  resources:\n    limits: {cpu: \"1\"}\n    "+mark+"runtime:\n    dtap")
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			moved("metadata twice", kind, "manifest/duplicate-key", "metadata:\n", "metadata:\n"+mark+"metadata:\n")
		}
		moved("spec twice", "MendixApp", "manifest/duplicate-key", "spec:\n", "spec:\n"+mark+"spec:\n")
		moved("spec twice", "SecretProviderClass", "manifest/duplicate-key", "spec:\n", "spec:\n"+mark+"spec:\n")
		if w.provider == "azure" {
			b.add(t, w, mutation{name: "array outdented", plain: true, wants: []want{{"manifest/non-string-value", "error"}}, apply: func(w *world) {
				w.change("SecretProviderClass", "objects: "+objectsHere, "objects: |\n    array:\n      "+mark+"- objectName: a\n")
				w.raw = "x"
			}})
		}
	}
	b.check(t)
}
