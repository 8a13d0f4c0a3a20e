# METADATA
# title: a Vault policy names the secret without granting read
# description: a policy beside the manifests names a secret that a class reads, but no policy grants read on it
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
	finding := lib.finding(text(fault), fault.at)
	related := [lib.related("the class reads this path", place) | some place in fault.related]
}

text(fault) := sprintf("policy path %q denies %s, which wins over every policy that grants it: %s", [fault.name, lib.enumerated(fault.expected), consequence]) if fault.reason == "denied"

text(fault) := sprintf("policy path %q %s, expected \"read\" for the secretPath %s: %s", [fault.name, granted(fault), lib.enumerated(fault.expected), consequence]) if fault.reason == "no-read"

text(fault) := sprintf("policy path %q is in a file that cannot be parsed (%s): what it grants is not checked, and no other policy grants read on %s", [fault.name, fault.says, lib.enumerated(fault.expected)]) if fault.reason == "unreadable"

text(fault) := sprintf("policy path %q does not cover the secretPath %s, and no other policy grants read on it: %s", [fault.name, lib.enumerated(fault.expected), consequence]) if fault.reason == "other-path"

granted(fault) := "has no capabilities" if fault.says == ""

granted(fault) := sprintf("has only %s", [fault.says]) if fault.says != ""

consequence := "the mount fails with 403 permission denied"
