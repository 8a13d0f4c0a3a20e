package provider

import "example.com/mxlint/internal/manifest"

// Unknown says that the text holds a template mark or a placeholder, so that
// its value is not known here.
func Unknown(text string) bool { return manifest.Unknown(text) }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
