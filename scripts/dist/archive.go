package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// entry is a file in an archive.
type entry struct {
	name    string
	content []byte
	program bool
}

func (e entry) mode() int64 {
	if e.program {
		return 0o755
	}
	return 0o644
}

// epoch returns the time of every file: the earliest that zip can represent.
func epoch() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

// pack writes the archive of a platform: the program and the files next to it,
// in one folder.
func pack(out string, t target, version, binary string, shared []entry) error {
	program, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	folder := fmt.Sprintf("mxlint-%s-%s", version, t)
	entries := append(slices.Clone(shared), entry{t.executable(), program, true})
	for i := range entries {
		entries[i].name = folder + "/" + entries[i].name
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	var archive bytes.Buffer
	write, suffix := writeTar, ".tar.gz"
	if t.os == "windows" {
		write, suffix = writeZip, ".zip"
	}
	if err := write(&archive, entries); err != nil {
		return fmt.Errorf("packing %s: %w", folder, err)
	}
	return os.WriteFile(filepath.Join(out, folder+suffix), archive.Bytes(), 0o644)
}

func writeTar(w io.Writer, entries []entry) error {
	compressed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(compressed)
	for _, e := range entries {
		header := &tar.Header{Name: e.name, Mode: e.mode(), Size: int64(len(e.content)), ModTime: epoch(), Format: tar.FormatUSTAR}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		if _, err := archive.Write(e.content); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return compressed.Close()
}

func writeZip(w io.Writer, entries []entry) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: epoch()}
		header.SetMode(os.FileMode(e.mode()))
		file, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := file.Write(e.content); err != nil {
			return err
		}
	}
	return archive.Close()
}
