package modules

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestIdentify(t *testing.T) {
	t.Parallel()
	bsd := "Redistribution and use in source and binary forms, with or without\nmodification, are permitted\n"
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"apache":         {"  Apache License\n  Version 2.0, January 2004\n", []string{"Apache-2.0"}},
		"apache, header": {"Licensed under the Apache License, Version 2.0 (the \"License\");", []string{"Apache-2.0"}},
		"mit, wrapped":   {"Permission is hereby granted, free of charge,\nto any person\tobtaining a copy of", []string{"MIT"}},
		"mit in comment": {" * Permission is hereby granted, free of charge, to any\n * person obtaining a copy", []string{"MIT"}},
		"isc":            {"Permission to use, copy, modify, and/or distribute this software for any purpose with", []string{"ISC"}},
		"bsd, three":     {bsd + "Neither the name of the author nor", []string{"BSD-3-Clause"}},
		"bsd, two":       {bsd, []string{"BSD-2-Clause"}},
		"mpl":            {"Mozilla Public License Version 2.0", []string{"MPL-2.0"}},
		"two in one":     {"Apache License, Version 2.0 and Permission is hereby granted, free of charge, to any person obtaining a copy", []string{"Apache-2.0", "MIT"}},
		"unknown":        {"All rights reserved.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := Identify(test.text); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestLicencesOfAModule(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"LICENSE.txt": "Apache License\nVersion 2.0", "COPYING": "Apache License\nVersion 2.0",
		"NOTICE": "holds code under the Mozilla Public License", "licence.go": "Mozilla Public License", "README.md": "Mozilla Public License",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m := Module{Path: "example.com/m", Dir: folder}
	ids, err := m.Licences()
	if err != nil || !slices.Equal(ids, []string{"Apache-2.0"}) {
		t.Errorf("got %v, %v: a notice and source files are no licences, and equal ones are one", ids, err)
	}
	files, err := m.Files()
	if err != nil || len(files) != 3 {
		t.Errorf("got %d files, %v: a notice is passed on too", len(files), err)
	}
}

func TestUnion(t *testing.T) {
	t.Parallel()
	a, b, c := Module{Path: "m/a", Version: "v1.0.0"}, Module{Path: "m/a/b", Version: "v1.0.0"}, Module{Path: "m/a", Version: "v1.1.0"}
	if got, want := Union([]Module{b, a}, []Module{c, a}), []Module{a, c, b}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
