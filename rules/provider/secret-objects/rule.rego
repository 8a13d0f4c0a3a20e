# METADATA
# title: secretObjects cannot create a Kubernetes Secret
# description: "the mount succeeds, but the driver then fails to create the Secret"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [resources.secretProviderClass.secretObjects]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/270
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/198
#     - https://github.com/kubernetes-sigs/secrets-store-csi-driver/issues/1313
package mxlint.rules.provider["secret-objects"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(text(fault), fault.at), fault.field) if {
	some fault in input.resources.secretProviderClass.secretObjects
}

text(fault) := sprintf("field %q of secretObjects is missing: the driver makes no Secret without it", [fault.field]) if fault.fault == "missing"

text(fault) := sprintf("objectName %q is not a mounted file%s: the driver fails with \"file matching objectName %s not found in the pod\"", [fault.value, mounted(fault.value), fault.value]) if fault.fault == "unmounted"

text(fault) := sprintf("key %q is not allowed in a Secret of type kubernetes.io/tls, expected \"tls.crt\" or \"tls.key\": the driver fails with \"tls key is not supported. Only tls.key and tls.crt are supported\"", [fault.value]) if fault.fault == "tls"

# People often write the name in the store although the file has another one.
mounted(name) := sprintf(", expected %q", [files[0]]) if {
	files := [file.name | some file in input.mountedFiles; file.store == name]
	count(files) > 0
}

else := ""
