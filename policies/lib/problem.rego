# Problems of a provider.
# Findings from what a provider refuses or ignores.
package mxlint.lib

# weighed is the finding of a problem: a warning where the provider goes on,
# and all that the class asks for is mounted.
weighed(problem, message) := with_subject(lowered(message, problem.at, weight(problem)), problem.name)

weight(problem) := "warning" if problem.tolerated

weight(problem) := "error" if not problem.tolerated

says(problem) := sprintf(": %s", [problem.says]) if problem.says != ""

says(problem) := "" if problem.says == ""

expected(problem) := sprintf(", expected %s", [problem.expected]) if problem.expected != ""

expected(problem) := "" if problem.expected == ""

nearest(problem) := sprintf("; the nearest that it reads is %q", [problem.nearest]) if problem.nearest != ""

nearest(problem) := "" if problem.nearest == ""
