package provider

import (
	"slices"
	"strings"
)

// awsFiles lists the files: each object's own, under its alias or name, then those of
// its jmesPath.
func (r *reading) awsFiles() {
	r.findNameOnly()
	rest := r.entries
	last := map[string]int{} // by objectName
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		count := 0
		for count < len(rest) && rest[count].object == i {
			count++
		}
		name, alias := object.Fields["objectName"], object.Fields["objectAlias"]
		naming := name
		if alias.Has() {
			naming = alias
		}
		if naming.Has() {
			file := r.awsFile(naming, i)
			if alias.Near {
				file.Instead, _ = r.translate(name.Value)
			}
			file.Source, file.Entry, file.Parent = name.Value+"#", object.Pointer, count > 0
			file.alias, file.previous = alias.Value, -1
			if previous, found := last[name.Value]; found {
				file.previous = previous
			}
			r.result.Files = append(r.result.Files, file)
		}
		last[name.Value] = i
		for _, entry := range rest[:count] {
			r.jmesFile(&entry, name)
		}
		rest = rest[count:]
	}
	r.markDuplicates(r.overwrites)
	r.checkAWSNames()
}

func (r *reading) jmesFile(entry *jmesEntry, name Field) {
	alias, path := entry.fields["objectAlias"], entry.fields["path"]
	if !alias.Has() {
		return
	}
	file := r.awsFile(alias, entry.object)
	file.Source, file.Entry = name.Value+"#"+path.Value, entry.at
	file.alias, file.previous = alias.Value, -1
	if path.Has() && !path.Unknown {
		file.JMES = readJMES(path.Value)
		file.Key, file.KeyPointer = file.JMES.nearestKey(), path.Pointer
	}
	r.result.Files = append(r.result.Files, file)
}

func (r *reading) awsFile(naming Field, object int) File {
	name, known := r.translate(naming.Value)
	return File{Name: name, Raw: naming.Value, Object: object, Pointer: naming.Pointer, NamingField: naming.Key, Written: naming.Written, Unknown: naming.Unknown || !known, Duplicates: -1}
}

// translate returns the file name for an alias or name.
func (r *reading) translate(text string) (name string, known bool) {
	translation := r.result.Parameters["pathTranslation"]
	switch {
	case !strings.Contains(text, "/"):
		return text, true
	case translation.Unknown:
		return text, false
	case translation.Value == "":
		return strings.ReplaceAll(text, "/", "_"), true
	case strings.EqualFold(translation.Value, "false"):
		return strings.TrimLeft(text, "/"), true
	}
	return strings.ReplaceAll(text, "/", translation.Value), true
}

// overwrites reports whether the later of two files of one name silently wins: aliases
// are only compared with aliases, and an object only with the last one before it of the
// same name.
func (r *reading) overwrites(file, earlier *File) bool {
	if file.alias != "" && file.alias == earlier.alias {
		return false
	}
	if file.JMES != nil || file.alias != "" || earlier.alias != "" || file.previous < 0 || file.previous != earlier.Object {
		return true
	}
	label, other := r.result.Objects[file.Object].Fields["objectVersionLabel"], r.result.Objects[earlier.Object].Fields["objectVersionLabel"]
	return label.Value != other.Value
}

// checkAWSNames reports the names that the provider cannot write. It creates a file
// with a random suffix next to the target, of up to ten digits.
func (r *reading) checkAWSNames() {
	for i := range r.result.Files {
		file := &r.result.Files[i]
		if file.Unknown {
			continue
		}
		switch name := file.Name; {
		case slices.Contains(strings.Split(name, "/"), "..") && strings.Contains(name, "/"):
			r.reportName(file, "path can not contain ../: "+name)
		case strings.Contains(name, "/"):
			r.reportName(file, "createtemp "+name+": pattern contains path separator")
		case name == "." || name == ".." || name == "":
			r.reportName(file, "rename: file exists")
		case strings.Contains(name, "\x00"):
			r.reportName(file, "open: invalid argument")
		case len(name) > 245:
			r.reportName(file, "open: file name too long")
		}
	}
}
