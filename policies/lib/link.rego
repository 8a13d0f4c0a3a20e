# Links: how missing and near resources are named.
package mxlint.lib

# candidate names the resource that was probably meant by a missing link.
candidate(link) := sprintf("; the nearest is %q%s", [link.candidate.name, elsewhere(link.candidate)]) if {
	link.candidate
	not link.candidate.unlisted
}

candidate(link) := sprintf("; %q has one, but no kustomization lists that file", [link.candidate.unlisted]) if link.candidate.unlisted

candidate(link) := "" if not link.candidate

elsewhere(near) := sprintf(" in namespace %q", [near.namespace]) if {
	near.namespace != ""
	near.namespace != input.namespace
}

elsewhere(near) := "" if near.namespace in {"", input.namespace}

candidate_place(link) := [related("the nearest candidate", link.candidate.at)] if {
	link.candidate
	not link.candidate.unlisted
}

candidate_place(link) := [related("the one that is not listed", link.candidate.at)] if link.candidate.unlisted

candidate_place(link) := [] if not link.candidate

# with_name adds a fix that gives the nearest candidate in the same namespace the name
# of the environment. That it was meant is a guess.
with_name(report, link) := with_guess(report, sprintf("name the %s %q", [link.kind, input.name]), [set_text(link.candidate.at, input.name)]) if {
	link.candidate.kind == link.kind
	not link.candidate.unlisted
	elsewhere(link.candidate) == ""
}

else := report
