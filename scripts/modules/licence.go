package modules

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is a licence or notice of a module.
type File struct{ Name, Text string }

// Files returns the licence and notice files at the top of a module.
func (m Module) Files() ([]File, error) {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return nil, fmt.Errorf("reading the licences of %s: %w", m.Path, err)
	}
	var files []File
	for _, entry := range entries {
		if entry.IsDir() || !isLegal(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.Dir, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("reading the licences of %s: %w", m.Path, err)
		}
		files = append(files, File{entry.Name(), string(text)})
	}
	return files, nil
}

func isLegal(name string) bool {
	if strings.HasSuffix(name, ".go") {
		return false
	}
	for _, word := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"} {
		if strings.HasPrefix(strings.ToUpper(name), word) {
			return true
		}
	}
	return false
}

// Licences returns the SPDX identifiers of a module's licences, sorted; none if
// no text is recognised.
func (m Module) Licences() ([]string, error) {
	files, err := m.Files()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, file := range files {
		if !strings.HasPrefix(strings.ToUpper(file.Name), "NOTICE") {
			ids = append(ids, Identify(file.Text)...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// licences are recognised by sentences that no other licence has, written in
// the form that Identify normalises to: lower case, single blanks, no slash.
var licences = []struct{ id, has, lacks string }{
	{"Apache-2.0", "apache license version 2.0", ""},
	{"MPL-2.0", "mozilla public license", ""},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy", ""},
	{"ISC", "permission to use, copy, modify, and or distribute this software for any purpose", ""},
	{"ISC", "permission to use, copy, modify, and distribute this software for any purpose", ""},
	{"BSD-3-Clause", "neither the name", "mozilla public license"},
	{"BSD-2-Clause", "redistribution and use in source and binary forms", "neither the name"},
}

// Identify returns the SPDX identifiers of the licences in a text.
func Identify(text string) []string {
	text = strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '*' || r == '#' || r == '/'
	}), " ")
	text = strings.ReplaceAll(text, "apache license, version 2.0", "apache license version 2.0")
	var ids []string
	for _, l := range licences {
		if strings.Contains(text, l.has) && (l.lacks == "" || !strings.Contains(text, l.lacks)) {
			ids = append(ids, l.id)
		}
	}
	return ids
}
