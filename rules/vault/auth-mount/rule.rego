# METADATA
# title: the auth mount is given twice or with its prefix
# description: "the provider takes the mount alone, by one of two parameters"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
package mxlint.rules.vault["auth-mount"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, second.keyAt), [lib.related("the other one", first.keyAt)]) if {
	input.provider == "vault"
	first := input.resources.secretProviderClass.parameters.vaultAuthMountPath
	second := input.resources.secretProviderClass.parameters.vaultKubernetesMountPath
	message := "vaultKubernetesMountPath stands beside vaultAuthMountPath, expected one of them: the provider refuses both together"
}

report contains lib.lowered(message, parameter.at, "warning") if {
	input.provider == "vault"
	some name in ["vaultAuthMountPath", "vaultKubernetesMountPath"]
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.unknown
	startswith(trim_left(parameter.value, "/"), "auth/")
	message := sprintf("%s %q begins with \"auth/\", expected the mount alone, %q: the provider puts auth/ before it", [name, parameter.value, trim_prefix(trim_left(parameter.value, "/"), "auth/")])
}
