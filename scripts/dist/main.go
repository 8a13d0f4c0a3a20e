// Command dist builds the release: an archive for each platform, their
// checksums, and a list of what is linked. Two runs on the same tree with the
// same Go give the same bytes, wherever the tree is.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"example.com/mxlint/scripts/modules"
)

func main() {
	root := flag.String("root", ".", "the folder of the project")
	out := flag.String("out", "dist", "the folder to write to; what is in it goes")
	version := flag.String("version", "", "the version to build as (default: what the source says)")
	flag.Parse()
	if err := run(*root, *out, *version); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

func run(root, out, version string) error {
	work, err := os.MkdirTemp("", "mxlint-dist-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	b := &builder{root: root, work: work, version: version}
	shared, version, err := b.host()
	if err != nil {
		return err
	}
	var linked [][]modules.Module
	binaries := make(map[target]string)
	for _, t := range targets() {
		fmt.Println("building", t)
		if binaries[t], err = b.build(t); err != nil {
			return err
		}
		list, err := modules.Linked(binaries[t])
		if err != nil {
			return err
		}
		linked = append(linked, list)
	}
	all := modules.Union(linked...)
	if err := modules.Locate(root, all); err != nil {
		return err
	}
	notices, err := thirdParty(all)
	if err != nil {
		return err
	}
	shared = append(shared, notices)
	for _, t := range targets() {
		if err := pack(out, t, version, binaries[t], shared); err != nil {
			return err
		}
	}
	if err := writeSBOM(filepath.Join(out, "mxlint-"+version+".cdx.json"), version, all); err != nil {
		return err
	}
	return writeChecksums(out)
}
