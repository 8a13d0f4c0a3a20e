package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// policyBytes bounds a file of a policy; the built-in ones have a few thousand bytes.
const policyBytes = 1 << 20

// policyLinks bounds how many links to folders lead to a policy; they may form a cycle.
const policyLinks = 4

// regoFiles lists the Rego files of a folder of policies, sorted. Hidden folders are
// ignored; links to folders are followed.
func regoFiles(fsys fs.FS) ([]string, error) {
	files, err := regoFilesBelow(fsys, ".", 0)
	slices.Sort(files)
	return files, err
}

func regoFilesBelow(fsys fs.FS, folder string, links int) (files []string, err error) {
	if links > policyLinks {
		return nil, fmt.Errorf("%q is reached by more than %d links: is it a ring of links?", folder, policyLinks)
	}
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		isFolder, linked := entry.IsDir(), 0
		if entry.Type()&fs.ModeSymlink != 0 {
			// A dangling link is reported when it is read, if its name is that of a
			// policy.
			info, err := fs.Stat(fsys, name)
			isFolder, linked = err == nil && info.IsDir(), 1
		}
		switch {
		case strings.HasPrefix(entry.Name(), "."):
		case isFolder:
			below, err := regoFilesBelow(fsys, name, links+linked)
			if err != nil {
				return nil, err
			}
			files = append(files, below...)
		case path.Ext(name) == ".rego":
			files = append(files, name)
		}
	}
	return files, nil
}

// readSmall reads a regular file: opening a pipe would block forever.
func readSmall(fsys fs.FS, name string) (string, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", errors.New("it is not a regular file")
	case info.Size() > policyBytes:
		return "", fmt.Errorf("it has %d bytes, and a policy may have %d", info.Size(), policyBytes)
	}
	return readText(fsys, name)
}
