package main

import (
	"fmt"
	"strings"
	"testing"
)

// hostileSizes returns inputs that are harmless except for their size.
func hostileSizes() []hostile {
	made := func(name string, code int, want string, head string, pieces int, piece func(int) string) hostile {
		return hostile{name: name, code: code, want: want, make: func(t *testing.T, folder string) { putLarge(t, folder, "a.yaml", head, pieces, piece) }}
	}
	same := func(text string) func(int) string { return func(int) string { return text } }
	broken := "[manifest/syntax]"
	mega := strings.Repeat("x", 1<<20)
	return []hostile{
		made("one line of 100 MB", 1, broken, app("orders")+"  sourceURL: ", 100, same(mega)),
		made("one line of 100 MB that names nothing", 2, "nothing was checked", "a: ", 100, same(mega)),
		made("a file of 50 MB", 1, "[keys/misspelled]", pair("orders"), 50<<10, same("---\nkind: ConfigMap\ndata:\n"+strings.Repeat("  key: value of a map\n", 45))),
		made("a document of 50 MB", 1, broken, app("orders")+"  runtime:\n", 50<<10, same(strings.Repeat("    - key: value of a map ok\n", 36))),
		made("50 MB of line ends", 1, broken, app("orders"), 50, same(strings.Repeat("\n", 1<<20))),
		made("50 MB of line ends in documents", 1, "", pair("orders")+"---\n", 7_000, same(strings.Repeat("\n", 7<<10)+"---\n")),
		made("50 MB of comments", 1, "", pair("orders"), 50<<10, same(strings.Repeat("# comment\n", 102))),
		made("100,000 documents", 1, "", pair("orders")+"---\n", 100_000, func(i int) string { return fmt.Sprintf("kind: ConfigMap\nname: c%d\n---\n", i) }),
		made("100,000 environments", 1, broken, "", 100_000, func(i int) string { return "---\n" + account(fmt.Sprintf("orders%d", i)) }),
		made("7 MB of tiny values", 1, broken, app("orders")+"  runtime: [", 500, func(i int) string { return strings.Repeat("a,", 7<<10) + strings.Repeat("]", i/499) }),
		made("7 MB of tiny lines", 1, broken, app("orders")+"  runtime:\n", 500, same(strings.Repeat("  -\n", 4<<10))),
		made("as many values as are allowed", 1, "[manifest/schema]", app("orders")+"  runtime:\n", 60_000, same("    - {a: b}\n")),
		made("500 environments", 1, "[keys/misspelled]", "", 500, func(i int) string { return "---\n" + pair(fmt.Sprintf("orders-%x", i*7919)) }),
		made("100,000 empty documents", 1, "", pair("orders"), 100_000, same("---\n")),
		made("100,000 broken documents", 1, broken, pair("orders"), 100_000, same("---\nkind: MendixApp\na: b: c\n")),
		made("objects of 5 MB", 1, "", class("orders")+"|\n", 50_000, func(i int) string {
			return fmt.Sprintf("      - objectName: database-host-%d\n        secretPath: secret/data/orders\n        secretKey: host\n", i)
		}),
		made("objects below the limit", 1, "", class("orders")+"|\n", 2_400, func(i int) string {
			return fmt.Sprintf("      - objectName: database-host-%d\n        secretPath: secret/data/orders\n        secretKey: host\n", i)
		}),
		made("objects in double quotes, with escapes", 1, "", class("orders")+"\"", 2_000, func(i int) string {
			return fmt.Sprintf(`- objectName: \u0064atabase-hots%d\n  secretPath: secret/orders\n  secretKey: h\n`, i)
		}),
		made("objects that have no name but an alias", 1, "", strings.Replace(class("orders"), "vault", "aws", 1)+"|\n", 24_000, func(i int) string {
			return fmt.Sprintf("      - objectAlias: %x\n", i)
		}),
		made("an object with one key 20,000 times", 1, "[provider/objects-shape]", class("orders")+"|\n      - objectName: a\n", 20_000, same("        secretKy: b\n")),
		made("secretArgs with one key 20,000 times", 1, "[provider/objects-shape]", class("orders")+"|\n      - objectName: a\n        secretPath: b\n        secretArgs:\n", 20_000, same("          k: b\n")),
		made("secretArgs with 25,000 keys", 1, "", class("orders")+"|\n      - objectName: a\n        secretPath: b\n        secretArgs:\n", 25_000, func(i int) string { return fmt.Sprintf("          k%x: b\n", i) }),
		made("100,000 annotations", 1, "", app("orders")+"  runtime:\n    microflowConstants:\n", 90_000, func(i int) string { return fmt.Sprintf("      k%d: 1\n", i) }),
		made("one key 100,000 times", 1, "", account("orders"), 90_000, same("    key: 1\n")),
		made("a JSON line with 50,000 findings", 1, "", `{"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "orders", "annotations": {"privatecloud.mendix.com/environment-account": "true"`, 50_000, func(i int) string {
			last := ""
			if i == 49_999 {
				last = "}}}\n"
			}
			return fmt.Sprintf(`, "k%d": %d`, i, i) + last
		}),
		made("50,000 ignores", 1, "", pair("orders"), 50_000, same("# mxlint:ignore keys/misspelled -- a\n")),
		made("50,000 ignored rules on a line", 1, "", "# mxlint:ignore-file ", 50_001, func(i int) string {
			if i == 50_000 {
				return " -- a\n" + pair("orders")
			}
			return fmt.Sprintf("a/b%d,", i)
		}),
		made("placeholders without end", 1, "", class("orders")+"|\n", 3_000, same("      - {objectName: <{a}>, secretPath: <b>, secretKey: c####}\n")),
		made("a ring of brackets in text", 0, "[link/class-missing]", account("orders")+"    note: '", 200_000, func(i int) string {
			if i == 199_999 {
				return "'\n"
			}
			return "<a"
		}),
	}
}
