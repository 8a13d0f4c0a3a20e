# JMESPath: fixes that put the name of a key in quotes.
package mxlint.lib

# with_quotes adds a fix that quotes the key of a path. If the path is anything but one
# name, which key was meant is a guess.
with_quotes(report, file) := report if file.jmes.quoted == ""

with_quotes(report, file) := with_fix(report, quote_title(file), quote_key(file)) if key_is_certain(file)

with_quotes(report, file) := with_guess(report, quote_title(file), quote_key(file)) if {
	file.jmes.quoted != ""
	not key_is_certain(file)
}

quote_title(file) := sprintf("write '%s'", [file.jmes.quoted])

quote_key(file) := [set_text(file.storeAt, file.jmes.quoted)]

key_is_certain(file) if file.jmes.quoted == sprintf("%q", [file.name])

key_is_certain(file) if regex.match(`^"[A-Za-z_][A-Za-z0-9_-]*"$`, file.jmes.quoted)
