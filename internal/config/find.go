package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// fileNames returns the names of a configuration file, the usual one first.
func fileNames() []string { return []string{".mxlint.yaml", ".mxlint.yml"} }

// Find returns the nearest configuration file, searching upwards from a file or
// folder to the root of the file system; "" if there is none. Below the working
// directory the path is relative, as in findings. Two configuration files in
// one folder are an error.
func Find(start string) (string, error) {
	workDir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("looking for the configuration: %w", err)
	}
	folder := absolute(workDir, start)
	for {
		found, err := inFolder(folder)
		if err != nil {
			return "", fmt.Errorf("looking for the configuration: %w", err)
		}
		if found != "" {
			return ShortPath(workDir, found), nil
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", nil
		}
		folder = parent
	}
}

func inFolder(folder string) (string, error) {
	var found []string
	for _, name := range fileNames() {
		path := filepath.Join(folder, name)
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
			// ENOTDIR: the search starts at a file.
		case err != nil:
			return "", err
		case info.IsDir():
		case !info.Mode().IsRegular():
			// Reading a pipe that someone left there would block forever.
			return "", fmt.Errorf("%q is not a regular file", path)
		default:
			found = append(found, path)
		}
	}
	switch len(found) {
	case 0:
		return "", nil
	case 1:
		return found[0], nil
	}
	return "", fmt.Errorf("both %q and %q exist: keep one", found[0], found[1])
}

func absolute(workDir, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(workDir, path)
}

// ShortPath returns an absolute path with forward slashes, relative to the
// working directory if it is below it.
func ShortPath(workDir, path string) string {
	relative, err := filepath.Rel(workDir, path)
	if err != nil || relative == ".." || strings.HasPrefix(relative, ".."+string(filepath.Separator)) {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(relative)
}
