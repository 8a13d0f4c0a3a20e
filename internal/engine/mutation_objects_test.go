package engine_test

import (
	"slices"
	"strings"
	"testing"
)

// TestObjectFields covers each field of the tables, in one object: missing, empty,
// misspelled and malformed.
func TestObjectFields(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := providerTables(t)
	for _, w := range worlds() {
		if w.storage != "s3" || w.login != "password" {
			continue
		}
		rows := known[w.provider].Fields
		for i := range rows {
			row := &rows[i]
			at := func(w *world) *entry { return &w.entries[2] }
			if w.provider == "aws" {
				at = func(w *world) *entry { return &w.holder }
			}
			if row.Name == "jmesPath" {
				inner := func(w *world) *entry { return &w.entries[2] }
				for j := range row.Fields {
					objectField(b, t, w, &row.Fields[j], row.Fields, inner)
				}
				continue
			}
			objectField(b, t, w, row, rows, at)
		}
		at := func(w *world) *entry { return &w.entries[3] }
		b.add(t, w, one("another field", "provider/unknown-object-field", "warning", func(w *world) {
			*at(w) = append(*at(w), field{mark + "somethingElse", "x"})
		}))
		foreign := map[string]string{"vault": "objectAlias", "aws": "secretKey", "azure": "jmesPath"}[w.provider]
		b.add(t, w, one("a field of another provider", "provider/unknown-object-field", "warning", func(w *world) {
			*at(w) = append(*at(w), field{mark + foreign, "x"})
		}))
	}
	b.check(t)
}

var wrongFields = map[string][]string{
	"mode":       {`"0600"`, "rw"},
	"count":      {`"2"`, "two"},
	"four-octal": {`"600"`, "0600", `"0888"`},
	"octal":      {`"0999"`, `"rw"`},
	"method":     {`"G ET"`},
	"mapping":    {"text"},
}

func objectField(b *bench, t *testing.T, w world, row *readRow, rows []readRow, at func(*world) *entry) {
	e := at(&w)
	written := e.get(row.Name) != ""
	for _, value := range append(slices.Clone(wrongFields[row.Form]), slices.Repeat([]string{"nonsense"}, min(len(row.Values), 1))...) {
		severity := "error"
		if row.Form == "octal" {
			severity = "warning"
		}
		b.add(t, w, one(row.Name+" is "+value, "provider/object-field", severity, func(w *world) { *at(w) = at(w).set(row.Name, mark+value) }))
	}
	b.add(t, w, one(row.Name+" never filled in", "manifest/placeholder", "error", func(w *world) {
		if row.Form == "mapping" || row.Form == "list" {
			*at(w) = append(at(w).set("secretPath", "secret/data/another"), field{row.Name, `{objectName: "` + mark + `<fill in>"}`})
			if row.Name == "failoverObject" {
				*at(w) = append(at(w).drop("secretPath"), field{"objectAlias", "shop"})
				w.parameter("failoverRegion", "eu-west-2")
			}
			return
		}
		*at(w) = at(w).set(row.Name, mark+"<{fill-in}>")
	}))
	if !written {
		return
	}
	severity, rule := "warning", "provider/unknown-object-field"
	if row.Required || row.Wanted {
		severity = "error"
	}
	for _, name := range append(misspellings(row.Name), row.Instead...) {
		if slices.ContainsFunc(rows, func(r readRow) bool { return strings.EqualFold(r.Name, name) }) {
			continue
		}
		b.add(t, w, one(row.Name+" as "+name, rule, severity, func(w *world) { *at(w) = at(w).rename(row.Name, mark+name) }))
	}
	lower := mutation{name: row.Name + " in lower case", apply: func(w *world) { *at(w) = at(w).rename(row.Name, strings.ToLower(row.Name)) }}
	if w.provider != "aws" {
		lower = one(lower.name, rule, severity, func(w *world) { *at(w) = at(w).rename(row.Name, mark+strings.ToLower(row.Name)) })
	}
	b.add(t, w, lower)
	missing := "provider/object-field"
	if row.Name == "secretKey" {
		missing = "vault/secret-key-missing"
	}
	if !row.Required && !row.Wanted {
		return
	}
	b.add(t, w, one("without "+row.Name, missing, "error", func(w *world) {
		*at(w) = at(w).drop(row.Name)
		(*at(w))[0].key = mark + (*at(w))[0].key
	}))
	b.add(t, w, one("empty "+row.Name, missing, "error", func(w *world) {
		if row.Name == "secretKey" {
			*at(w) = at(w).set(row.Name, `""`)
			(*at(w))[0].key = mark + (*at(w))[0].key
			return
		}
		*at(w) = at(w).set(row.Name, mark+`""`)
	}))
}

// TestObjectsShape covers `objects` that the provider cannot decode.
func TestObjectsShape(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.storage != "s3" {
			continue
		}
		shape := func(name, severity, text string) {
			b.add(t, w, one(name, "provider/objects-shape", severity, func(w *world) { w.raw = text }))
		}
		whole := func(name, text string) {
			b.add(t, w, one(name, "provider/objects-shape", "error", func(w *world) {
				w.raw = text
				w.form = "literal"
				w.class = strings.Replace(w.class, "objects: ", "objects: "+mark, 1)
			}))
		}
		if w.provider == "azure" {
			shape("no mapping", "error", mark+"[]\n")
		} else {
			whole("an empty list", "[]\n")
		}
		whole("comments only", "# - objectName: x\n")
		whole("null", "null\n")
		if w.provider == "azure" {
			shape("a list", "error", mark+"- objectName: database-type\n  objectType: secret\n")
			shape("mappings", "error", "array:\n  - "+mark+"objectName: database-type\n    objectType: secret\n")
			shape("a key twice", "error", "array:\n  - |\n    objectName: database-type\n    objectType: secret\n    "+mark+"objectType: secret\n")
			shape("array twice", "error", "array:\n  - |\n    objectName: database-type\n    objectType: secret\n"+mark+"array:\n  - |\n    objectName: database-host\n    objectType: secret\n")
		} else {
			shape("a mapping", "error", mark+"objectName: x\n")
			shape("azure's form", "error", mark+"array:\n  - |\n    objectName: database-type\n    objectType: secret\n")
			shape("strings", "error", "- "+mark+"database-type\n- database-host\n")
		}
		b.add(t, w, one("a second document", "provider/objects-shape", "warning", func(w *world) {
			w.form = "literal"
			w.raw = w.objects() + mark + "---\n- objectName: y\n"
		}))
		b.add(t, w, one("tabs", "provider/objects-shape", "error", func(w *world) {
			w.raw = "- objectName: x\n\t" + mark + "secretKey: y\n"
			if w.provider == "azure" {
				w.raw = "array:\n\t" + mark + "- x\n"
			}
		}))
		if w.provider != "azure" {
			twice := one("a key twice", "provider/objects-shape", map[string]string{"vault": "error", "aws": "warning"}[w.provider], func(w *world) {
				w.entries[1] = append(w.entries[1], field{mark + w.entries[1][0].key, w.entries[1][0].value})
			})
			b.add(t, w, twice)
			b.add(t, w, one("the first line of an entry twice", "provider/object-field", "error", func(w *world) {
				first := field{mark + w.entries[1][0].key, w.entries[1][0].value}
				w.entries = slices.Insert(w.entries, 1, entry{first})
			}))
		}
	}
	b.check(t)
}
