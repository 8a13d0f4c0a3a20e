# Problems of a provider.
# Findings from what a provider refuses or ignores.
package mxlint.lib

# weighed is the finding of a problem, with the problem's severity where that
# is lower than the rule's.
weighed(problem, message) := with_subject(lowered(message, problem.at, problem.severity), problem.name)

says(problem) := sprintf(": %s", [problem.says]) if problem.says != ""

says(problem) := "" if problem.says == ""

expected(problem) := sprintf(", expected %s", [problem.expected]) if problem.expected != ""

expected(problem) := "" if problem.expected == ""

nearest(problem) := sprintf("; the nearest that it reads is %q", [problem.nearest]) if problem.nearest != ""

nearest(problem) := "" if problem.nearest == ""
