package policy

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// policyBytes bounds a file of a policy; ours have a few thousand.
const policyBytes = 1 << 20

// regoFiles lists the Rego files of a folder of policies, sorted. Hidden
// folders hold no policies.
func regoFiles(fsys fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case !entry.IsDir() && path.Ext(name) == ".rego":
			files = append(files, name)
		}
		return nil
	})
	sort.Strings(files)
	return files, err
}

// readSmall reads a regular file: opening a pipe would wait for ever.
func readSmall(fsys fs.FS, name string) (string, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("it is no regular file")
	case info.Size() > policyBytes:
		return "", fmt.Errorf("it has %d bytes, and a policy may have %d", info.Size(), policyBytes)
	}
	return readText(fsys, name)
}
