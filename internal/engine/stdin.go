package engine

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
)

const stdinName = "<stdin>"

// stdin returns the name of standard input in findings.
func (o *Options) stdin() string {
	if o.StdinName != "" {
		return filepath.ToSlash(filepath.Clean(o.StdinName))
	}
	return stdinName
}

// keepStdin reads standard input into Overlay: it may be judged more than once, and
// replaces the file whose name it has.
func keepStdin(options *Options) error {
	if !slices.Contains(options.Paths, "-") || options.Overlay[options.stdin()] != nil {
		return nil
	}
	data, err := options.readStdin()
	if err != nil {
		return err
	}
	overlay := make(map[string][]byte, len(options.Overlay)+1)
	maps.Copy(overlay, options.Overlay)
	overlay[options.stdin()] = data
	options.Overlay = overlay
	return nil
}

// readStdin reads one byte more than the limit, which shows that it is too large.
func (o *Options) readStdin() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(o.Stdin, int64(o.Limits.FileBytes)+1))
	if err != nil {
		return nil, fmt.Errorf("reading standard input: %w", err)
	}
	return data, nil
}

func (r *run) decodeStdin() (read readFiles) {
	name := r.stdin()
	data := r.Overlay[name]
	r.outcome.Files++
	if !r.accessFile(name, data, &read) {
		r.manifest(name, data, &read)
	}
	for _, file := range read.files {
		r.outcome.Texts[name] = file.Text
	}
	return read
}
