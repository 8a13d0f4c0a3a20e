package scaffold

import "strings"

// File is a manifest to be written.
type File struct {
	Name string // a file name without a folder
	Text string
}

// Files returns the manifests for valid options: the MendixApp (standalone mode
// only), the ServiceAccount and the SecretProviderClass. The same options give
// the same text.
func Files(o Options) []File {
	o = o.withDefaults()
	var files []File
	if o.Mode == Standalone {
		files = append(files, File{"mendixapp.yaml", mendixApp(o)})
	}
	return append(files,
		File{"serviceaccount.yaml", serviceAccount(o)},
		File{"secretproviderclass.yaml", secretProviderClass(o)})
}

// Stream joins the manifests into one YAML stream.
func Stream(files []File) string {
	texts := make([]string, len(files))
	for i, file := range files {
		texts[i] = file.Text
	}
	return strings.Join(texts, "---\n")
}
