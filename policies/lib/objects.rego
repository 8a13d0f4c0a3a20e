# Objects.
# What several rules ask of the objects.
package mxlint.lib

# odd_paths are the objects whose secretPath is not plainly MOUNT/data/NAME.
odd_paths := [object | some object in input.objects; object.vault.engine != "data"]
