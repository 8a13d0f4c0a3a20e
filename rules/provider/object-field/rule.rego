# METADATA
# title: a field of an object is missing or invalid
# description: the provider refuses the mount because of one field of one entry
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [problems.kind == object-field]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.provider["object-field"]

import data.mxlint.lib

report contains fixed(lib.weighed(problem, text(problem)), problem) if {
	some problem in input.problems
	problem.kind == "object-field"
}

text(problem) := sprintf("field %q is missing%s%s", [problem.name, lib.expected(problem), lib.says(problem)]) if {
	problem.fault == "missing"
	count(problem.with) == 0
}

text(problem) := sprintf("fields %s are missing%s", [lib.listed(array.concat([problem.name], problem.with)), lib.says(problem)]) if {
	problem.fault == "missing"
	count(problem.with) > 0
}

text(problem) := sprintf("field %q is empty%s%s", [problem.name, lib.expected(problem), lib.says(problem)]) if problem.fault == "empty"

text(problem) := sprintf("field %q is %s%s%s", [problem.name, written(problem), lib.expected(problem), lib.says(problem)]) if {
	not problem.fault in {"missing", "empty"}
}

written(problem) := sprintf("%q", [problem.text]) if problem.text != ""

written(problem) := "of a type that the provider cannot decode" if problem.text == ""

fixed(report, problem) := lib.with_text(report, problem.at, problem.nearest) if {
	problem.fault == "form"
	problem.nearest != ""
}

# vault reads a number, for which four octal digits are equivalent.
else := lib.with_fix(report, "write it without quotes", [lib.set_plain(problem.at, problem.text)]) if {
	input.provider == "vault"
	problem.name == "filePermission"
	problem.fault == "type"
	regex.match(`^0[0-7]{3}$`, problem.text)
}

else := lib.with_guess(report, sprintf("add %s: %s", [problem.name, value]), [lib.insert(problem.at, [[problem.name, value]])]) if {
	problem.fault == "missing"
	count(problem.with) == 0
	value := usual(problem)
}

else := report

# usual is what a field has in nearly every class, or in the rest of this one.
usual(problem) := {"aws": "secretsmanager", "azure": "secret"}[input.provider] if problem.name == "objectType"

usual(problem) := path if {
	problem.name == "secretPath"
	paths := {field.value |
		some object in input.objects
		field := object.fields.secretPath
		field.value != ""
		not field.unknown
	}
	count(paths) == 1
	some path in paths
}

# The key that the path reads, if Mendix reads such names.
usual(problem) := problem.nearest if {
	problem.name == "objectAlias"
	regex.match(`^(database|storage|mx)-`, problem.nearest)
}

# The secret is called the same as the alias, as far as Key Vault allows.
usual(problem) := lib.hyphens(alias.value) if {
	input.provider == "azure"
	problem.name == "objectName"
	some object in input.objects
	object.at == problem.at
	alias := object.fields.objectAlias
	alias.value != ""
	not alias.unknown
}
