package mxlint.lib_test

import data.mxlint.lib

test_guid if {
	lib.guid("72f988bf-86f1-41af-91ab-2d7cd011db47")
	not lib.guid("72f988bf86f141af91ab2d7cd011db47")
}

parameters(written) := {"resources": {"secretProviderClass": {"parameters": {name: {"value": value, "unknown": value == "?"} | some name, value in written}}}}

test_pod_identity if {
	lib.pod_identity with input as parameters({"usePodIdentity": "true"})
	lib.pod_identity with input as parameters({"usePodIdentity": "?"})
	lib.pod_identity with input as parameters({"usePodIdentity": "ja"})
	not lib.pod_identity with input as parameters({"usePodIdentity": "false"})
	not lib.pod_identity with input as parameters({})
}

test_an_absent_parameter_is_told if {
	not lib.undetermined("usePodIdentity") with input as parameters({})
	not lib.undetermined("usePodIdentity") with input as parameters({"usePodIdentity": "0"})
	lib.undetermined("usePodIdentity") with input as parameters({"usePodIdentity": "?"})
}

test_identity_modes if {
	lib.identity_modes == ["usePodIdentity", "useAzureTokenProxy"] with input as parameters({"usePodIdentity": "true", "useVMManagedIdentity": "false", "useAzureTokenProxy": "1"})
	lib.identity_modes == [] with input as parameters({"usePodIdentity": "?"})
	lib.identity_undetermined with input as parameters({"useVMManagedIdentity": "?"})
	not lib.identity_undetermined with input as parameters({"useVMManagedIdentity": "true"})
}
