package manifest

// BooleanWord reads the booleans of YAML 1.1, which Kubernetes reads, in each of
// the spellings that it knows: YAML 1.2 takes all but true and false for strings.
func BooleanWord(text string) (value, is bool) {
	switch text {
	case "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON":
		return true, true
	case "false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF":
		return false, true
	}
	return false, false
}
