package secret

import "strings"

// longestName is how many bytes before a colon are searched for a name.
const longestName = 256

// PromisesBefore is Promises for the word, without quotes, that ends at a byte of a
// text.
func PromisesBefore(text string, at int) bool {
	before := strings.TrimRight(text[max(0, at-longestName):at], "\"'\\ \t")
	return Promises(before[strings.LastIndexAny(before, "\"'\\ \t\n{[,?&;")+1:])
}

// Promises reports whether a key's value must never be shown, judging by the key alone.
func Promises(name string) bool {
	switch name {
	case "customConfiguration", "secretArgs", "kubectl.kubernetes.io/last-applied-configuration", "clientCertificates":
		return true
	}
	return !storeWords[name] && looksSecret(name)
}
