package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/mxlint/scripts/modules"
)

func TestSBOM(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "LICENSE"), []byte("Apache License\nVersion 2.0"), 0o644); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "mxlint.cdx.json")
	linked := []modules.Module{{Path: "example.org/m", Version: "v1.0.0+incompatible", Sum: "h1:abc", Dir: folder}}
	if err := writeSBOM(path, "0.9.0", linked); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var document bom
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Components) != 1 || document.Metadata.Component.Version != "v0.9.0" {
		t.Fatalf("got %+v", document)
	}
	c := document.Components[0]
	if c.PURL != "pkg:golang/example.org/m@v1.0.0%2Bincompatible" || len(c.Licences) != 1 || c.Licences[0].License.ID != "Apache-2.0" || c.Properties[0].Value != "h1:abc" {
		t.Errorf("got %+v", c)
	}
	for _, word := range []string{"timestamp", "serialNumber", folder} {
		if strings.Contains(string(text), word) {
			t.Errorf("%q would differ between two runs", word)
		}
	}
}

func TestChecksums(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for name, text := range map[string]string{"b.zip": "", "a.tar.gz": "abc"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeChecksums(folder); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "checksums.txt"))
	if err != nil {
		t.Fatal(err)
	}
	// The sums of "abc" and of nothing, from FIPS 180.
	want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.tar.gz\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.zip\n"
	if string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
