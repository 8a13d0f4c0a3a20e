package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A document that cannot be read is one finding. What depends on it is unknown, so
// nothing is called missing.
func TestBroken(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	broken := map[string]string{
		"an open list":      "  labels: [a, b\n",
		"an open quote":     "  labels: \"a\n",
		"a tab":             "\tlabels: a\n",
		"no key":            "  - a\n",
		"a template":        "  labels: {{ .Values.labels }}\n",
		"templated fields":  "  {{- if .Values.labels }}\n",
		"an unknown alias":  "  labels: *labels\n",
		"a bad escape":      "  labels: \"\\q\"\n",
		"a forbidden value": "  labels: @a\n",
	}
	for _, w := range worlds() {
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			for _, name := range []string{"an open list", "an open quote", "a tab", "no key", "a template", "templated fields", "an unknown alias", "a bad escape", "a forbidden value"} {
				if *w.part(kind) != "" {
					b.add(t, w, mutation{name: name + " in the " + kind, plain: true, apply: func(w *world) {
						w.layout = []string{"files", "stream"}[len(name)%2]
						w.change(kind, "  name: NAMEHERE\n", "  name: NAMEHERE\n"+broken[name])
					}})
				}
			}
		}
	}
	b.lint(t)
	for _, on := range b.trials {
		want := []string{"error manifest/syntax"}
		if strings.Contains(on.name, "templat") {
			want = []string{"warning manifest/unrendered-template"}
		}
		assert.Equal(t, want, rulesOf(on.got), on.name)
	}
}

// If the other two resources agree on a name, the app lacks both; they are named as
// what was probably meant, and form no environment of their own.
func TestRenamedApp(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.mode == "standalone" {
			for _, name := range []string{"NAMEHEREx", "quite-NAMEHERE"} {
				b.add(t, w, mutation{name: "app named " + name, apply: func(w *world) { w.change("MendixApp", "name: NAMEHERE", "name: "+name) }})
			}
		}
	}
	b.lint(t)
	for _, on := range b.trials {
		got := rulesOf(on.got)
		slices.Sort(got)
		assert.Equal(t, []string{"error link/class-missing", "error link/service-account-missing"}, got, on.name)
	}
}
