package engine_test

import (
	"strings"
	"testing"
)

// TestVaultPaths covers kv-v2 paths without data/ on each known mount, and paths that
// cannot be read.
func TestVaultPaths(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.provider != "vault" {
			continue
		}
		path := func(value, rule, severity string) {
			m := mutation{name: "path " + value, apply: func(w *world) {
				w.entries[1].set("secretPath", mark+value)
			}}
			if rule == "" {
				m.apply = func(w *world) { w.entries[1].set("secretPath", value) }
			} else {
				m.wants = []want{{rule, severity}}
			}
			b.add(t, w, m)
		}
		for _, value := range []string{"secret/shop", "/secret/shop", "v1/secret/shop", "/v1/secret//shop/", "secrets/shop", "secret/shop/data/x", "secret/shop?version=3"} {
			path(value, "vault/kv2-data-path", "error")
		}
		for _, mount := range []string{"kv", "kv-v2", "kvv2"} {
			path(mount+"/shop", "vault/kv2-data-path", "warning")
			path(mount+"/data/shop", "", "")
		}
		path("team/shop", "vault/kv2-data-path", "info")
		for _, value := range []string{"https://vault.example.com/v1/secret/data/shop", `"secret/data/my shop"`, `"secret/data/shop#key"`, "V1/secret/data/shop", "secret/data", "secret/data/", "team/data"} {
			path(value, "vault/path", "error")
		}
		for _, verb := range []string{"metadata", "delete", "undelete", "destroy", "subkeys"} {
			path("secret/"+verb+"/shop", "vault/path", "warning")
		}
		for _, value := range []string{
			"database/creds/shop", "database/static-creds/shop", "aws/creds/shop", "aws/sts/shop", "pki/issue/shop", "cubbyhole/shop",
			"team/a/kv/data/shop", "secret/data/data/shop", "secret/data/metadata/shop", "/v1/secret/data/shop/", "secret//data/shop", "v1/secrets/data/shop",
		} {
			path(value, "", "")
		}
		b.add(t, w, one("a mount that others read with data/", "vault/kv2-data-path", "error", func(w *world) {
			w.entries[0].set("secretPath", "team/kv/data/shop")
			w.entries[1].set("secretPath", mark+"team/kv/shop")
		}))
		b.add(t, w, one("secretArgs twice", "vault/secret-args-ignored", "warning", func(w *world) {
			w.entries[1] = w.entries[1].set("secretPath", "pki/issue/shop").set("secretArgs", "{common_name: a}")
			w.entries[2] = w.entries[2].set("secretPath", "pki/issue/shop").set("secretArgs", mark+"{common_name: b}")
		}))
		b.add(t, w, one("a pinned version", "provider/pinned-version", "info", func(w *world) {
			w.entries[1].set("secretPath", mark+"secret/data/shop?version=3")
		}))
	}
	b.check(t)
}

// TestAWS covers wrong forms of JMESPath, ARNs, roles and YAML 1.1.
func TestAWS(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.provider != "aws" {
			continue
		}
		for i, key := range w.keys() {
			path := func(source, rule, severity string) {
				b.add(t, w, one(rule+"; "+source, rule, severity, func(w *world) { w.entries[i].set("path", mark+source) }))
			}
			path(key, "aws/jmespath-syntax", "error")
			path(`"`+key+`"`, "aws/jmespath-syntax", "error")
			path(`'"`+key+`'`, "aws/jmespath-syntax", "error")
			path(`"'`+key+`'"`, "aws/jmespath-literal", "error")
			path("'`\""+key+"\"`'", "aws/jmespath-literal", "error")
			b.add(t, w, one("another key of the secret", "aws/alias-differs", "info", func(w *world) {
				w.entries[i] = entry{{"path", `'"database-other"'`}, {"objectAlias", mark + key}}
			}))
		}
		b.add(t, w, one("an unquoted path with dots", "aws/jmespath-nested", "warning", func(w *world) {
			w.entries[w.find("mx-runtime-com.mendix.storage.s3.EncryptionKeys")].set("path", mark+"com.mendix.storage.s3.EncryptionKeys")
		}))
		b.add(t, w, one("no jmesPath", "aws/keys-not-extracted", "error", func(w *world) {
			w.entries = nil
			w.holder[0].key = mark + w.holder[0].key
		}))
		b.add(t, w, one("no jmesPath of a secret below mx-", "aws/keys-not-extracted", "error", func(w *world) {
			w.entries = nil
			w.holder[0] = field{mark + "objectName", "mx-prod/shop"}
		}))
		for _, bad := range []string{"shop", "arn:aws:sts::123456789012:assumed-role/shop/x", "arn:aws:iam::123456789012:policy/shop", "arn:aws:iam::1234:role/shop", "arn:aws:iam::123456789012:instance-profile/shop"} {
			b.add(t, w, one("role "+bad, "aws/role-arn", "error", func(w *world) {
				w.change("ServiceAccount", "arn:aws:iam::123456789012:role/shop", mark+bad)
			}))
		}
		for _, good := range []string{"arn:aws-cn:iam::123456789012:role/path/to/shop", "arn:aws-us-gov:iam::123456789012:role/shop"} {
			b.add(t, w, mutation{name: "role " + good, apply: func(w *world) {
				w.change("ServiceAccount", "arn:aws:iam::123456789012:role/shop", good)
			}})
		}
		for _, bad := range []string{"arn:aws:secretsmanager:eu-west-1", "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", "arn:aws:ssm:eu-west-1:123456789012:parameter/shop"} {
			b.add(t, w, one("ARN "+bad, "aws/object-arn", "error", func(w *world) { w.holder.set("objectName", mark+bad) }))
		}
		b.add(t, w, mutation{name: "a right ARN", apply: func(w *world) {
			w.holder = w.holder.set("objectName", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf").drop("objectType")
		}})
		for _, word := range []string{"on", "y", "0123"} {
			m := one("alias "+word, "aws/yaml11-scalar", "warning", func(w *world) {
				w.entries = append(w.entries, entry{{"path", `'"x"'`}, {"objectAlias", mark + word}})
			})
			m.plain = true
			b.add(t, w, m)
		}
		b.add(t, w, mutation{name: "pod identity", apply: func(w *world) {
			w.parameter("usePodIdentity", `"true"`)
			w.change("ServiceAccount", "    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/shop\n", "")
		}})
	}
	b.check(t)
}

// TestAzure covers names and types of Key Vault objects, in one object.
func TestAzure(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.provider != "azure" {
			continue
		}
		for i, key := range w.keys() {
			for _, bad := range []string{strings.ReplaceAll(key, "-", "_"), strings.ReplaceAll(key, "-", "."), `"` + key + ` x"`, strings.Repeat("a", 128)} {
				b.add(t, w, one("objectName; "+bad, "azure/object-name", "error", func(w *world) { w.entries[i].set("objectName", mark+bad) }))
			}
			if !strings.Contains(key, ".") {
				b.add(t, w, one("no alias and underscores; "+key, "azure/object-name", "error", func(w *world) {
					w.entries[i] = w.entries[i].set("objectName", mark+strings.ReplaceAll(key, "-", "_")).drop("objectAlias")
				}))
				b.add(t, w, mutation{name: "no alias", apply: func(w *world) { w.entries[i] = w.entries[i].drop("objectAlias") }})
			} else {
				b.add(t, w, one("no alias and dots; "+key, "azure/object-name", "error", func(w *world) {
					w.entries[i] = w.entries[i].set("objectName", mark+key).drop("objectAlias")
				}))
			}
			for _, kind := range []string{"key", "cert"} {
				b.add(t, w, one("type "+kind+"; "+key, "azure/object-type", "error", func(w *world) { w.entries[i].set("objectType", mark+kind) }))
			}
			for field, value := range map[string]string{"objectEncoding": "hex", "objectFormat": "pfx"} {
				b.add(t, w, one("type key with "+field+"; "+key, "azure/object-type", "error", func(w *world) {
					w.entries[i] = w.entries[i].set("objectType", mark+"key").set(field, value)
				}))
			}
			b.add(t, w, one("versions; "+key, "azure/object-type", "error", func(w *world) { w.entries[i] = w.entries[i].set("objectVersionHistory", mark+"2") }))
			b.add(t, w, one("a pinned version; "+key, "provider/pinned-version", "info", func(w *world) { w.entries[i] = w.entries[i].set("objectVersion", mark+"0123abcd") }))
		}
		b.add(t, w, one("hyphens in the alias of a constant", "keys/constant-name", "warning", func(w *world) {
			w.entries[w.find("mx-const-Orders.ApiKey")].set("objectAlias", mark+"mx-const-Orders-ApiKey")
		}))
		b.add(t, w, one("no alias for a constant", "keys/constant-name", "warning", func(w *world) {
			i := w.find("mx-const-Orders.ApiKey")
			w.entries[i] = w.entries[i].set("objectName", mark+"mx-const-Orders-ApiKey").drop("objectAlias")
		}))
		b.add(t, w, mutation{name: "identity of the node", apply: func(w *world) {
			w.parameter("useVMManagedIdentity", `"true"`)
			w.class = strings.Replace(w.class, "    clientID: 11111111-2222-4333-8444-555555555555\n", "", 1)
		}})
	}
	b.check(t)
}
