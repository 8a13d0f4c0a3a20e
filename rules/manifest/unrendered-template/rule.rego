# METADATA
# title: a template was not rendered
# description: "a document, chart or kustomization contains unrendered template syntax, so it was not checked"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   sources:
#     - https://helm.sh/docs/helm/helm_template/
package mxlint.rules.manifest["unrendered-template"]

import data.mxlint.lib

report contains lib.finding(message, fault.at) if {
	some fault in input.broken
	fault.unrendered
	message := text(fault)
}

# Marks inside `objects` hide what the class mounts; the rest of it is checked.
report contains lib.finding(message, at) if {
	at := input.resources.secretProviderClass.templated
	message := "objects holds template syntax in place of structure: what it mounts was not checked; render it and pipe the result, as in `helm template RELEASE CHART | mxlint -`"
}

text(fault) := fault.message if fault.rendering

text(fault) := sprintf("this document is a template that was not rendered, so it was not checked; %s", [fault.message]) if {
	not fault.rendering
}
