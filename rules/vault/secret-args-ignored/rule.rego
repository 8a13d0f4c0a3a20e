# METADATA
# title: secretArgs are never sent
# description: "within one mount the provider answers from a cache by path and method, so other arguments have no effect"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   needs: [provider == vault, objects.vault.args]
#   sources:
#     - https://github.com/hashicorp/vault-csi-provider
package mxlint.rules.vault["secret-args-ignored"]

import data.mxlint.lib

# Only the first one that differs: it explains the rest.
report contains lib.with_related(lib.finding(message(second), at(second)), [lib.related("the earlier object", at(first))]) if {
	input.provider == "vault"
	given
	some request in {[object.vault.raw, object.vault.method] | some object in input.objects}
	asked := [object |
		some object in input.objects
		[object.vault.raw, object.vault.method] == request
		not object.vault.argsUnknown
	]
	first := asked[0]
	not first.vault.unknown
	second := [object | some object in asked; object.vault.args != first.vault.args][0]
}

# Without secretArgs in the class there is nothing to compare.
given if {
	some object in input.objects
	object.vault.args != ""
}

message(object) := sprintf("secretArgs of %q differ from those of an earlier object with the same path and method: the provider answers from its cache, and these are never sent", [object.vault.raw]) if object.vault.args != ""

message(object) := sprintf("%q has no secretArgs, unlike an earlier object with the same path and method: the provider answers from its cache, with the response to that request", [object.vault.raw]) if object.vault.args == ""

at(object) := object.fields.secretArgs.at if object.fields.secretArgs

at(object) := object.at if not object.fields.secretArgs
