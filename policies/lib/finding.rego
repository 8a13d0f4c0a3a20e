# Findings: what a rule reports. Places (doc, path, part) come from the input, where
# they are next to the value that they belong to; a rule never constructs one.
package mxlint.lib

finding(message, at) := {"message": message, "at": at}

# lowered is a finding with a lower severity than that of its rule.
lowered(message, at, severity) := {"message": message, "at": at, "severity": severity}

related(message, at) := {"message": message, "at": at}

# with_subject distinguishes findings of one rule at one place.
with_subject(report, subject) := object.union(report, {"subject": subject})

with_related(report, places) := object.union(report, {"related": places})

with_fix(report, title, ops) := object.union(report, {"fix": {"title": title, "unsafe": false, "ops": ops}})

# with_guess adds a fix that rests on a guess: it is only applied with --unsafe.
with_guess(report, title, ops) := object.union(report, {"fix": {"title": title, "unsafe": true, "ops": ops}})

# with_key adds a fix that gives the key at a place its right name.
with_key(report, at, key) := with_fix(report, sprintf("rename it to %q", [key]), [rename(at, key)])

# with_text adds a fix that writes the right value at a place.
with_text(report, at, text) := with_fix(report, sprintf("write %q", [text]), [set_text(at, text)])
