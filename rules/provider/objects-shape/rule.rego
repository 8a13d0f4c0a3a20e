# METADATA
# title: objects does not have the form that the provider expects
# description: "each provider expects its own form of objects; another form, or no entry at all, fails the mount"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   hides: objects
#   needs: [problems.kind == objects-shape]
#   sources:
#     - https://github.com/hashicorp/vault-csi-provider/issues/195
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/77
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/673
package mxlint.rules.provider["objects-shape"]

import data.mxlint.lib

report contains fixed(lib.weighed(problem, text(problem)), problem) if {
	some problem in input.problems
	problem.kind == "objects-shape"
}

text(problem) := sprintf("objects is not valid YAML for provider %q%s", [input.provider, lib.says(problem)]) if problem.fault == "syntax"

text(problem) := sprintf("objects has the form of provider %q, while provider %q expects %s%s", [problem.provider, input.provider, problem.expected, lib.says(problem)]) if {
	problem.fault == "foreign"
	not mistaken
}

text(problem) := sprintf("objects and the parameters beside it are those of provider %q, while provider is %q%s", [problem.provider, class.provider, lib.says(problem)]) if {
	problem.fault == "foreign"
	mistaken
}

text(problem) := sprintf("key %q of objects is not read%s%s", [problem.text, lib.nearest(problem), lib.says(problem)]) if {
	problem.fault == "no-object"
	problem.nearest != ""
}

text(problem) := sprintf("objects yields nothing to mount%s%s", [lib.expected(problem), lib.says(problem)]) if {
	problem.fault == "no-object"
	problem.nearest == ""
}

text(problem) := sprintf("an entry of objects is empty%s", [lib.says(problem)]) if problem.fault == "null-entry"

text(problem) := sprintf("key %q appears twice in one mapping of objects%s", [problem.text, lib.says(problem)]) if problem.fault == "duplicate"

text(problem) := sprintf("objects holds a second YAML document%s", [lib.says(problem)]) if problem.fault == "document"

text(problem) := sprintf("objects does not have the form that provider %q decodes%s%s", [input.provider, lib.expected(problem), lib.says(problem)]) if {
	not problem.fault in {"syntax", "foreign", "no-object", "null-entry", "duplicate", "document"}
}

fixed(report, problem) := lib.with_guess(lib.with_related(report, [lib.related("the provider", class.providerAt)]), sprintf("write %q as the provider", [problem.provider]), [lib.set_text(class.providerAt, problem.provider)]) if renamed(problem)

else := lib.with_fix(report, sprintf("write it in the form of provider %q", [input.provider]), [lib.set_whole_text(at, problem.mended)]) if {
	problem.mended != ""
	at := class.parameters.objects.at
}

else := lib.with_key(report, problem.at, problem.nearest) if problem.nearest != ""

else := report

class := input.resources.secretProviderClass

# mistaken: another provider reads everything that is written.
mistaken if {
	class.providerState == "known"
	class.providerNearest != ""
}

renamed(problem) if {
	problem.fault == "foreign"
	mistaken
}
