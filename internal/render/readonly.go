package render

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// errReadOnly is the error for every attempt of kustomize to write.
var errReadOnly = errors.New("a render writes nothing")

// Create always fails.
func (d *disk) Create(string) (filesys.File, error) { return nil, errReadOnly }

// Open always fails: kustomize reads whole files.
func (d *disk) Open(string) (filesys.File, error) { return nil, errReadOnly }

// Mkdir always fails.
func (d *disk) Mkdir(string) error { return errReadOnly }

// MkdirAll always fails.
func (d *disk) MkdirAll(string) error { return errReadOnly }

// RemoveAll always fails.
func (d *disk) RemoveAll(string) error { return errReadOnly }

// WriteFile always fails.
func (d *disk) WriteFile(string, []byte) error { return errReadOnly }
