# METADATA
# title: the connection to Vault is not protected
# description: "tokens and secrets travel without TLS, or to a server whose certificate is not checked"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
package mxlint.rules.vault["insecure-transport"]

import data.mxlint.lib

report contains lib.finding(message, parameter.at) if {
	input.provider == "vault"
	parameter := input.resources.secretProviderClass.parameters.vaultSkipTLSVerify
	not parameter.unknown
	parameter.value in lib.true_words
	message := sprintf("vaultSkipTLSVerify is %q: the certificate of the store is not checked", [parameter.value])
}

report contains lib.finding(message, parameter.at) if {
	input.provider == "vault"
	parameter := input.resources.secretProviderClass.parameters.vaultAddress
	startswith(lower(parameter.value), "http://")
	not parameter.unknown
	not inside(parameter.value)
	message := sprintf("vaultAddress %q is not encrypted and leaves the cluster, expected https://", [parameter.value])
}

report contains lib.lowered(message, parameter.at, "info") if {
	input.provider == "vault"
	parameter := input.resources.secretProviderClass.parameters.vaultAddress
	startswith(lower(parameter.value), "http://")
	not parameter.unknown
	inside(parameter.value)
	message := sprintf("vaultAddress %q is not encrypted; within the cluster that may be meant", [parameter.value])
}

# Names that only the cluster's own DNS, or the pod itself, resolves.
inside(address) if {
	host := regex.replace(lower(trim_prefix(lower(address), "http://")), `[:/?].*$`, "")
	local(host)
}

local(host) if not contains(host, ".")

local(host) if contains(host, ".svc")

local(host) if endswith(host, ".cluster.local")

local(host) if startswith(host, "127.")
