# What rules about Vault paths share.
package mxlint.lib

# odd_paths are the objects whose secretPath is not plainly MOUNT/data/NAME.
odd_paths := [object | some object in input.objects; object.vault.engine != "data"]

# versioned_words are what kv-v2 has after a mount besides data.
versioned_words := {"metadata", "delete", "undelete", "destroy", "subkeys"}
