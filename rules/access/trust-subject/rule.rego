# METADATA
# title: a trusted subject is a near miss of a ServiceAccount
# description: a trust policy or federated credential names a subject near, but not equal to, an environment's ServiceAccount
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [aws, azure]
#   needs: [access.rule == access/trust-subject]
#   sources:
#     - https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
#     - https://azure.github.io/azure-workload-identity/docs/topics/federated-identity-credential.html
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/1284
package mxlint.rules.access["trust-subject"]

import data.mxlint.lib

report contains lib.with_subject(lib.with_related(finding, related), fault.name) if {
	some fault in input.access
	fault.rule == "access/trust-subject"
	finding := lib.finding(text(fault), fault.at)
	related := [lib.related("the ServiceAccount that it nearly matches", place) | some place in fault.related]
}

text(fault) := sprintf("subject %q matches no ServiceAccount of this run, expected %s: the token exchange fails with AccessDenied (AWS) or AADSTS70021 (Azure)", [fault.name, lib.enumerated(fault.expected)])
