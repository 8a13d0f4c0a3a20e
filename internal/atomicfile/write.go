// Package atomicfile writes files as a whole.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"example.com/mxlint/internal/manifest"
)

// Write writes a file so that a reader sees either the old content or the new,
// never a part. If path is a symbolic link, its target is written and the link
// stays. The mode of an existing file is kept; a new one gets 0644 minus the
// umask.
//
// Anything but a regular file, such as a pipe, is written in place. An error
// does not name the path: the caller says what is written, and where.
func Write(path string, data []byte) error {
	return manifest.TrimPath(write(path, data))
}

func write(path string, data []byte) error {
	target, err := followLinks(path)
	if err != nil {
		return err
	}
	switch info, err := os.Stat(target); {
	case errors.Is(err, fs.ErrNotExist):
		return writeAndRename(target, data, nil)
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return writeInPlace(path, data)
	default:
		mode := info.Mode().Perm()
		return writeAndRename(target, data, &mode)
	}
}

// followLinks returns the end of a chain of links, whether or not it exists.
func followLinks(path string) (string, error) {
	const longest = 40 // the limit of the Linux kernel
	for range longest {
		info, err := os.Lstat(path)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return path, nil // any problem with it shows when it is written
		}
		next, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(next) {
			// Joined by hand: cleaning up "link/.." would change its meaning.
			next = filepath.Dir(path) + string(filepath.Separator) + next
		}
		// A link in /proc may lead to something without a path, such as a pipe.
		if _, err := os.Lstat(next); err != nil {
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				return path, nil
			}
		}
		path = next
	}
	return "", errors.New("too many symbolic links")
}

func writeInPlace(path string, data []byte) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	_, err = file.Write(data)
	return err
}

// writeAndRename leaves the mode to the umask if mode is nil.
func writeAndRename(target string, data []byte, mode *fs.FileMode) (err error) {
	folder := filepath.Dir(target)
	file, err := createBeside(target, mode)
	if err != nil {
		return inFolder(folder, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	if err := fill(file, data, mode); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := file.Close(); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), target); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// createBeside creates a file in the folder of a target, under a name whose
// suffix no walk over manifests accepts, and that is short enough whatever the
// target's is. The file may hold secrets, so it is never accessible to more
// people than mode says; if mode is nil the umask decides, which os.CreateTemp
// would not allow.
func createBeside(target string, mode *fs.FileMode) (*os.File, error) {
	perm := fs.FileMode(0o644)
	if mode != nil {
		perm = 0o600
	}
	for n := 0; ; n++ {
		name := fmt.Sprintf(".mxlint.%d-%d.tmp", os.Getpid(), n)
		file, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// inFolder names the folder instead of a file that only we know of.
func inFolder(folder string, err error) error {
	return fmt.Errorf("folder %q: %w", folder, manifest.TrimPath(err))
}

func fill(file *os.File, data []byte, mode *fs.FileMode) error {
	if _, err := file.Write(data); err != nil {
		return err
	}
	if mode != nil {
		if err := file.Chmod(*mode); err != nil {
			return err
		}
	}
	return file.Sync()
}

// syncFolder makes the new name durable. Not every file system can; the content
// is complete without it.
func syncFolder(folder string) {
	dir, err := os.Open(folder)
	if err != nil {
		return
	}
	defer dir.Close()
	_ = dir.Sync()
}
