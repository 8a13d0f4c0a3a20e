package provider

import (
	"strconv"
	"strings"

	"example.com/mxlint/internal/manifest"
)

func (r *reading) azureEntry(list []member, at manifest.Path) {
	reader := entryReader{reading: r, rows: r.table.Fields, at: at, same: same, decode: decodeTrimmed}
	before := len(r.result.Problems)
	fields := reader.read(list)
	r.result.Objects = append(r.result.Objects, Object{Pointer: at, Fields: fields})
	kind := fields["objectType"]
	if !kind.Has() || kind.Unknown || kind.Value == "secret" || r.reportedSince(before, kind.Pointer) {
		return
	}
	if format := fields["objectFormat"]; format.Value == "pfx" {
		r.onlySecret(format, "PFX format only supported for objectType: secret")
	}
	if encoding := fields["objectEncoding"]; encoding.Has() && !encoding.Unknown && !r.reportedSince(before, encoding.Pointer) {
		r.onlySecret(encoding, "objectEncoding only supported for objectType: secret")
	}
}

func (r *reading) onlySecret(field Field, says string) {
	r.report(Problem{Kind: KindObjectField, Fault: FaultBeside, Pointer: field.Pointer, Name: field.Key, Text: field.Value, Expected: "objectType secret beside it", Says: says})
}

func (r *reading) reportedSince(before int, pointer manifest.Path) bool {
	for _, problem := range r.result.Problems[before:] {
		if problem.Pointer == pointer {
			return true
		}
	}
	return false
}

// decodeTrimmed decodes a field and trims it, as the provider does.
func decodeTrimmed(row *row, value *member) (Field, *Problem) {
	field, problem := decodeField(row, value)
	field.Value = strings.TrimSpace(field.Value)
	return field, problem
}

// azureFiles lists the files: the alias, or else the name, is the file's name.
func (r *reading) azureFiles() {
	r.findNameOnly()
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		name, alias := object.Fields["objectName"], object.Fields["objectAlias"]
		naming := name
		instead := ""
		if alias.Has() {
			naming = alias
		}
		if alias.Near {
			instead = name.Value
		}
		if !naming.Has() {
			continue
		}
		history, _ := strconv.Atoi(object.Fields["objectVersionHistory"].Value)
		r.result.Files = append(r.result.Files, File{
			Name: naming.Value, Instead: instead, Source: name.Value + "#" + object.Fields["objectType"].Value, Object: i,
			Pointer: naming.Pointer, NamingField: naming.Key, Entry: object.Pointer, Unknown: naming.Unknown,
			Versioned: history > 1, Key: name.Value, KeyPointer: name.Pointer, Duplicates: -1,
		})
	}
	r.markDuplicates(func(_, _ *File) bool { return true })
	r.checkAzureNames()
}

// checkAzureNames reports what the provider rejects before the driver does.
func (r *reading) checkAzureNames() {
	for i := range r.result.Files {
		file := &r.result.Files[i]
		switch {
		case file.Unknown:
		case strings.HasPrefix(file.Name, "/"):
			file.refused = true
			r.reportName(file, "file name must be a relative path")
		case strings.Contains(file.Name, ".."):
			file.refused = true
			r.reportName(file, "file name must not contain '..'")
		}
	}
	r.checkDriverNames()
}
