package provider

// vaultObjects lists the files: objectName is the file's name, there is no alias.
func (r *reading) vaultObjects() {
	r.findNameOnly()
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		name := object.Fields["objectName"]
		if !name.Has() {
			continue
		}
		path, key := object.Fields["secretPath"], object.Fields["secretKey"]
		r.result.Files = append(r.result.Files, File{
			Name: name.Value, Source: path.Value + "#" + key.Value, Object: i, Pointer: name.Pointer, NamingField: name.Key,
			Entry: object.Pointer, Unknown: name.Unknown, Key: key.Value, KeyPointer: key.Pointer, Duplicates: -1,
		})
	}
	// A class with two files of one name is rejected as a whole.
	r.markDuplicates(func(_, _ *File) bool { return false })
	r.checkDriverNames()
}
