package provider

import "strings"

// Unknown says that the text holds a template mark or a placeholder, so that
// its value is not known here: ${...}, $(...), {{ ... }}, <{...}>, {<...>},
// <name>, or a run of four or more #.
func Unknown(text string) bool {
	if !strings.ContainsAny(text, "${<#") {
		return false
	}
	return enclosed(text, "${", "}") || enclosed(text, "$(", ")") || enclosed(text, "{{", "}}") ||
		enclosed(text, "<{", "}>") || enclosed(text, "{<", ">}") || strings.Contains(text, "####") || named(text)
}

func enclosed(text, opening, closing string) bool {
	_, rest, found := strings.Cut(text, opening)
	return found && strings.Contains(rest, closing)
}

// named finds <name>: a letter, then letters, digits, blanks and _ . : / -.
func named(text string) bool {
	for {
		_, rest, found := strings.Cut(text, "<")
		if !found {
			return false
		}
		end := 0
		for end < len(rest) && (letter(rest[end]) || end > 0 && strings.IndexByte("0123456789 _.:/-", rest[end]) >= 0) {
			end++
		}
		if end > 0 && end < len(rest) && rest[end] == '>' {
			return true
		}
		text = rest
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
