# METADATA
# title: the runtime is too old for Blob storage with a managed identity
# description: managed identity for Azure Blob storage needs Mendix 10.10
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == runtime-azure-blob, versions.runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.version["runtime-azure-blob"]

import data.mxlint.lib

report contains finding if some finding in lib.runtime_findings("runtime-azure-blob", "the app cannot reach its container")
