# METADATA
# title: a document cannot be read
# description: "a document is not valid YAML or JSON, not a mapping, or exceeds a limit; nothing in it is checked"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [broken]
#   sources:
#     - https://yaml.org/spec/1.2.2/
package mxlint.rules.manifest.syntax

import data.mxlint.lib

report contains lib.finding(message, fault.at) if {
	some fault in input.broken
	not fault.unrendered
	message := text(fault)
}

text(fault) := fault.message if fault.rendering

text(fault) := sprintf("this document cannot be read: %s; nothing in it was checked%s", [fault.message, source(fault)]) if not fault.rendering

source(fault) := sprintf(" (rendered from %q)", [fault.source]) if fault.source != ""

source(fault) := "" if fault.source == ""
