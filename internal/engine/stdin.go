package engine

import (
	"maps"
	"slices"
)

// keepStdin reads standard input: it may be judged more than once, and stands in
// place of the file that it is called after.
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
