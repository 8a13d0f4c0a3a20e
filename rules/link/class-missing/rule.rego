# METADATA
# title: no SecretProviderClass has the name of the environment
# description: "the Operator mounts the SecretProviderClass of the app's own name; without one there are no credentials"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [links.state == missing]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/263
package mxlint.rules.link["class-missing"]

import data.mxlint.lib

report contains lib.with_name(lib.with_related(lib.finding(message, link.at), lib.candidate_place(link)), link) if {
	input.resources.app.secretStore == "true"
	some link in missing
	message := sprintf("there is no SecretProviderClass %q%s%s: the MendixApp reads its credentials from it, and the mount fails with \"failed to get secretproviderclass ... not found\"", [input.name, lib.in_namespace, lib.candidate(link)])
}

report contains lib.with_name(lib.with_related(lib.lowered(message, link.at, "warning"), lib.candidate_place(link)), link) if {
	input.mode == "connected"
	not input.orphan
	some link in missing
	message := sprintf("there is no SecretProviderClass %q%s%s: the annotated ServiceAccount is of no use without it", [input.name, lib.in_namespace, lib.candidate(link)])
}

missing contains link if {
	some link in input.links
	link.kind == "SecretProviderClass"
	link.state == "missing"
}
