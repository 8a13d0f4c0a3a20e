package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"example.com/mxlint/internal/manifest"
)

// Write creates the files in the folder, and the folder if it does not exist.
// It overwrites nothing: if one of the files exists, or anything else goes
// wrong, it leaves the folder as it was and returns an error. No reader sees a
// partly written file. An empty folder is the working directory.
func Write(folder string, files []File) error {
	if folder == "" {
		folder = "."
	}
	if err := refuseExisting(folder, files); err != nil {
		return err
	}
	made, err := makeFolder(folder)
	if err == nil {
		err = writeAll(folder, files)
	}
	if err != nil {
		// Innermost first; a folder that someone has filled meanwhile stays.
		for i := len(made) - 1; i >= 0; i-- {
			_ = os.Remove(made[i])
		}
	}
	return err
}

// refuseExisting reports all files that are in the way, dangling links
// included.
func refuseExisting(folder string, files []File) error {
	var problems []error
	for _, file := range files {
		path := filepath.Join(folder, file.Name)
		if _, err := os.Lstat(path); err == nil {
			problems = append(problems, errExists(path))
		}
	}
	return errors.Join(problems...)
}

func errExists(path string) error {
	return fmt.Errorf("refusing to overwrite %q (%w): write to another folder with --output, or remove it", path, fs.ErrExist)
}

// makeFolder creates a folder and its missing parents, and returns what it
// created, outermost first.
func makeFolder(folder string) (made []string, err error) {
	folder = filepath.Clean(folder)
	info, err := os.Stat(folder)
	switch {
	case err == nil && !info.IsDir():
		return nil, fmt.Errorf("writing to %q: it is a file: name a folder", folder)
	case err == nil:
		return nil, nil
	case errors.Is(err, syscall.ENOTDIR): // a parent is a file, which is reported there
	case !errors.Is(err, fs.ErrNotExist):
		return nil, errCannotWrite(folder, err)
	}
	made, err = makeFolder(filepath.Dir(folder))
	if err != nil {
		return made, err
	}
	if err := os.Mkdir(folder, 0o755); errors.Is(err, fs.ErrExist) {
		return made, nil // someone else created it just now
	} else if err != nil {
		return made, errCannotWrite(folder, err)
	}
	return append(made, folder), nil
}

func errCannotWrite(path string, err error) error {
	return fmt.Errorf("writing to %q: %w", path, manifest.TrimPath(err))
}
