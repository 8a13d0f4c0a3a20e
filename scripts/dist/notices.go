package main

import (
	"fmt"
	"strings"

	"example.com/mxlint/scripts/modules"
)

// thirdParty collects the licences and notices of the linked modules, which the
// licences require to be passed on with a program.
func thirdParty(linked []modules.Module) (entry, error) {
	var text strings.Builder
	text.WriteString("mxlint is linked from the following modules. Their licences and notices follow.\n")
	for _, m := range linked {
		files, err := m.Files()
		if err != nil {
			return entry{}, err
		}
		for _, file := range files {
			fmt.Fprintf(&text, "\n%s\n%s %s: %s\n\n%s\n", strings.Repeat("=", 80), m.Path, m.Version, file.Name, strings.TrimSpace(file.Text))
		}
	}
	return entry{name: "THIRD_PARTY_NOTICES.txt", content: []byte(text.String())}, nil
}
