# METADATA
# title: the runtime is too old for a database login with a managed identity
# description: managed identity needs Mendix 9.22 for Azure Postgres and 10.10 for Azure SQL
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == runtime-azure-database, versions.runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-azwi-postgres
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-azwi-sql
package mxlint.rules.version["runtime-azure-database"]

import data.mxlint.lib

report contains lib.runtime_finding(gate, consequence) if {
	some gate in gates
	gate.database == input.database
	lib.runtime_below(gate.numbers)
}

# The kind of database is only in the store: below the first version neither works,
# between the two only Postgres does.
report contains lib.runtime_finding(gate, consequence) if {
	input.database == ""
	some gate in gates
	gate.database == "postgresql"
	lib.runtime_below(gate.numbers)
}

report contains object.union(lib.runtime_finding(gate, "if it is Azure SQL, the app cannot log in to it"), {"severity": "info"}) if {
	input.database == ""
	some gate in gates
	gate.database == "sqlserver"
	lib.runtime_below(gate.numbers)
	not below_postgres
}

below_postgres if {
	some gate in gates
	gate.database == "postgresql"
	lib.runtime_below(gate.numbers)
}

gates := [gate | some gate in input.gates; gate.rule == "runtime-azure-database"]

consequence := "the app cannot log in to its database"
