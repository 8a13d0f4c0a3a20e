package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"

	"example.com/mxlint/scripts/modules"
)

// The parts of CycloneDX 1.5 that a list of linked modules needs. Serial number
// and time are optional and left out, so that two runs agree.
type bom struct {
	Schema      string      `json:"$schema"`
	BOMFormat   string      `json:"bomFormat"`
	SpecVersion string      `json:"specVersion"`
	Version     int         `json:"version"`
	Metadata    bomMetadata `json:"metadata"`
	Components  []component `json:"components"`
}

type bomMetadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	Scope      string     `json:"scope,omitempty"`
	Licences   []licence  `json:"licenses,omitempty"`
	PURL       string     `json:"purl"`
	Properties []property `json:"properties,omitempty"`
}

type licence struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// mainModule is the module path of the product.
const mainModule = "example.com/mxlint"

// writeSBOM writes the list of modules that the program of any platform is
// linked from.
func writeSBOM(path, version string, linked []modules.Module) error {
	document := bom{
		Schema:    "http://cyclonedx.org/schema/bom-1.5.schema.json",
		BOMFormat: "CycloneDX", SpecVersion: "1.5", Version: 1,
		Metadata:   bomMetadata{newComponent("application", modules.Module{Path: mainModule, Version: "v" + version}, []string{"Apache-2.0"})},
		Components: []component{},
	}
	for _, m := range linked {
		ids, err := m.Licences()
		if err != nil {
			return err
		}
		c := newComponent("library", m, ids)
		c.Scope = "required"
		c.Properties = []property{{"go:sum", m.Sum}}
		document.Components = append(document.Components, c)
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

func newComponent(kind string, m modules.Module, ids []string) component {
	purl := "pkg:golang/" + m.Path + "@" + strings.ReplaceAll(m.Version, "+", "%2B")
	c := component{Type: kind, Ref: purl, Name: m.Path, Version: m.Version, PURL: purl}
	for _, id := range ids {
		var l licence
		l.License.ID = id
		c.Licences = append(c.Licences, l)
	}
	return c
}
