# METADATA
# title: an apiVersion that no cluster serves
# description: "the API server knows no such version of the kind, or serves it for old manifests only"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [documents.apiVersion.state != served]
#   sources:
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/pull/856
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.manifest["api-version"]

import data.mxlint.lib

report contains lib.with_text(lib.finding(message, version.at), version.at, version.expected) if {
	some document in input.documents
	version := document.apiVersion
	version.state == "unserved"
	message := sprintf("apiVersion %q of %s is not served by any cluster, expected %q: no matches for kind %q in version %q", [version.value, document.kind, version.expected, document.kind, version.value])
}

report contains lib.with_text(lib.lowered(message, version.at, "warning"), version.at, version.expected) if {
	some document in input.documents
	version := document.apiVersion
	version.state == "deprecated"
	message := sprintf("apiVersion %q of %s is deprecated, expected %q: it is still served, with a warning", [version.value, document.kind, version.expected])
}
