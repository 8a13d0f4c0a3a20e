package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPack packs twice, with the entries in another order: the bytes are equal,
// and the content is what was packed.
func TestPack(t *testing.T) {
	t.Parallel()
	for _, target := range []target{{"linux", "amd64"}, {"windows", "arm64"}} {
		t.Run(target.String(), func(t *testing.T) {
			t.Parallel()
			binary := filepath.Join(t.TempDir(), "program")
			if err := os.WriteFile(binary, []byte("binary"), 0o755); err != nil {
				t.Fatal(err)
			}
			shared := []entry{{name: "completions/_mxlint", content: []byte("zsh")}, {name: "LICENSE", content: []byte("Apache")}}
			var archives [][]byte
			for range 2 {
				out := t.TempDir()
				if err := pack(out, target, "1.2.3", binary, shared); err != nil {
					t.Fatal(err)
				}
				slices.Reverse(shared)
				names, _ := filepath.Glob(filepath.Join(out, "*"))
				if len(names) != 1 || !strings.HasPrefix(filepath.Base(names[0]), "mxlint-1.2.3-"+target.String()+".") {
					t.Fatalf("wrote %v", names)
				}
				archive, err := os.ReadFile(names[0])
				if err != nil {
					t.Fatal(err)
				}
				archives = append(archives, archive)
			}
			if !bytes.Equal(archives[0], archives[1]) {
				t.Error("two runs differ")
			}
			folder := "mxlint-1.2.3-" + target.String() + "/"
			want := []string{folder + "LICENSE -rw-r--r-- Apache", folder + "completions/_mxlint -rw-r--r-- zsh", folder + target.executable() + " -rwxr-xr-x binary"}
			if got := list(t, target, archives[0]); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// list returns the name, mode and content of an archive's files.
func list(t *testing.T, target target, archive []byte) (files []string) {
	t.Helper()
	add := func(name string, mode os.FileMode, content io.Reader) {
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, name+" "+mode.String()+" "+string(text))
	}
	if target.os == "windows" {
		reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range reader.File {
			content, err := file.Open()
			if err != nil {
				t.Fatal(err)
			}
			add(file.Name, file.Mode(), content)
		}
		return files
	}
	compressed, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	reader := tar.NewReader(compressed)
	for {
		header, err := reader.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		add(header.Name, header.FileInfo().Mode(), reader)
	}
}
