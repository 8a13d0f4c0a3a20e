# Objects.
# Lists of objects that several rules walk, made once.
package mxlint.lib

# odd_paths are the objects whose secretPath is not plainly MOUNT/data/NAME.
odd_paths := [object | some object in input.objects; object.vault.engine != "data"]

pinned := [object | some object in input.objects; object.pinned]
