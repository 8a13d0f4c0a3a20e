package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeAll writes every file under a temporary name first, and then gives all
// of them their names: whatever fails for lack of space or permissions has
// failed by then.
func writeAll(folder string, files []File) (err error) {
	var written, published []string
	defer func() {
		for _, draft := range written {
			_ = os.Remove(draft)
		}
		if err != nil {
			for _, path := range published {
				_ = os.Remove(path)
			}
		}
	}()
	for _, file := range files {
		draft := filepath.Join(folder, fmt.Sprintf(".%s.%d.draft", file.Name, os.Getpid()))
		// An existing draft is someone else's: it is not added to written.
		if err := create(draft, file.Text); err != nil {
			return errCannotWrite(filepath.Join(folder, file.Name), err)
		}
		written = append(written, draft)
	}
	for i, file := range files {
		path := filepath.Join(folder, file.Name)
		if err := publish(os.Link, written[i], path); err != nil {
			return err
		}
		published = append(published, path)
	}
	return nil
}

// create writes a file that does not exist yet, with the user's permissions for
// new files, and removes it again if that fails midway.
func create(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = os.Remove(path)
	}
	return err
}

// publish gives a draft its name, unless the name is taken. A hard link checks
// that atomically; file systems without hard links are checked before the
// renaming.
func publish(link func(draft, path string) error, draft, path string) error {
	err := link(draft, path)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return errExists(path)
	}
	if _, err := os.Lstat(path); err == nil {
		return errExists(path)
	}
	if err := os.Rename(draft, path); err != nil {
		return errCannotWrite(path, err)
	}
	return nil
}
