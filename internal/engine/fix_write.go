package engine

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"example.com/mxlint/internal/atomicfile"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/textdiff"
)

// Write replaces a file by its fixed text. A file that has changed since it was linted
// is left alone, and so is a read-only one, even if its folder would allow it to be
// replaced. For a symbolic link, the target is written.
func (f *FixedFile) Write() error {
	path := filepath.FromSlash(f.Path)
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("writing %q: %w", f.Path, manifest.TrimPath(err))
	}
	if info.Mode().Perm()&0o222 == 0 {
		return fmt.Errorf("writing %q: the file is read-only: make it writable and run again", f.Path)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("writing %q: %w", f.Path, manifest.TrimPath(err))
	}
	_ = file.Close() // nothing was written
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("writing %q: %w", f.Path, manifest.TrimPath(err))
	}
	if bytes.Equal(data, f.BytesAfter) {
		return nil // the same file was written under another name
	}
	if !bytes.Equal(data, f.BytesBefore) {
		return fmt.Errorf("writing %q: the file changed while it was being linted: run again", f.Path)
	}
	if err := atomicfile.Write(path, f.BytesAfter); err != nil {
		return fmt.Errorf("writing %q: %w", f.Path, err)
	}
	return nil
}

// Diff returns the unified diff of the file. What is or may be secret is masked, so it
// is for reading, not for a patch tool.
func (o *FixOutcome) Diff(f *FixedFile) string {
	const context = 3
	return textdiff.Unified(f.Path, f.Before, f.After, context, func(added bool, line int, text string) string {
		if added {
			return o.After.Mask(f.Path, line, text)
		}
		return o.Before.Mask(f.Path, line, text)
	})
}
