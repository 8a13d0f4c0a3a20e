# The environment annotations of the Operator, as findings and fixes, and those that
# name identities.
package mxlint.lib

# annotation_finding reports that a resource lacks its environment annotation, and what
# the Operator does then.
annotation_finding(resource, key, consequence) := with_fix(finding(sprintf("%s: %s", [text, consequence]), mark.at), "set the annotation", set_annotation(resource, mark, key)) if {
	mark := resource.mark
	text := unmarked(mark, key)
}

unmarked(mark, key) := sprintf("annotation %q is missing, expected \"true\"", [key]) if mark.state == "absent"

unmarked(mark, key) := sprintf("annotation %q is %q, expected \"true\"", [key, mark.value]) if mark.state == "wrong"

unmarked(mark, key) := sprintf("annotation %q is not known, expected %q", [mark.key, key]) if mark.state == "near"

unmarked(mark, key) := sprintf("%q is a label, expected an annotation %q", [mark.key, key]) if mark.state == "label"

set_annotation(_, mark, _) := [set_text(mark.at, "true")] if mark.state == "wrong"

set_annotation(_, mark, key) := [rename(mark.at, key), set_text(as_value(mark.at), "true")] if mark.state == "near"

set_annotation(resource, mark, key) := [insert(annotations(resource), [[key, "true"]])] if mark.state in {"absent", "label"}

# identity_text says that a ServiceAccount lacks the annotation that names its identity,
# and the consequence.
identity_text(mark, key, consequence) := sprintf("annotation %q is missing on the ServiceAccount: %s", [key, consequence]) if mark.state == "absent"

identity_text(mark, key, consequence) := sprintf("annotation %q is not read, expected %q: %s", [mark.key, key, consequence]) if mark.state == "near"

identity_text(mark, key, consequence) := sprintf("%q is a label, expected an annotation %q: %s", [mark.key, key, consequence]) if mark.state == "label"
