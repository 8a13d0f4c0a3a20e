package engine_test

import (
	"fmt"
	"strings"
	"testing"
)

// A placeholder that was never filled in is one finding, wherever it is; to every other
// rule its value is unknown, like that of a template.
func TestPlaceholders(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	forms := []string{`"` + mark + `<{fill-in}>"`, mark + "<name>", `"a-` + mark + `{<here>}.svc"`, `"` + mark + `AKIA####"`, mark + "<TODO:REPLACE-ME>"}
	templates := []string{`"{{ .Values.it }}"`, "${IT}", "$(IT)", `"a-${IT}-b"`, `'{{ include "it" . }}'`}
	for _, w := range worlds() {
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			for line := range strings.Lines(*w.part(kind)) {
				key, value, _ := strings.Cut(line, ": ")
				if value == "" || strings.Contains(value, objectsHere) || strings.Contains(line, "kind:") || strings.Contains(line, "replicas") || strings.Contains(line, "allowOverride") {
					continue
				}
				for i := range forms {
					m := one(fmt.Sprintf("placeholder %d; %s is %s", i, strings.TrimSpace(key), forms[i]), "manifest/placeholder", "error", func(w *world) {
						w.change(kind, line, key+": "+forms[i]+"\n")
					})
					m.plain = true
					b.add(t, w, m)
					b.add(t, w, mutation{name: fmt.Sprintf("template %d; %s is %s", i, strings.TrimSpace(key), templates[i]), plain: true, apply: func(w *world) {
						w.change(kind, line, key+": "+templates[i]+"\n")
					}})
				}
			}
		}
		unknownFields(b, t, w, forms, templates)
	}
	b.check(t)
}

func unknownFields(b *bench, t *testing.T, w world, forms, templates []string) {
	for _, holder := range []bool{false, w.provider == "aws"} {
		at := func(w *world) entry {
			if holder {
				return w.holder
			}
			return w.entries[2]
		}
		for j := range at(&w) {
			for i := range forms {
				m := one(fmt.Sprintf("placeholder %d; %s of an object is %s", i, at(&w)[j].key, forms[i]), "manifest/placeholder", "error", func(w *world) { at(w)[j].value = forms[i] })
				m.plain = true
				b.add(t, w, m)
				b.add(t, w, mutation{name: fmt.Sprintf("template %d; %s of an object is %s", i, at(&w)[j].key, templates[i]), plain: true, apply: func(w *world) { at(w)[j].value = templates[i] }})
			}
		}
	}
}
