package manifest

// BooleanWord parses the booleans of YAML 1.1, which Kubernetes reads, in every
// spelling that it knows. YAML 1.2 reads all of them but true and false as
// strings.
func BooleanWord(text string) (value, is bool) {
	switch text {
	case "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON":
		return true, true
	case "false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF":
		return false, true
	}
	return false, false
}
