# METADATA
# title: the version of an object is pinned
# description: rotation does not reach a pinned version
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   needs: [objects.pinnedBy]
#   sources:
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/372
package mxlint.rules.provider["pinned-version"]

import data.mxlint.lib

report contains lib.finding(message, field.at) if {
	some object in input.objects
	some name in object.pinnedBy
	field := object.fields[name]
	message := sprintf("%s: a rotated secret does not reach the app", [text(name, field.value, object)])
}

text("secretPath", path, object) := sprintf("secretPath %q pins version %s", [path, object.vault.version])

text(name, version, _) := sprintf("%s %q pins the version", [name, version]) if name != "secretPath"
