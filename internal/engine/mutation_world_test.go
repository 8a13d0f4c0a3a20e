package engine_test

import (
	"fmt"
	"slices"
	"strings"
)

// mark precedes the scalar where a finding is expected; marks for further findings are
// the runes that follow it. They are removed when an environment is written, and their
// places recorded.
const mark = "\ue000"

// field is a key of an object, with its value as YAML source.
type field struct{ key, value string }

// entry is what mounts one file: a vault object, a jmesPath entry of aws, an
// azure string.
type entry []field

// world is an environment in parts, so that one of them can be changed.
type world struct {
	provider, mode, storage, login string
	named                          bool // the namespace is written

	name, namespace string
	app             string
	account         string
	class           string // with objectsHere in place of `objects`
	entries         []entry
	holder          entry  // the aws object around the entries
	raw             string // replaces what the entries generate
	operator        string // Deployment of the Operator, next to the environment
	more            []string
	form            string
	layout          string
}

const objectsHere = "OBJECTS-HERE"

// worlds are the clean environments that mutations start from.
func worlds() []world {
	var all []world
	for _, provider := range []string{"vault", "aws", "azure"} {
		for _, mode := range []string{"standalone", "connected"} {
			for _, storage := range []string{"s3", "azure"} {
				for _, login := range []string{"password", "identity"} {
					all = append(all, newWorld(provider, mode, storage, login, len(all)%3 != 0))
				}
			}
		}
	}
	return all
}

func newWorld(provider, mode, storage, login string, named bool) world {
	w := world{provider: provider, mode: mode, storage: storage, login: login, named: named, name: "NAMEHERE", namespace: "SPACEHERE"}
	w.app = w.head("privatecloud.mendix.com/v1alpha1", "MendixApp", nil) + `spec:
  allowOverrideSecretsWithSecretStoreCSIDriver: true
  mendixRuntimeVersion: 10.24.3.100
  sourceURL: oci-image://registry.example.com/shop:1.0.0
  replicas: 1
  runtime:
    dtapMode: P
    logAutosubscribeLevel: INFO
    customConfiguration: '{"com.mendix.core.SessionTimeout":"600000"}'
`
	identities := []string{`privatecloud.mendix.com/environment-account: "true"`}
	if provider == "aws" || login == "identity" && storage == "s3" {
		identities = append(identities, "eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/shop")
	}
	if provider == "azure" || login == "identity" && provider == "vault" && storage == "azure" {
		identities = append(identities, "azure.workload.identity/client-id: 11111111-2222-4333-8444-555555555555")
	}
	w.account = w.head("v1", "ServiceAccount", identities)
	w.class = w.head("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass", []string{`privatecloud.mendix.com/environment-class: "true"`}) +
		"spec:\n  provider: " + provider + "\n  parameters:\n" + parameters[provider] + "    objects: " + objectsHere + "\n"
	w.holder = entry{{"objectName", "shop/NAMEHERE"}, {"objectType", "secretsmanager"}}
	for _, key := range w.keys() {
		w.entries = append(w.entries, w.entry(key))
	}
	if mode == "connected" {
		w.app = ""
	}
	return w
}

var parameters = map[string]string{
	"vault": "    vaultAddress: https://vault.example.com:8200\n    roleName: shop\n    vaultSkipTLSVerify: \"false\"\n",
	"aws":   "    region: eu-west-1\n",
	"azure": "    keyvaultName: kv-shop\n    clientID: 11111111-2222-4333-8444-555555555555\n    tenantID: 99999999-2222-4333-8444-555555555555\n",
}

func (w *world) head(version, kind string, annotations []string) string {
	text := fmt.Sprintf("apiVersion: %s\nkind: %s\nmetadata:\n  name: %s\n", version, kind, w.name)
	if w.named {
		text += "  namespace: " + w.namespace + "\n"
	}
	if len(annotations) > 0 {
		text += "  annotations:\n    " + strings.Join(annotations, "\n    ") + "\n"
	}
	return text
}

// keys returns the Mendix keys that a clean environment mounts.
func (w *world) keys() []string {
	keys := []string{"database-type", "database-jdbc-url", "database-host", "database-name", "database-username"}
	if w.login == "password" {
		keys = append(keys, "database-password")
	}
	keys = append(keys, "storage-service-name")
	switch w.storage + " " + w.login {
	case "s3 password":
		keys = append(keys, "storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key")
	case "s3 identity":
		keys = append(keys, "storage-endpoint", "storage-bucket-name")
	case "azure password":
		keys = append(keys, "storage-azure-account-name", "storage-azure-account-key", "storage-azure-container", "storage-azure-use-https")
	case "azure identity":
		keys = append(keys, "storage-azure-container", "storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential")
	}
	return append(keys, "storage-perform-delete", "mx-admin-password", "mx-const-Orders.ApiKey", "mx-runtime-com.mendix.storage.s3.EncryptionKeys")
}

// entry mounts a key as documented.
func (w *world) entry(key string) entry {
	switch w.provider {
	case "vault":
		return entry{{"objectName", key}, {"secretKey", key}, {"secretPath", "secret/data/shop/" + strings.SplitN(key, "-", 2)[0]}}
	case "aws":
		return entry{{"path", `'"` + key + `"'`}, {"objectAlias", key}}
	}
	return entry{{"objectName", strings.ReplaceAll(key, ".", "-")}, {"objectType", "secret"}, {"objectAlias", key}}
}

// nameField returns the field that names the mounted file.
func (w *world) nameField() string {
	if w.provider == "vault" {
		return "objectName"
	}
	return "objectAlias"
}

func (w *world) clone() *world {
	c := *w
	c.entries = make([]entry, len(w.entries))
	for i := range w.entries {
		c.entries[i] = slices.Clone(w.entries[i])
	}
	c.holder, c.more = slices.Clone(w.holder), slices.Clone(w.more)
	return &c
}

// find returns the index of the entry that mounts a key.
func (w *world) find(key string) int {
	return slices.IndexFunc(w.entries, func(e entry) bool { return e.get(w.nameField()) == key })
}

func (e entry) get(key string) string {
	for _, f := range e {
		if f.key == key {
			return f.value
		}
	}
	return ""
}

func (e entry) set(key, value string) entry {
	for i := range e {
		if e[i].key == key {
			e[i].value = value
			return e
		}
	}
	return append(e, field{key, value})
}

func (e entry) drop(key string) entry {
	return slices.DeleteFunc(e, func(f field) bool { return f.key == key })
}

// rename gives a field another key, which may contain the mark.
func (e entry) rename(key, to string) entry {
	for i := range e {
		if e[i].key == key {
			e[i].key = to
		}
	}
	return e
}
