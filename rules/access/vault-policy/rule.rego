# METADATA
# title: a Vault policy names the secret without granting read
# description: a policy beside the manifests is about a secret that a class reads, and no policy lets it be read
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   needs: [access.rule == access/vault-policy]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/concepts/policies
#     - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2/upgrade
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/338
package mxlint.rules.access["vault-policy"]

import data.mxlint.lib

report contains lib.with_subject(lib.with_related(finding, related), fault.name) if {
	some fault in input.access
	fault.rule == "access/vault-policy"
	finding := lib.finding(fault.message, fault.at)
	related := [lib.related("the class reads this path", place) | some place in fault.related]
}
