package manifest

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// Encoding is how a file's characters are written as bytes.
type Encoding int

// The encodings that YAML allows and that occur in practice.
const (
	UTF8 Encoding = iota
	UTF8WithMark
	UTF16LE
	UTF16BE
)

const byteOrderMark = "\ufeff"

// decodeText returns the characters of data, without a byte order mark at the
// start. UTF-16 is recognised by its mark, or by the zero byte of an ASCII
// first character (YAML 1.2, section 5.2). Bytes that are not UTF-8 are kept:
// only the documents that contain them are rejected.
func decodeText(data []byte) (string, Encoding) {
	switch {
	case len(data) >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF:
		return string(data[3:]), UTF8WithMark
	case len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE:
		return decodeUTF16(data[2:], false), UTF16LE
	case len(data) >= 2 && data[0] == 0xFE && data[1] == 0xFF:
		return decodeUTF16(data[2:], true), UTF16BE
	case len(data) >= 4 && data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		return decodeUTF16(data, false), UTF16LE
	case len(data) >= 4 && data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		return decodeUTF16(data, true), UTF16BE
	}
	return string(data), UTF8
}

func decodeUTF16(data []byte, bigEndian bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		if bigEndian {
			units[i] = uint16(data[2*i])<<8 | uint16(data[2*i+1])
		} else {
			units[i] = uint16(data[2*i+1])<<8 | uint16(data[2*i])
		}
	}
	return string(utf16.Decode(units))
}

// encodeText is the inverse of decodeText.
func encodeText(text string, encoding Encoding) []byte {
	switch encoding {
	case UTF8WithMark:
		return []byte(byteOrderMark + text)
	case UTF16LE, UTF16BE:
		units := utf16.Encode([]rune(byteOrderMark + text))
		data := make([]byte, 0, 2*len(units))
		for _, unit := range units {
			if encoding == UTF16BE {
				data = append(data, byte(unit>>8), byte(unit))
			} else {
				data = append(data, byte(unit), byte(unit>>8))
			}
		}
		return data
	}
	return []byte(text)
}

// badCharacter finds the first character that YAML text must not contain, and
// describes it; at is -1 if there is none.
func badCharacter(text string) (at int, message string) {
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			return i, fmt.Sprintf("byte 0x%02X is not UTF-8: convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`", text[i])
		case r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 && r != 0x85 || r == 0xFFFE || r == 0xFFFF:
			return i, fmt.Sprintf("control character U+%04X is not allowed in YAML", r)
		}
		i += size
	}
	return -1, ""
}
