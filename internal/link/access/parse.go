package access

import (
	"fmt"
	"path"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// File is a policy file: a Vault policy, IAM or trust policies, federated credentials,
// or several of them. It is immutable.
type File struct {
	Path string

	source     *manifest.File
	rules      []rule
	statements []statement
	subjects   []subject
	// fault is why the file cannot be judged as it is; what could be read of it is kept
	// nonetheless, to determine whose it is.
	fault *fault
}

// Fault says why the file cannot be parsed ("line 3: a comma is missing"), or is empty.
// Judge reports it only if the file belongs to an environment.
func (f *File) Fault() string {
	if f.fault == nil {
		return ""
	}
	return fmt.Sprintf("line %d: %s", f.source.Pos(f.fault.at).Line, f.fault.message)
}

// Text returns the text of the file, to read comments in it.
func (f *File) Text() string { return f.source.Text }

// Parse parses a policy file. It returns nil and no error for any other file. A
// malformed policy is a File with a Fault; the error is for a template, about which
// nothing can be said.
func Parse(name string, data []byte) (*File, error) {
	f := &File{Path: name, source: manifest.NewFile(name, data)}
	content := strings.TrimSpace(f.source.Text)
	if strings.EqualFold(path.Ext(name), ".hcl") && !strings.HasPrefix(content, "{") {
		var root value
		root, f.fault = readHCL(f.source.Text)
		f.addRules(&root)
	} else {
		values, s := readJSON(f.source.Text)
		f.fault = s.fault
		for i := range values {
			f.addDocument(&values[i])
		}
	}
	if f.fault != nil && f.template() {
		return nil, fmt.Errorf("reading policy %q: it is a template (%s): render it to have it checked", name, f.Fault())
	}
	if len(f.rules)+len(f.statements)+len(f.subjects) == 0 && (f.fault == nil || !f.meant()) {
		return nil, nil
	}
	return f, nil
}

func (f *File) addDocument(root *value) {
	f.addRules(root)
	root.walk(func(v *value) {
		if v.kind != object {
			return
		}
		if held, found := v.get("Statement"); found {
			f.addStatements(held)
		}
		f.addCredential(v)
	})
}

// template reports whether the fault is caused by the marks of a template.
func (f *File) template() bool {
	from := strings.LastIndexByte(f.source.Text[:f.fault.at], '\n') + 1
	line, _, _ := strings.Cut(f.source.Text[from:], "\n")
	for _, mark := range [...]string{"{{", "%{", "<%", "${"} {
		if strings.Contains(line, mark) {
			return true
		}
	}
	return false
}

// meant reports whether a file without anything readable was meant to be a policy.
func (f *File) meant() bool {
	for _, mark := range [...]string{`path "`, `"Statement"`, subjectPrefix} {
		if strings.Contains(f.source.Text, mark) {
			return true
		}
	}
	return false
}
