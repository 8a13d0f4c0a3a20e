# METADATA
# title: a mapped constant has no full name
# description: "a constant is Module.Name: mx-const- has to be followed by both, with the dot"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [mountedFiles.group == const]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
#     - https://github.com/MicrosoftDocs/azure-docs/pull/98186
package mxlint.rules.keys["constant-name"]

import data.mxlint.lib

report contains lib.finding(message, file.at) if {
	some file in input.mountedFiles
	file.group == "const"
	file.match != "swapped" # which is reported instead
	name := substring(file.key, count("mx-const-"), -1)
	not has_module_and_name(name)
	not refused(name)
	not has_hyphens(name)
	message := sprintf("mounted file %q names no constant, expected \"mx-const-Module.Name\": it is silently ignored", [file.name])
}

# In Key Vault names cannot contain a dot, so people often use the hyphenated name for
# the alias too.
report contains fixed(lib.lowered(message, file.at, "warning"), name, sprintf("mount it as %q", [dotted]), [fix_op(file, dotted)]) if {
	input.provider == "azure"
	some file in input.mountedFiles
	file.group == "const"
	file.match != "swapped"
	not exchanged(file)
	name := substring(file.key, count("mx-const-"), -1)
	has_hyphens(name)
	dotted := concat("", ["mx-const-", replace_first(name)])
	message := sprintf("mounted file %q names no constant: on Key Vault, objectName takes hyphens and objectAlias keeps the dot, expected objectAlias %q", [file.name, dotted])
}

# exchanged: the objectName has the dot, which Key Vault rejects; that is reported.
exchanged(file) if {
	input.objects[file.object].refused
	has_module_and_name(trim_prefix(file.store, "mx-const-"))
}

# refused: what azure's provider rejects is reported by provider/object-field.
refused(name) if {
	input.provider == "azure"
	contains(name, "..")
}

has_module_and_name(name) if {
	parts := split(name, ".")
	count(parts) >= 2
	every part in parts {
		part != ""
	}
}

has_hyphens(name) if {
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

# If there are two parts, the first is the module; if there are more, where the dot was
# is a guess.
fixed(report, name, title, ops) := lib.with_fix(report, title, ops) if count(split(name, "-")) == 2

fixed(report, name, title, ops) := lib.with_guess(report, title, ops) if count(split(name, "-")) > 2

fix_op(file, alias) := lib.set_text(file.at, alias) if file.field == "objectAlias"

fix_op(file, alias) := lib.insert(lib.as_value(file.entry), [["objectAlias", alias]]) if file.field != "objectAlias"
