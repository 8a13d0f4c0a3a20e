package engine_test

import (
	"slices"
	"strings"
	"testing"
)

// TestApp covers the flag, settings and secrets of the MendixApp.
func TestApp(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	const flag = "  allowOverrideSecretsWithSecretStoreCSIDriver: true\n"
	for _, w := range worlds() {
		if w.mode != "standalone" {
			continue
		}
		app := func(name, rule, severity, old, by string) {
			b.add(t, w, one(name, rule, severity, func(w *world) { w.change("MendixApp", old, by) }))
		}
		app("flag false", "app/secret-store-disabled", "error", "CSIDriver: true", "CSIDriver: "+mark+"false")
		app("flag absent", "app/secret-store-disabled", "error", "spec:\n"+flag, mark+"spec:\n")
		for _, text := range []string{"~", "off", "no"} {
			m := one("flag "+text, "app/secret-store-disabled", "error", func(w *world) { w.change("MendixApp", "CSIDriver: true", "CSIDriver: "+mark+text) })
			m.plain = true
			b.add(t, w, m)
		}
		for name, field := range map[string]string{"parameters": "  parameters:\n", "annotations": "  annotations:\n"} {
			m := one(name+" one level too far left", "manifest/unknown-field", "error", func(w *world) {
				w.change("SecretProviderClass", field, mark+strings.TrimLeft(field, " "))
			})
			m.plain = true
			b.add(t, w, m)
		}
		for _, text := range []string{`"true"`, `"false"`, "1", `"yes"`} {
			app("flag "+text, "manifest/schema", "error", "CSIDriver: true", "CSIDriver: "+mark+text)
		}
		for _, name := range append(misspellings("allowOverrideSecretsWithSecretStoreCSIDriver"), "allowOverrideSecretsWithSecretStoreCsiDriver", "allow-override-secrets-with-secret-store-csi-driver") {
			app("flag as "+name, "manifest/unknown-field", "error", flag, "  "+mark+name+": true\n")
		}
		for _, plan := range []string{"  database:\n    " + mark + "servicPlan: x\n", "  storage:\n    " + mark + "serviceplan: x\n", "  " + mark + "servicePlan: x\n", "  " + mark + "databse:\n    servicePlan: x\n"} {
			app("plan beside keys; "+plan, "manifest/unknown-field", "error", "  runtime:\n", plan+"  runtime:\n")
			b.add(t, w, one("plan for keys; "+plan, "manifest/unknown-field", "error", func(w *world) {
				half := "storage"
				if strings.Contains(plan, "datab") {
					half = "database"
				}
				w.entries = slices.DeleteFunc(w.entries, func(e entry) bool { return strings.HasPrefix(e.get(w.nameField()), half+"-") })
				w.change("MendixApp", "  runtime:\n", plan+"  runtime:\n")
			}))
		}
		b.add(t, w, one("flag under runtime", "manifest/unknown-field", "error", func(w *world) {
			w.change("MendixApp", flag, "")
			w.change("MendixApp", "  runtime:\n", "  runtime:\n    "+mark+strings.TrimLeft(flag, " "))
		}))
		for _, aside := range []string{"  annotations:\n    " + flag[2:len(flag)-5] + "\"true\"\n", "  labels:\n    " + flag[2:len(flag)-5] + "\"true\"\n"} {
			b.add(t, w, one("flag in the metadata; "+aside, "app/secret-store-disabled", "error", func(w *world) {
				w.change("MendixApp", flag, "")
				w.change("MendixApp", "spec:\n", aside+mark+"spec:\n")
			}))
		}
		b.add(t, w, one("flag beside spec", "manifest/unknown-field", "error", func(w *world) {
			w.change("MendixApp", flag, "")
			w.change("MendixApp", "spec:\n", mark+strings.TrimLeft(flag, " ")+"spec:\n")
		}))
		configuration(func(name, rule, severity, old, by string) {
			m := one(name, rule, severity, func(w *world) { w.change("MendixApp", old, by) })
			m.plain = true
			b.add(t, w, m)
		})
		for _, name := range []string{"mxAdminPassword", "debuggerPassword"} {
			app(name, "app/plaintext-secret", "warning", "  runtime:\n", "  runtime:\n    "+name+": "+mark+"c2VjcmV0\n")
		}
		app("a password among the variables", "app/plaintext-secret", "warning", "  runtime:\n", "  runtime:\n    environmentVariables:\n      - name: SMTP_PASSWORD\n        value: "+mark+"hunter2\n")
		b.add(t, w, mutation{name: "what is said about a password", apply: func(w *world) {
			w.change("MendixApp", "  runtime:\n", "  runtime:\n    environmentVariables:\n      - name: TOKEN_URL\n        value: https://x.example.com\n")
		}})
		app("an overridden constant", "app/overridden-setting", "info", "  runtime:\n", "  runtime:\n    microflowConstants:\n      Orders.ApiKey: "+mark+"\"x\"\n")
		values(app)
		b.add(t, w, one("reserved name", "manifest/schema", "warning", func(w *world) {
			w.change("ServiceAccount", "name: NAMEHERE", "name: mendix-NAMEHERE")
			w.change("SecretProviderClass", "name: NAMEHERE", "name: mendix-NAMEHERE")
			w.change("MendixApp", "name: NAMEHERE", "name: "+mark+"mendix-NAMEHERE")
		}))
	}
	b.check(t)
}

const configurationLine = `'{"com.mendix.core.SessionTimeout":"600000"}'`

func configuration(app func(name, rule, severity, old, by string)) {
	for _, text := range []string{
		`'` + mark + `[1]'`, `'` + mark + `"text"'`, `'{"a": ` + mark + `1'`, `'{"a": ` + mark + `x}'`,
		`'{"MicroflowConstants": ` + mark + `{"A.B": "1"}}'`, `'{"MicroflowConstants": "` + mark + `[1]"}'`,
	} {
		app("configuration "+text, "app/custom-configuration", "error", configurationLine, text)
	}
	for _, name := range []string{"DatabasePassword", "com.mendix.storage.s3.SecretAccessKey", "com.mendix.storage.azure.AccountKey", "EncryptionKey"} {
		app(name+" in the configuration", "app/plaintext-secret", "warning", configurationLine, `'{"`+name+`": `+mark+`"hunter2"}'`)
	}
}

// values are fields whose value the schema rejects.
func values(app func(name, rule, severity, old, by string)) {
	app("quoted replicas", "manifest/schema", "error", "replicas: 1", "replicas: "+mark+`"1"`)
	app("negative replicas", "manifest/schema", "error", "replicas: 1", "replicas: "+mark+"-1")
	app("dtapMode", "manifest/schema", "error", "dtapMode: P", "dtapMode: "+mark+"X")
	app("log level", "manifest/schema", "error", "Level: INFO", "Level: "+mark+"LOUD")

	app("runtime version as a number", "manifest/schema", "error", "10.24.3.100", mark+"10.24")
	for _, version := range []string{"latest", "1O.24.0", "10.24.0x", "10-24-0", "10..24", "10.24."} {
		app("no version; "+version, "version/unparseable", "error", "10.24.3.100", mark+version)
	}
	app("an unknown field", "manifest/unknown-field", "info", "  replicas: 1\n", "  replicas: 1\n  "+mark+"somethingNobodyKnows: 1\n")
	for _, known := range []string{"sourceURL", "replicas", "mendixRuntimeVersion", "runtime"} {
		for _, name := range misspellings(known) {
			app(known+" as "+name, "manifest/unknown-field", "error", "  "+known+":", "  "+mark+name+":")
		}
	}

}

// TestShapes covers versions, names, duplicates and unknown fields of all kinds.
func TestShapes(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	for _, w := range worlds() {
		if w.storage != "s3" {
			continue
		}
		for _, kind := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
			if *w.part(kind) == "" {
				continue
			}
			change := func(name, rule, severity, old, by string) {
				m := one(kind+": "+name, rule, severity, func(w *world) { w.change(kind, old, by) })
				m.plain = strings.HasPrefix(name, "twice")
				b.add(t, w, m)
			}
			version, _, _ := strings.Cut(strings.TrimPrefix(*w.part(kind), "apiVersion: "), "\n")
			for _, wrong := range []string{"v9", version + "x", "example.com/v1"} {
				change("version "+wrong, "manifest/api-version", "error", "apiVersion: "+version, "apiVersion: "+mark+wrong)
			}
			for _, wrong := range []string{strings.ToLower(kind), kind + "s", kind[:3] + kind[4:]} {
				change("kind "+wrong, "manifest/schema", "error", "kind: "+kind, "kind: "+mark+wrong)
			}
			change("no kind", "manifest/schema", "error", "apiVersion: "+version+"\nkind: "+kind+"\n", "apiVersion: "+mark+version+"\n")
			change("Kind", "manifest/unknown-field", "error", "kind: "+kind, mark+"Kind: "+kind)
			for _, other := range []string{"MendixApp", "ServiceAccount", "SecretProviderClass"} {
				if other != kind {
					change("kind of a "+other, "manifest/schema", "error", "kind: "+kind, "kind: "+mark+other)
				}
			}
			if kind == "SecretProviderClass" {
				change("kind of a Secret", "manifest/schema", "error", "kind: "+kind, "kind: "+mark+"Secret")
			}
			change("name of a number", "manifest/schema", "error", "name: NAMEHERE", "name: "+mark+"Not_NAMEHERE")
			change("twice the name", "manifest/duplicate-key", "error", "  name: NAMEHERE\n", "  name: NAMEHERE\n  "+mark+"name: NAMEHERE\n")
			change("twice the kind", "manifest/duplicate-key", "error", "kind: "+kind+"\n", "kind: "+kind+"\n"+mark+"kind: "+kind+"\n")
			change("twice metadata", "manifest/duplicate-key", "error", "metadata:\n", "metadata:\n  name: NAMEHERE\n"+mark+"metadata:\n")
		}
		class := func(name, rule, severity, old, by string) {
			b.add(t, w, one(name, rule, severity, func(w *world) { w.change("SecretProviderClass", old, by) }))
		}
		class("an old version", "manifest/api-version", "warning", "apiVersion: secrets-store.csi.x-k8s.io/v1", "apiVersion: "+mark+"secrets-store.csi.x-k8s.io/v1alpha1")
		for _, name := range append(misspellings("parameters"), "paramaters") {
			class("parameters as "+name, "manifest/unknown-field", "error", "  parameters:", "  "+mark+name+":")
		}
		for _, name := range misspellings("provider") {
			class("provider as "+name, "manifest/unknown-field", "error", "  provider:", "  "+mark+name+":")
		}
		class("an unknown field", "manifest/unknown-field", "error", "  provider:", "  "+mark+"somethingElse: 1\n  provider:")
		class("secretObjects within parameters", "manifest/unknown-field", "error", "    objects: ", "    "+mark+"secretObjects: []\n    objects: ")
		providers(class, &w)
		secretObjects(func(name, rule, severity, old, by string) {
			m := one(name, rule, severity, func(w *world) { w.change("SecretProviderClass", old, by) })
			m.plain = true // there, a mapping begins before its first key
			b.add(t, w, m)
		}, &w)
	}
	b.check(t)
}

func providers(class func(name, rule, severity, old, by string), w *world) {
	line := "provider: " + w.provider
	written := append([]string{strings.ToUpper(w.provider), strings.ToUpper(w.provider[:1]) + w.provider[1:], `"` + w.provider + ` "`, w.provider + "s", "\u201c" + w.provider + "\u201d", `'"` + w.provider + `"'`}, map[string][]string{
		"vault": {"valut", "hashicorp-vault"}, "aws": {"aws-secretsmanager"}, "azure": {"azrue", "azure-keyvault"},
	}[w.provider]...)
	for _, name := range append(written, `""`) {
		class("provider "+name, "provider/unsupported", "error", line, "provider: "+mark+name)
	}
	for _, name := range []string{"gcp", "akeyless", "conjur"} {
		class("provider "+name, "provider/unsupported", "info", line, "provider: "+mark+name)
	}
	class("no provider", "provider/unsupported", "error", "spec:\n  "+line+"\n", mark+"spec:\n")
}

func secretObjects(class func(name, rule, severity, old, by string), w *world) {
	with := func(name, text string) {
		class("secretObjects "+name, "provider/secret-objects", "warning", "  parameters:\n", text+"  parameters:\n")
	}
	with("of no file", "  secretObjects:\n    - secretName: a\n      type: Opaque\n      data:\n        - objectName: "+mark+"nothing\n          key: x\n")
	with("without type", "  secretObjects:\n    - "+mark+"secretName: a\n      data:\n        - objectName: database-type\n          key: x\n")
	with("without data", "  secretObjects:\n    - "+mark+"secretName: a\n      type: Opaque\n")
	with("without key", "  secretObjects:\n    - secretName: a\n      type: Opaque\n      data:\n        - "+mark+"objectName: database-type\n")
	with("of TLS", "  secretObjects:\n    - secretName: a\n      type: kubernetes.io/tls\n      data:\n        - objectName: database-type\n          key: "+mark+"ca.crt\n")
}
