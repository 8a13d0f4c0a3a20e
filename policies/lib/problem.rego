# Problems of a provider: findings from what it rejects or ignores.
package mxlint.lib

# weighed is the finding of a problem: a warning if the provider continues, and mounts
# all that the class asks for.
weighed(problem, message) := with_subject(lowered(message, problem.at, weight(problem)), problem.name)

weight(problem) := "warning" if problem.tolerated

weight(problem) := "error" if not problem.tolerated

says(problem) := sprintf(": %s", [problem.says]) if problem.says != ""

says(problem) := "" if problem.says == ""

expected(problem) := sprintf(", expected %s", [problem.expected]) if problem.expected != ""

expected(problem) := "" if problem.expected == ""

nearest(problem) := sprintf("; the nearest that it reads is %q", [problem.nearest]) if problem.nearest != ""

nearest(problem) := "" if problem.nearest == ""
