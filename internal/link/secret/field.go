package secret

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// maskedFields have values that may be secret, whatever they are called.
var maskedFields = map[string]bool{
	"customConfiguration": true, "microflowConstants": true, "mxAdminPassword": true, "debuggerPassword": true,
	"environmentVariables": true, "clientCertificates": true, "key": true, "certificate": true, "jettyOptions": true,
	"runtimeLicense": true,
}

// IsMasked reports whether the value of a name must not be shown.
func IsMasked(kind, name string) bool {
	switch {
	case name == "":
		return false
	case name == "kubectl.kubernetes.io/last-applied-configuration":
		return true // a copy of the whole object
	case kind == class && name == "secretArgs":
		return true
	case kind == app && meansMasked(name):
		return true
	}
	return looksSecret(name) && !storeWords[name] && (kind != class || !misspellsStoreWord(name))
}

// misspellsStoreWord reports whether a name is a misspelling of a field that names a
// place in the store. Its value is the name of a Mendix key, which other messages need.
func misspellsStoreWord(name string) bool {
	letters := spelling.Letters(name)
	for _, word := range []string{"secretkey", "secretpath", "secretname", "secretobjects"} {
		if spelling.Distance(letters, word) <= spelling.MaxEdits(word) {
			return true
		}
	}
	return false
}

// meansMasked reports whether a field of a MendixApp is one whose values may be secret,
// or a misspelling of one.
func meansMasked(name string) bool {
	if maskedFields[name] {
		return true
	}
	if storeWords[name] || len(name) < 3 {
		return false
	}
	for field := range maskedFields {
		if diff := len(field) - len(name); diff < -2 || diff > 2 {
			continue
		}
		if strings.EqualFold(field, name) || spelling.Distance(strings.ToLower(field), strings.ToLower(name)) <= spelling.MaxEdits(field) {
			return true
		}
	}
	return false
}

// storeWords look secret but are places in the store, which are not.
var storeWords = map[string]bool{
	"secretKey": true, "secretPath": true, "secretName": true, "secretObjects": true, "secretArgs": true,
	"secretKeyRef": true, "imagePullSecrets": true, "secrets": true, "nodePublishSecretRef": true,
	"allowOverrideSecretsWithSecretStoreCSIDriver": true,
}

// isEnvironmentName keeps the names of environment variables readable.
func isEnvironmentName(name string) bool { return name == "name" }
