package provider

import (
	"fmt"
	"path"
	"strings"
)

// checkDriverNames reports the file names that the driver rejects, one problem per
// file. For vault and azure, it is the driver that writes the files.
func (r *reading) checkDriverNames() {
	folders := map[string]bool{}
	for i := range r.result.Files {
		file := &r.result.Files[i]
		if file.Unknown || file.refused {
			continue
		}
		if says := driverRefuses(file.path()); says != "" {
			r.reportName(file, says)
			file.refused = true
		}
	}
	for i := range r.result.Files {
		if file := &r.result.Files[i]; !file.Unknown && !file.refused {
			for folder := path.Dir(file.path()); folder != "."; folder = path.Dir(folder) {
				folders[folder] = true
			}
		}
	}
	for i := range r.result.Files {
		if file := &r.result.Files[i]; !file.Unknown && !file.refused && folders[file.path()] {
			r.reportName(file, fmt.Sprintf("%s is a file and a folder: file exists", file.path()))
		}
	}
}

func (r *reading) reportName(file *File, says string) {
	if r.result.Provider == Azure && file.NamingField == "objectName" {
		return // Key Vault has no secret of that name, which is reported for the object
	}
	file.NoFile = true
	r.report(Problem{Kind: KindObjectField, Fault: FaultForm, Pointer: file.Pointer, Name: file.NamingField, Text: file.Name, Expected: "a plain file name", Says: says})
}

// path returns where the driver writes the file, below the mount.
func (f *File) path() string {
	if f.Versioned {
		return path.Join(f.Name, "0")
	}
	return f.Name
}

// driverRefuses returns the driver's error for a file name, empty if it writes it.
func driverRefuses(name string) string {
	if name == "" {
		return `invalid path: must not be empty: ""`
	}
	if strings.HasPrefix(name, "/") {
		return "invalid path: must be relative path: " + name
	}
	if strings.Contains(name, "\x00") {
		return "invalid argument"
	}
	if len(name) > 4096 {
		return "invalid path: must be less than or equal to 4096 characters"
	}
	items := strings.Split(name, "/")
	for _, item := range items {
		if item == ".." {
			return "invalid path: must not contain '..': " + name
		}
		if len(item) > 255 {
			return "invalid path: filenames must be less than or equal to 255 characters"
		}
	}
	if strings.HasPrefix(items[0], "..") {
		return "invalid path: must not start with '..': " + name
	}
	if path.Clean(name) != name || name == "." {
		return fmt.Sprintf("invalid filepath: %q", name)
	}
	return ""
}
