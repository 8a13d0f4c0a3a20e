# METADATA
# title: one resource is defined twice
# description: "two manifests of equal kind, name and namespace become one object: the one applied last wins"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [documents.twin]
#   sources:
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/1449
package mxlint.rules.manifest["duplicate-resource"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, document.at), [lib.related("the first one", document.twin.at)]) if {
	some document in input.documents
	document.twin
	message := sprintf("%s %q is defined twice%s: the one that is applied last overwrites the other", [document.kind, document.name, where(document.twin.namespace)])
}

where(namespace) := sprintf(" in namespace %q", [namespace]) if namespace != ""

where("") := " in this folder"
