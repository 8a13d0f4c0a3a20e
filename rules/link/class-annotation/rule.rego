# METADATA
# title: the SecretProviderClass lacks the environment-class annotation
# description: "privatecloud.mendix.com/environment-class: \"true\" is documented as required; without it the class is presumably not used"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [resources.secretProviderClass.mark.state != ok]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.link["class-annotation"]

import data.mxlint.lib

report contains lib.annotation_finding(input.resources.secretProviderClass, "privatecloud.mendix.com/environment-class", "it is documented as required, and the Operator presumably does not use the class without it")
