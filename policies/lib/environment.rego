# What many rules need to know about the environment that they judge.
package mxlint.lib

# anchor is where a finding about the whole environment is placed: the class, or else
# the MendixApp, or else the ServiceAccount.
anchor := input.resources.secretProviderClass if input.resources.secretProviderClass

else := input.resources.app if input.resources.app

else := input.resources.serviceAccount

uses_store if input.resources.secretProviderClass

uses_store if input.resources.app.secretStore == "true"

in_namespace := sprintf(" in namespace %q", [input.namespace]) if input.namespace != ""

in_namespace := "" if input.namespace == ""

# annotations is where an annotation is added to a resource.
annotations(resource) := {"doc": resource.id, "path": "/metadata/annotations", "part": "value"}

objects_at := input.resources.secretProviderClass.objectsAt

mounted_file(key) := input.mountedFiles[input.mounted[key][0]]
