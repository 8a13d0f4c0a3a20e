# METADATA
# title: the SecretProviderClass lacks the annotation of an environment class
# description: "the Operator uses only classes that carry privatecloud.mendix.com/environment-class: \"true\""
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [resources.secretProviderClass.mark.state != ok]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.link["class-annotation"]

import data.mxlint.lib

report contains lib.with_fix(lib.finding(message, mark.at), title, ops) if {
	resource := input.resources.secretProviderClass
	mark := resource.mark
	message := text(mark)
	title := "set the annotation"
	ops := mend(resource, mark)
}

key := "privatecloud.mendix.com/environment-class"

text(mark) := sprintf("annotation %q is missing, expected \"true\": the Operator does not use the class", [key]) if mark.state == "absent"

text(mark) := sprintf("annotation %q is %q, expected \"true\": the Operator does not use the class", [key, mark.value]) if mark.state == "wrong"

text(mark) := sprintf("annotation %q is not known, expected %q: the Operator does not use the class", [mark.key, key]) if mark.state == "near"

text(mark) := sprintf("%q is a label, expected an annotation %q: the Operator does not use the class", [mark.key, key]) if mark.state == "label"

mend(_, mark) := [lib.set_text(mark.at, "true")] if mark.state == "wrong"

mend(_, mark) := [lib.rename(mark.at, key), lib.set_text(lib.as_value(mark.at), "true")] if mark.state == "near"

mend(resource, mark) := [lib.insert(lib.annotations(resource), [[key, "true"]])] if mark.state in {"absent", "label"}
