package secret

import (
	"strings"
	"unicode/utf8"
)

// HideInURL replaces, character by character, the password in the URLs of a
// text and the signature of a presigned one.
func HideInURL(text string) string {
	if !strings.Contains(text, "://") {
		return text
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "://")
		if !found {
			b.WriteString(text)
			return b.String()
		}
		end := len(after)
		from := userinfo(after)
		if length := strings.IndexAny(after[from:], " \t\r\n\"'<>,"); length >= 0 {
			end = from + length
		}
		b.WriteString(before + "://" + hideInNested(after[:end]))
		text = after[end:]
	}
}

// userinfo returns the length of the user and password before a host, which may contain
// characters that otherwise end an address.
func userinfo(address string) int {
	if end := strings.IndexAny(address, " \t\r\n\"<>"); end >= 0 {
		address = address[:end]
	}
	return strings.LastIndexByte(address[:authorityEnd(address)], '@') + 1
}

// authorityEnd returns where the part of an address before its path ends. If a password
// contains a character that ends one elsewhere, it is not a port, and an @ follows.
func authorityEnd(address string) int {
	end := strings.IndexAny(address, "/?#")
	if end < 0 {
		return len(address)
	}
	_, port, found := strings.Cut(address[:end], ":")
	at := strings.LastIndexByte(address, '@')
	if !found || at < end || strings.HasPrefix(address, "[") || strings.Contains(address[:end], "@") || strings.Contains(address[:at], "://") || strings.Trim(port, "0123456789") == "" {
		return end
	}
	if rest := strings.IndexAny(address[at:], "/?#"); rest >= 0 {
		return at + rest
	}
	return len(address)
}

// nestedAddresses is how many addresses one may contain, mostly in its query; if there
// are more, nothing further is shown.
const nestedAddresses = 16

// hideInNested is HideInURL for what follows the scheme and may contain schemes.
func hideInNested(address string) string {
	at := 0
	for range nestedAddresses {
		address = address[:at] + hideInAddress(address[at:])
		next := strings.Index(address[at:], "://")
		if next < 0 {
			return address
		}
		at += next + len("://")
	}
	return address[:at] + stars(address[at:])
}

// hideInAddress is HideInURL for what follows the scheme.
func hideInAddress(address string) string {
	authority := address[:authorityEnd(address)]
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		if colon := strings.IndexByte(authority[:at], ':'); colon >= 0 {
			address = address[:colon+1] + stars(address[colon+1:at]) + address[at:]
		}
	}
	_, query, found := strings.Cut(address, "?")
	if !found {
		return address
	}
	parts := strings.Split(query, "&")
	for i, part := range parts {
		if name, value, _ := strings.Cut(part, "="); strings.EqualFold(name, "sig") || strings.EqualFold(name, "X-Amz-Signature") || looksSecret(name) {
			parts[i] = part[:len(part)-len(value)] + stars(value)
		}
	}
	return address[:len(address)-len(query)] + strings.Join(parts, "&")
}

func stars(text string) string { return strings.Repeat("*", utf8.RuneCountInString(text)) }
