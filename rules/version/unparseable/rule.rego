# METADATA
# title: a version cannot be parsed
# description: versions are numbers separated by dots; anything else cannot be compared
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [versions.runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/private-cloud-operator/
package mxlint.rules.version.unparseable

import data.mxlint.lib

report contains lib.finding(message, input.versions.runtime.at) if {
	input.versions.runtime.numbers == []
	message := sprintf("mendixRuntimeVersion %q is not a version, expected numbers such as \"10.12.0.12345\"", [input.versions.runtime.text])
}
