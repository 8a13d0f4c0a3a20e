// Package secret knows which texts of a manifest are, or may be, secret, and
// hides them in what is shown. It sees more secrets than there are: to hide a
// name costs a reader a look at the file, to show a password costs the password.
package secret

// The kinds whose fields are known.
const (
	app   = "MendixApp"
	class = "SecretProviderClass"
)

// maxDepth bounds how deep values are looked at.
const maxDepth = 64
