# METADATA
# title: the connection to Vault is not protected
# description: "tokens and secrets travel without TLS, or to a server whose certificate is not checked"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   needs: [provider == vault]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
package mxlint.rules.vault["insecure-transport"]

import data.mxlint.lib

report contains lib.finding(message, parameter.at) if {
	input.provider == "vault"
	parameter := input.resources.secretProviderClass.parameters.vaultSkipTLSVerify
	not parameter.unknown
	parameter.key == "vaultSkipTLSVerify" # a misspelled one has no effect
	parameter.value in lib.true_words
	message := sprintf("vaultSkipTLSVerify is %q: the certificate of Vault is not checked, so anyone in between can read the secrets", [parameter.value])
}

report contains lib.finding(message, parameter.at) if {
	input.provider == "vault"
	parameter := plain
	not local(host(parameter.value))
	message := sprintf("vaultAddress %q leaves the cluster without TLS, expected \"https://\": tokens and secrets can be read in transit", [shown(parameter.value)])
}

report contains lib.lowered(message, parameter.at, "info") if {
	input.provider == "vault"
	parameter := plain
	local(host(parameter.value))
	message := sprintf("vaultAddress %q has no TLS, which may be intended within the cluster", [shown(parameter.value)])
}

plain := parameter if {
	parameter := input.resources.secretProviderClass.parameters.vaultAddress
	not parameter.unknown
	startswith(lower(parameter.value), "http://")
	not malformed(parameter)
}

# What is not a URL has no host, and is reported by itself.
malformed(parameter) if {
	some problem in input.problems
	problem.kind == "parameter"
	problem.at == parameter.at
}

# An address may contain a login, which must not be shown.
shown(address) := regex.replace(address, `//[^/@]*@`, "//")

host(address) := trim_suffix(regex.replace(trim_prefix(lower(shown(address)), "http://"), `(:[0-9]*)?([/?#].*)?$`, ""), ".")

# Names that only the pod itself, or the DNS of the cluster, resolves: SERVICE,
# SERVICE.NAMESPACE and SERVICE.NAMESPACE.svc with any domain after it.
local(name) if name == "[::1]"

local(name) if startswith(name, "127.")

local(name) if endswith(name, ".cluster.local")

local(name) if {
	not contains(name, ".")
	not startswith(name, "[")
}

local(name) if "svc" in array.slice(split(name, "."), 2, 4)

local(name) if {
	parts := split(name, ".")
	count(parts) == 2
	count(parts[1]) > 2 # otherwise a country
	not parts[1] in domains
}

# The last labels of hosts outside the cluster; a name of two labels could be either.
domains := {
	"com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "name",
	"app", "cloud", "dev", "company", "online", "site", "systems", "tech",
	"internal", "intern", "intra", "intranet", "private", "corp", "lan", "home", "local", "localdomain",
	"example", "test", "invalid",
}
