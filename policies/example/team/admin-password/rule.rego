# METADATA
# title: the administrator's password does not come from the store
# description: without mx-admin-password the app's administrator has the password that the model was built with
# custom:
#   severity: warning
#   since: 1.0.0
#   fixable: true
#   providers: [vault]
package custom.rules.team["admin-password"]

import data.mxlint.lib
import data.mxlint.lib.missing

key := "mx-admin-password"

report contains lib.with_guess(lib.finding(message, lib.objects_at), sprintf("add %q", [key]), [missing.add(key)]) if {
	input.provider == "vault"

	# A file whose name is hidden, or a list that cannot be read, may contain it.
	input.complete
	not input.mounted[key]
	message := sprintf("%q is not mounted: the administrator logs in with the password of the model", [key])
}
