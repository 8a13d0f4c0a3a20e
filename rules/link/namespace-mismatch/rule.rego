# METADATA
# title: resources of one name are in different namespaces
# description: the pod looks for its ServiceAccount and SecretProviderClass in its own namespace only
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [links.state == mismatch]
#   sources:
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/304
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/216
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.link["namespace-mismatch"]

import data.mxlint.lib

report contains lib.with_guess(found, sprintf("write namespace %q", [link.wanted]), [lib.set_text(link.at, link.wanted)]) if {
	some link in input.links
	link.state == "mismatch"
	message := sprintf("namespace %q of %s %q differs from %q, the namespace of the %s: app, account and class must be in one namespace, or the mount fails with \"not found\"", [link.namespace, link.odd, input.name, link.wanted, link.otherKind])
	found := lib.with_related(lib.finding(message, link.at), [lib.related(sprintf("namespace of the %s", [link.otherKind]), link.other)])
}
