package render

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// errReadOnly answers every attempt of kustomize to write.
var errReadOnly = errors.New("a render writes nothing")

// Create is refused.
func (d *disk) Create(string) (filesys.File, error) { return nil, errReadOnly }

// Open is refused: kustomize reads whole files.
func (d *disk) Open(string) (filesys.File, error) { return nil, errReadOnly }

// Mkdir is refused.
func (d *disk) Mkdir(string) error { return errReadOnly }

// MkdirAll is refused.
func (d *disk) MkdirAll(string) error { return errReadOnly }

// RemoveAll is refused.
func (d *disk) RemoveAll(string) error { return errReadOnly }

// WriteFile is refused.
func (d *disk) WriteFile(string, []byte) error { return errReadOnly }
