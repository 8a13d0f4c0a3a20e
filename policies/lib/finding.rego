# Findings.
# What a rule reports. Places (doc, path, part) come from the input, where
# they stand beside the value that they belong to; a rule never writes one.
package mxlint.lib

finding(message, at) := {"message": message, "at": at}

# lowered is a finding that carries a lower severity than its rule has.
lowered(message, at, severity) := {"message": message, "at": at, "severity": severity}

related(message, at) := {"message": message, "at": at}

# with_subject tells findings apart that one rule has at one place.
with_subject(report, subject) := object.union(report, {"subject": subject})

with_related(report, places) := object.union(report, {"related": places})

with_fix(report, title, ops) := object.union(report, {"fix": {"title": title, "unsafe": false, "ops": ops}})

# with_guess is a fix that rests on a guess: it is applied with --unsafe only.
with_guess(report, title, ops) := object.union(report, {"fix": {"title": title, "unsafe": true, "ops": ops}})
