# METADATA
# title: a field that the API server does not know
# description: "the API server prunes fields that it does not know, so the setting is silently without effect"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [documents.unknownFields]
#   sources:
#     - https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/550
#     - https://github.com/hashicorp/vault-csi-provider/issues/110
package mxlint.rules.manifest["unknown-field"]

import data.mxlint.lib

report contains fixed(plain(document, field), field) if {
	some document in input.documents
	some field in document.unknownFields
}

fixed(report, field) := lib.with_key(report, field.at, field.nearest) if field.nearMiss

fixed(report, field) := report if not field.nearMiss

plain(document, field) := lib.finding(text(field), field.at) if meant(document, field)

plain(document, field) := lib.lowered(text(field), field.at, "info") if not meant(document, field)

# meant holds if a field was meant to have an effect: it has the name of a known one, or
# is anywhere in a class, all of which the provider reads.
meant(_, field) if field.nearest != ""

meant(_, field) if field.rightful != ""

meant(document, field) if {
	document.kind == "SecretProviderClass"
	startswith(field.at.path, "/spec/")
}

text(field) := sprintf("unknown field %q: the nearest known one is %q; %s", [field.name, field.nearest, effect(field)]) if {
	field.nearest != ""
	field.rightful == ""
}

text(field) := sprintf("field %q is in the wrong place, expected %s: %s", [field.name, place(field), effect(field)]) if {
	field.rightful != ""
	count(field.with) == 0
}

text(field) := sprintf("fields %s are in the wrong place, expected them below %s: %s", [lib.listed(array.concat([field.name], field.with)), field.under, effects]) if {
	count(field.with) > 0
}

text(field) := sprintf("unknown field %q: %s", [field.name, effect(field)]) if {
	field.nearest == ""
	field.rightful == ""
}

effect(field) := "a parameter has to be a string, so the API server refuses it" if startswith(field.at.path, "/spec/parameters/")

effect(field) := "the API server drops it, so it has no effect" if not startswith(field.at.path, "/spec/parameters/")

place(field) := field.rightful if field.rightful != field.name

place(field) := "it at the top level" if field.rightful == field.name

effects := "the API server drops them, so they have no effect"
