package secret

import (
	"slices"
	"strings"
	"unicode"
)

// secretWords promise a credential.
var secretWords = [...]string{"PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "ACCESSKEY", "ACCOUNTKEY", "PRIVATEKEY", "APIKEY", "TOKEN", "ENCRYPTIONKEY", "CREDENTIAL"}

// looksSecret reports whether a name promises a credential as its value.
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

// speaksOfSecret reports whether a text contains a word that promises a credential.
func speaksOfSecret(text string) bool {
	upper := folded(text)
	return slices.ContainsFunc(secretWords[:], func(word string) bool { return strings.Contains(upper, word) })
}

// aboutSecrets are last words of names whose value says something about a credential,
// such as where it comes from or how long it is valid, but is none itself.
var aboutSecrets = [...]string{
	"AGE", "ALGORITHM", "ALLOWED", "AUDIENCE", "BACKEND", "COUNT", "DAYS", "DIR", "DIRECTORY", "ENABLED", "ENDPOINT", "ENGINE",
	"EXPIRATION", "EXPIRY", "FIELD", "FORMAT", "HEADER", "HINT", "HOST", "HOURS", "INTERVAL", "ISSUER", "LENGTH", "LIFETIME", "MANAGER",
	"MINUTES", "MODE", "MOUNT", "NAME", "NAMESPACE", "POLICY", "PREFIX", "PROVIDER", "REF", "REGION", "REQUIRED", "RESET", "ROTATION",
	"SECONDS", "SIZE", "SOURCE", "STORE", "TIMEOUT", "TTL", "TYPE", "URI", "URL", "VALIDITY", "VERSION",
}

// HoldsCredential is a stricter looksSecret, for names whose value will be called a
// credential: it must not report others, whereas looksSecret must not miss any.
func HoldsCredential(name string) bool {
	return looksSecret(name) && !slices.Contains(aboutSecrets[:], strings.ToUpper(lastWord(name)))
}

// lastWord returns the last word of a name. A word starts after a separator, and at a
// capital after a small letter.
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

// folded returns a name in capitals and without separators.
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
