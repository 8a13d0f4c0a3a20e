// Package secret knows which texts of a manifest are, or may be, secret, and hides them
// in what is shown. It errs on the side of hiding: hiding a name costs the reader a
// look at the file, showing a password costs the password.
package secret

// The kinds whose fields are known.
const (
	app   = "MendixApp"
	class = "SecretProviderClass"
)

// maxDepth bounds the depth to which values are examined.
const maxDepth = 64
