package main

import (
	"fmt"
	"strings"
	"testing"
)

// hostileYAML returns documents that explode, never end, or are circular.
func hostileYAML() []hostile {
	one := func(name, text string, code int, want string) hostile {
		return hostile{name: name, code: code, want: want, make: func(t *testing.T, folder string) { put(t, folder, "a.yaml", text) }}
	}
	broken := "[manifest/syntax]"
	return []hostile{
		one("alias bomb", app("orders")+indent(2, laughs(12)), 1, broken+"\naliases"),
		one("alias bomb in objects", class("orders")+"|\n"+indent(6, laughs(12)), 1, "[provider/objects-shape]"),
		one("alias bomb in azure objects", strings.Replace(class("orders"), "vault", "azure", 1)+"|\n      array:\n        - |\n"+indent(10, laughs(12)), 1, "[provider/object-field]"),
		one("alias bomb in an annotation", pair("orders")+"    note: |\n"+indent(6, laughs(12)+"<placeholder>: <placeholder>\n"), 1, "[keys/misspelled]"),
		one("alias bomb in customConfiguration", app("orders")+"  runtime:\n    customConfiguration: |\n"+indent(6, laughs(12)+"x: <placeholder>\n"), 1, "[link/class-missing]"),
		one("alias of itself", app("orders")+"  runtime: &a\n    x: *a\n", 1, broken),
		one("cyclic merge", app("orders")+"  runtime: &a\n    <<: *a\n", 1, broken),
		one("merge of merges", app("orders")+"  m0: &m0 {a: b}\n"+merges(30), 1, broken),
		one("nested 10,000 deep in brackets", app("orders")+"  runtime: "+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+"\n", 1, broken),
		one("nested 10,000 deep, never closed", app("orders")+"  runtime: "+strings.Repeat("{a: ", 10_000)+"\n", 1, broken),
		one("nested 10,000 deep by dashes", app("orders")+"  runtime:\n    "+strings.Repeat("- ", 10_000)+"a\n", 1, broken),
		one("nested 10,000 deep in JSON", `{"kind": "MendixApp", "apiVersion": "privatecloud.mendix.com/v1alpha1", "metadata": {"name": "a"}, "spec": {"runtime": `+strings.Repeat(`{"a": `, 10_000)+"1"+strings.Repeat("}", 10_000)+"}}", 1, broken),
		one("nested 10,000 deep in objects", class("orders")+"|\n      "+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+"\n", 1, "[provider/objects-shape]"),
		one("nested 10,000 deep in customConfiguration", app("orders")+"  runtime:\n    customConfiguration: '"+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+"'\n", 1, "[app/custom-configuration]"),
		one("nested 2,000 deep, indented", app("orders")+indent(2, stairs(2_000)), 1, broken),
		one("huge numbers", app("orders")+"  replicas: 1e999999999\n  mendixRuntimeVersion: "+strings.Repeat("9", 100_000)+"."+strings.Repeat("1.", 50_000)+"1\n  sourceURL: 0x"+strings.Repeat("f", 100_000)+"\n", 1, "[manifest/schema]"),
		one("keys and quotes of 1 MB", app("orders")+"  "+strings.Repeat("k", 1000)+": \""+strings.Repeat(`\u0041`, 100_000)+"\"\n", 1, "orders"),
		one("an unclosed quote of 2 MB", app("orders")+"  sourceURL: \""+strings.Repeat("word\n", 400_000), 1, broken),
		one("an error at the end of 4 MB", app("orders")+"  runtime:\n"+strings.Repeat("    - a: {b: [c, d]}\n", 200_000)+"   bad\n", 1, broken),
		one("an error at the start of 4 MB", app("orders")+"  a: b: c\n"+strings.Repeat("  x: [y, {z: w}]\n", 250_000), 1, broken),
		one("tags of every kind", app("orders")+"  a: !!binary aGVsbG8=\n  b: !!set {x}\n  c: !!omap [a: 1]\n  d: !!python/object/apply:os.system ['touch owned']\n  e: !<tag:yaml.org,2002:int> x\n  f: !!float .nan\n", 1, "orders"),
	}
}

func merges(levels int) string {
	var b strings.Builder
	for i := 1; i < levels; i++ {
		fmt.Fprintf(&b, "  m%d: &m%d\n    <<: [*m%d, *m%d, *m%d]\n", i, i, i-1, i-1, i-1)
	}
	return b.String()
}

func stairs(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
