package schema

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// compiled is the schema of one kind, safe for concurrent use.
type compiled struct {
	validator *jsonschema.Schema
	shape     *shape
	index     *fieldIndex
}

// sharedFile is the schema that the schemas of the kinds refer to.
const sharedFile = "objectmeta.json"

// library compiles the schemas, one at a time: what they share is compiled
// once.
type library struct {
	mutex    sync.Mutex
	fsys     fs.FS
	compiler *jsonschema.Compiler // nil until the first use
}

func (l *library) compile(kind string) (*compiled, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	name := strings.ToLower(kind) + ".json"
	if err := l.open(name); err != nil {
		return nil, fmt.Errorf("reading the schema of %s: %w", kind, err)
	}
	validator, err := l.compiler.Compile(base + name)
	if err != nil {
		return nil, fmt.Errorf("compiling the schema of %s: %w", kind, err)
	}
	root := newShape(validator)
	return &compiled{validator: validator, shape: root, index: newFieldIndex(root)}, nil
}

// open adds a file to the compiler, and before the first one the shared file.
func (l *library) open(name string) error {
	if l.compiler == nil {
		compiler := jsonschema.NewCompiler()
		compiler.Draft = jsonschema.Draft7 // has all that ours need, and compiles twice as fast as later drafts
		compiler.ExtractAnnotations = true // titles and writeOnly say what a value is to us
		compiler.LoadURL = refuse          // the package's own follows file:// the package's own follows file:// references
		if err := addFile(compiler, l.fsys, sharedFile); err != nil {
			return err
		}
		l.compiler = compiler
	}
	return addFile(l.compiler, l.fsys, name)
}

// base makes the files' names absolute, as the compiler requires; nothing is
// ever loaded from there.
const base = "schema:///"

func refuse(url string) (io.ReadCloser, error) {
	return nil, fmt.Errorf("the schema %q is not one of ours", url)
}

func addFile(compiler *jsonschema.Compiler, fsys fs.FS, name string) error {
	file, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	return compiler.AddResource(base+name, file)
}
