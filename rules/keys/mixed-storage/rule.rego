# METADATA
# title: keys of S3 and of Azure storage are combined
# description: "an app has one file storage; storage-service-name decides which, and the other keys are unused or a mistake"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [storage == mixed]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["mixed-storage"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, file.at), [lib.related("the first key of the other storage", other.at)]) if {
	input.storage == "mixed"
	group := input.groups.storage
	small := smaller(group)
	file := input.mountedFiles[small.first]
	other := input.mountedFiles[small.other]
	message := sprintf("key %q of %s is mapped together with %s of %s: an app has only one file storage", [file.key, small.name, lib.listed(small.others), small.otherName])
}

smaller(group) := {"name": "Azure storage", "first": group.firstAzure, "others": group.s3, "otherName": "S3", "other": group.firstS3} if {
	count(group.azure) <= count(group.s3)
}

smaller(group) := {"name": "S3", "first": group.firstS3, "others": group.azure, "otherName": "Azure storage", "other": group.firstAzure} if {
	count(group.azure) > count(group.s3)
}
