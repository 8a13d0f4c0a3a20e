package engine_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/mxlint/internal/link"
)

// TestAnnotations covers the annotations that link resources, and those that give them
// an identity, each in every wrong form.
func TestAnnotations(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := tables(t)
	for _, w := range worlds() {
		for _, row := range known.Annotations {
			rule, severity := ruleOfAnnotation(&w, row.Name)
			if rule != "" {
				annotation(b, t, w, row, rule, severity)
			}
		}
	}
	b.check(t)
}

// ruleOfAnnotation returns the rule that requires an annotation of the world.
func ruleOfAnnotation(w *world, name string) (rule, severity string) {
	switch name {
	case "account", "class":
		return "link/" + name + "-annotation", "error"
	case "role":
		if w.provider == "aws" {
			return "aws/role-arn", "error"
		}
	case "clientID":
		if w.provider == "azure" && (w.login == "password" || w.storage == "s3") {
			severity = "warning"
		} else {
			severity = "error"
		}
		if w.provider == "azure" && w.login == "password" {
			return "azure/client-id-annotation", severity
		}
	}
	return "", ""
}

func annotation(b *bench, t *testing.T, w world, row link.Annotation, rule, severity string) {
	line := annotationLine(&w, &row)
	value := strings.TrimPrefix(line, "    "+row.Key+": ")
	replace := func(name, by, rule, severity string) {
		b.add(t, w, one(row.Key+" "+name, rule, severity, func(w *world) { w.change(row.Kind, line, by) }))
	}
	first := true
	for _, key := range slices.Concat(row.Misses, misspellings(row.Key), []string{strings.Replace(row.Key, "-", "\u2011", 1)}) {
		replace("as "+key, "    "+mark+key+": "+value, rule, severity)
		if first = false; row.Value == "" && !first && w.mode == "connected" {
			break
		}
	}
	drop := func(w *world) {
		w.change(row.Kind, line+"\n", "")
		if text := w.part(row.Kind); strings.HasSuffix(*text, "annotations:\n") || strings.Contains(*text, "annotations:\nspec") {
			w.change(row.Kind, "  annotations:\n", "")
			w.change(row.Kind, "  name: ", "  name: "+mark)
		} else {
			w.change(row.Kind, "  annotations:\n", "  "+mark+"annotations:\n")
		}
	}
	b.add(t, w, one(row.Key+" dropped", rule, severity, drop))
	b.add(t, w, one(row.Key+" as label", rule, severity, func(w *world) {
		drop(w)
		text := w.part(row.Kind)
		*text = strings.ReplaceAll(*text, mark, "")
		w.change(row.Kind, "metadata:\n", "metadata:\n  labels:\n    "+mark+strings.TrimLeft(line, " ")+"\n")
	}))
	if row.Value == "" {
		return
	}
	for _, wrong := range []string{`"True"`, `"yes"`, `"false"`, `""`, `"1"`} {
		replace("is "+wrong, "    "+row.Key+": "+mark+wrong, rule, severity)
	}
	for _, bare := range []string{"true", "yes", "on", "True"} {
		m := one(row.Key+" is unquoted "+bare, "manifest/non-string-value", "error", func(w *world) {
			w.change(row.Kind, line, "    "+row.Key+": "+mark+bare)
		})
		m.plain = true
		b.add(t, w, m)
	}
}

func annotationLine(w *world, row *link.Annotation) string {
	for line := range strings.Lines(*w.part(row.Kind)) {
		if strings.Contains(line, row.Key+":") {
			return strings.TrimSuffix(line, "\n")
		}
	}
	return ""
}

// part returns the text of one of the three resources.
func (w *world) part(kind string) *string {
	switch kind {
	case "MendixApp":
		return &w.app
	case "ServiceAccount":
		return &w.account
	}
	return &w.class
}

func (w *world) change(kind, old, by string) {
	text := w.part(kind)
	*text = strings.Replace(*text, old, by, 1)
}

// TestNames covers names and namespaces that differ on one of the resources, and
// missing resources.
func TestNames(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		anchor := "MendixApp"
		missingClass := want{"link/class-missing", "error"}
		if w.mode == "connected" {
			anchor, missingClass.severity = "SecretProviderClass", "warning"
		}
		for _, name := range []string{"NAMEHEREx", "quite-NAMEHERE"} {
			b.add(t, w, one("account named "+name, "link/service-account-missing", "error", func(w *world) {
				w.change("ServiceAccount", "name: NAMEHERE", "name: "+name)
				w.change(anchor, "name: NAMEHERE", "name: "+mark+"NAMEHERE")
			}))
			renamed := one("class named "+name, missingClass.rule, missingClass.severity, func(w *world) {
				if w.mode == "standalone" {
					w.change("SecretProviderClass", "name: NAMEHERE", "name: "+name)
					w.change(anchor, "name: NAMEHERE", "name: "+mark+"NAMEHERE")
				} else {
					w.change("SecretProviderClass", "name: NAMEHERE", "name: "+mark+name)
				}
			})
			if w.mode == "connected" {
				renamed.wants = []want{{"link/service-account-missing", "error"}}
			}
			b.add(t, w, renamed)
			b.add(t, w, mutation{name: "misspellings in a class named " + name, wants: append(renamed.wants, want{"keys/misspelled", "error"}), apply: func(w *world) {
				renamed.apply(w)
				i := w.find("database-type")
				w.entries[i] = w.entries[i].set(w.nameField(), "\ue001database-typ")
			}})
		}
		b.add(t, w, one("no account", "link/service-account-missing", "error", func(w *world) {
			w.account = ""
			w.change(anchor, "name: NAMEHERE", "name: "+mark+"NAMEHERE")
		}))
		b.add(t, w, one("no class", missingClass.rule, missingClass.severity, func(w *world) {
			w.class = ""
			if w.mode == "connected" {
				anchor = "ServiceAccount"
			}
			w.change(anchor, "name: NAMEHERE", "name: "+mark+"NAMEHERE")
		}))
		namespaces(b, t, w)
		extras(b, t, w)
	}
	b.check(t)
}

func namespaces(b *bench, t *testing.T, w world) {
	if !w.named {
		return
	}
	for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
		if *w.part(kind) == "" {
			continue
		}
		b.add(t, w, mutation{name: "namespace of " + kind + " unwritten", apply: func(w *world) {
			w.change(kind, "  namespace: SPACEHERE\n", "")
		}})
		odd := kind
		if w.mode == "connected" {
			odd = "SecretProviderClass"
		}
		b.add(t, w, one("namespace of "+kind, "link/namespace-mismatch", "error", func(w *world) {
			w.change(kind, "namespace: SPACEHERE", "namespace: SPACEHERE-two")
			w.change(odd, "namespace: ", "namespace: "+mark)
		}))
	}
}

// extras adds further resources to a complete environment.
func extras(b *bench, t *testing.T, w world) {
	for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
		if *w.part(kind) == "" {
			continue
		}
		b.add(t, w, one(kind+" twice", "manifest/duplicate-resource", "error", func(w *world) {
			text := strings.Replace(*w.part(kind), objectsHere, "|\n      []", 1)
			if kind == "SecretProviderClass" {
				text = strings.Replace(w.classText(), "\ue000", "", 1)
				if w.layout == "json" {
					w.layout = "stream"
					text = w.classText()
				}
			}
			if w.layout == "files" {
				w.layout = "stream" // files are sorted by name, and the copy has to be second
			}
			if w.layout == "json" {
				w.layout = "stream"
			}
			w.more = append(w.more, strings.Replace(text, "name: NAMEHERE", "name: "+mark+"NAMEHERE", 1))
		}))
	}
	if w.mode == "connected" {
		return
	}
	b.add(t, w, one("another account", "link/orphan", "warning", func(w *world) {
		w.more = append(w.more, strings.Replace(w.account, "name: NAMEHERE", "name: "+mark+"quite-NAMEHERE", 1))
	}))
	b.add(t, w, mutation{name: "a stranger's account", apply: func(w *world) {
		w.more = append(w.more, "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: quite-NAMEHERE\n")
	}})
}
