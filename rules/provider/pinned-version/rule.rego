# METADATA
# title: the version of an object is pinned
# description: rotation does not reach a pinned version
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   needs: [objects.pinned]
#   sources:
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/372
package mxlint.rules.provider["pinned-version"]

import data.mxlint.lib

report contains lib.finding(message, field.at) if {
	some object in input.objects
	object.pinned
	some name in ["objectVersion", "objectVersionLabel"]
	field := object.fields[name]
	field.value != ""
	not field.unknown
	not field.value in {"AWSCURRENT", "latest"}
	message := sprintf("%s %q pins the version: a rotated secret does not reach the app", [name, field.value])
}

report contains lib.finding(message, object.fields.secretPath.at) if {
	some object in input.objects
	object.pinned
	object.vault.version != ""
	object.vault.version != "0"
	not object.vault.unknown
	message := sprintf("secretPath %q pins version %s: a rotated secret does not reach the app", [object.vault.raw, object.vault.version])
}
