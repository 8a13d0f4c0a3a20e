# METADATA
# title: the auth mount is given twice or with its prefix
# description: "the provider expects the mount without a prefix, in one of two parameters"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   providers: [vault]
#   needs: [provider == vault]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
package mxlint.rules.vault["auth-mount"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, second.at), [lib.related("the other one", first.at)]) if {
	input.provider == "vault"
	first := input.resources.secretProviderClass.parameters.vaultAuthMountPath
	second := input.resources.secretProviderClass.parameters.vaultKubernetesMountPath
	first.key == "vaultAuthMountPath" # if misspelled, neither is read
	second.key == "vaultKubernetesMountPath"
	message := sprintf("parameter %q is set together with %q, expected one of them: the provider refuses both together", [second.key, first.key])
}

report contains lib.with_guess(lib.lowered(message, parameter.at, "warning"), sprintf("write %q", [mount]), [lib.set_text(parameter.at, mount)]) if {
	input.provider == "vault"
	some name in ["vaultAuthMountPath", "vaultKubernetesMountPath"]
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.unknown
	path := trim(parameter.value, "/")
	startswith(path, "auth/")
	mount := trim(trim_prefix(path, "auth/"), "/")
	message := sprintf("parameter %q is %q, expected the mount alone, %q: the provider puts auth/ before it, and Vault answers 403 permission denied", [parameter.key, parameter.value, mount])
}
