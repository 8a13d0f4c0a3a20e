package secret

import (
	"slices"
	"strings"
	"unicode"
)

// secretWords promise a credential.
var secretWords = [...]string{"PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "ACCESSKEY", "ACCOUNTKEY", "PRIVATEKEY", "APIKEY", "TOKEN", "ENCRYPTIONKEY", "CREDENTIAL"}

// looksSecret tells whether a name promises a credential as its value.
func looksSecret(name string) bool {
	if last := lastWord(name); strings.EqualFold(last, "pass") || strings.EqualFold(last, "pwd") {
		return true
	}
	if len(name) < len("TOKEN") {
		return false
	}
	upper := folded(name)
	for _, word := range secretWords {
		if strings.Contains(upper, word) {
			return !strings.HasSuffix(upper, "FILE") && !strings.HasSuffix(upper, "PATH") && !strings.HasSuffix(upper, "CREDENTIALPROVIDER") &&
				!strings.HasSuffix(upper, "ACCESSKEYID") && !strings.Contains(upper, "USEDEFAULT")
		}
	}
	return false
}

// speaksOfSecret tells whether a text in words has one that promises a credential.
func speaksOfSecret(text string) bool {
	upper := folded(text)
	return slices.ContainsFunc(secretWords[:], func(word string) bool { return strings.Contains(upper, word) })
}

// aboutSecrets are last words of names that say something about a credential,
// such as where it comes from or how long it may live, and are none themselves.
var aboutSecrets = [...]string{
	"AGE", "ALGORITHM", "ALLOWED", "AUDIENCE", "BACKEND", "COUNT", "DAYS", "DIR", "DIRECTORY", "ENABLED", "ENDPOINT", "ENGINE",
	"EXPIRATION", "EXPIRY", "FIELD", "FORMAT", "HEADER", "HINT", "HOST", "HOURS", "INTERVAL", "ISSUER", "LENGTH", "LIFETIME", "MANAGER",
	"MINUTES", "MODE", "MOUNT", "NAME", "NAMESPACE", "POLICY", "PREFIX", "PROVIDER", "REF", "REGION", "REQUIRED", "RESET", "ROTATION",
	"SECONDS", "SIZE", "SOURCE", "STORE", "TIMEOUT", "TTL", "TYPE", "URI", "URL", "VALIDITY", "VERSION",
}

// HoldsCredential is looksSecret of a name whose value is to be called a
// credential: it has to be one, where looksSecret only has to miss none.
func HoldsCredential(name string) bool {
	return looksSecret(name) && !slices.Contains(aboutSecrets[:], strings.ToUpper(lastWord(name)))
}

// lastWord returns the last word of a name. A sign starts one, and a capital
// behind a small letter.
func lastWord(name string) string {
	start := 0
	var previous rune
	for i, r := range name {
		switch {
		case r == '_' || r == '-' || r == '.':
			start = i + 1
		case unicode.IsUpper(r) && unicode.IsLower(previous):
			start = i
		}
		previous = r
	}
	return name[start:]
}

// folded writes a name in capitals and without separators.
func folded(name string) string {
	plain := make([]byte, 0, 64)
	for i := range len(name) {
		switch c := name[i]; {
		case c == '_' || c == '-' || c == '.':
		case c >= 'a' && c <= 'z':
			plain = append(plain, c-'a'+'A')
		default:
			plain = append(plain, c)
		}
	}
	return string(plain)
}
