# METADATA
# title: a mounted file looks like a Mendix key but is not one
# description: "a name that begins with database-, storage- or mx- and that Mendix does not read"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [mountedFiles.match != exact]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys.unknown

import data.mxlint.lib

report contains lib.finding(message, file.at) if {
	some file in input.mountedFiles
	file.match in {"unknown", "foreign"}
	is_unknown(file)
	message := sprintf("mounted file %q is not a key that Mendix reads%s: it is silently ignored", [file.name, replacement(file.name)])
}

is_unknown(file) if file.match == "unknown"

is_unknown(file) if {
	file.match == "foreign"
	not file.parent
	drafts[file.name]
}

# Two keys of an early draft of the documentation that were never released.
drafts := {
	"storage-region": "\"mx-runtime-com.mendix.storage.s3.Region\"",
	"custom-ca-crt": "the custom TLS settings of the Operator",
}

replacement(name) := sprintf(", expected %s", [drafts[name]])

replacement(name) := "" if not drafts[name]
