# METADATA
# title: a key appears twice in one mapping
# description: "kubectl keeps the last of two equal keys, other readers the first, and neither says so"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [documents.duplicates]
#   sources:
#     - https://github.com/kubernetes-sigs/kustomize/issues/3480
#     - https://yaml.org/spec/1.2.2/#3213-node-comparison
package mxlint.rules.manifest["duplicate-key"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(text(duplicate), duplicate.at), [lib.related("the first one", duplicate.first)]) if {
	some document in input.documents
	some duplicate in document.duplicates
}

text(duplicate) := sprintf("key %q appears twice in one mapping%s: kubectl keeps the last one, other readers the first", [duplicate.key, addition(duplicate)]) if {
	not duplicate.joined
	count(duplicate.with) == 0
}

text(duplicate) := sprintf("keys %s appear twice in one mapping: kubectl keeps the last ones, other readers the first", [lib.listed(array.concat([duplicate.key], duplicate.with))]) if {
	not duplicate.joined
	count(duplicate.with) > 0
}

text(duplicate) := sprintf("two resources are in one document, since key %q appears twice, expected a line --- between them: kubectl keeps the last value of each key", [duplicate.key]) if duplicate.joined

addition(duplicate) := ", with one value" if duplicate.same

addition(duplicate) := ", with different values" if not duplicate.same
