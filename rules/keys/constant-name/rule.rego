# METADATA
# title: a mapped constant has no full name
# description: "a constant is Module.Name: mx-const- has to be followed by both, with the dot"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
#     - https://github.com/mendix/docs/pull/10268
package mxlint.rules.keys["constant-name"]

import data.mxlint.lib

report contains lib.finding(message, file.at) if {
	some file in input.mountedFiles
	file.group == "const"
	name := substring(file.key, count("mx-const-"), -1)
	not full(name)
	not hyphened(name)
	message := sprintf("mounted file %q names no constant, expected \"mx-const-Module.Name\": it is silently ignored", [file.name])
}

# On Key Vault a name takes no dot, so the hyphenated name is often taken for
# the alias too.
report contains lib.with_guess(lib.lowered(message, file.at, "warning"), sprintf("mount it as %q", [dotted]), [mend(file, dotted)]) if {
	input.provider == "azure"
	some file in input.mountedFiles
	file.group == "const"
	name := substring(file.key, count("mx-const-"), -1)
	hyphened(name)
	dotted := concat("", ["mx-const-", replace_first(name)])
	message := sprintf("mounted file %q names no constant: on Key Vault objectName takes the hyphens and objectAlias keeps the dot, expected objectAlias %q", [file.name, dotted])
}

full(name) if {
	parts := split(name, ".")
	count(parts) >= 2
	every part in parts {
		part != ""
	}
}

hyphened(name) if {
	input.provider == "azure"
	not contains(name, ".")
	parts := split(name, "-")
	count(parts) >= 2
	every part in parts {
		part != ""
	}
}

replace_first(name) := concat(".", [parts[0], concat("-", array.slice(parts, 1, count(parts)))]) if {
	parts := split(name, "-")
}

mend(file, alias) := lib.set_text(file.at, alias) if file.field == "objectAlias"

mend(file, alias) := lib.insert(lib.as_value(file.entry), [["objectAlias", alias]]) if file.field != "objectAlias"
