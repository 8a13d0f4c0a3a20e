# METADATA
# title: objects does not decode as the provider decodes it
# description: "each provider reads objects in a form of its own; another form, or no entry at all, fails the mount"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://github.com/hashicorp/vault-csi-provider/issues/195
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/77
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/673
package mxlint.rules.provider["objects-shape"]

import data.mxlint.lib

report contains lib.weighed(problem, text(problem)) if {
	some problem in input.problems
	problem.kind == "objects-shape"
}

text(problem) := sprintf("objects is no YAML as provider %s reads it%s", [input.provider, lib.says(problem)]) if problem.fault == "syntax"

text(problem) := sprintf("objects has the form of provider %s, while provider %s expects %s%s", [problem.provider, input.provider, problem.expected, lib.says(problem)]) if problem.fault == "foreign"

text(problem) := sprintf("objects yields nothing to mount%s%s", [lib.expected(problem), lib.says(problem)]) if problem.fault == "no-object"

text(problem) := sprintf("an entry of objects is empty%s", [lib.says(problem)]) if problem.fault == "null-entry"

text(problem) := sprintf("key %q stands twice in one entry of objects%s", [problem.name, lib.says(problem)]) if problem.fault == "duplicate"

text(problem) := sprintf("objects holds a second YAML document%s: the provider reads only the first", [lib.says(problem)]) if problem.fault == "document"

text(problem) := sprintf("objects does not have the form that provider %s decodes%s%s", [input.provider, lib.expected(problem), lib.says(problem)]) if {
	not problem.fault in {"syntax", "foreign", "no-object", "null-entry", "duplicate", "document"}
}
