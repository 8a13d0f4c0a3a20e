package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// The kinds that an environment is made of.
const (
	KindApp     = "MendixApp"
	KindAccount = "ServiceAccount"
	KindClass   = "SecretProviderClass"
)

// member is one document of our kinds, with what linking needs to know about it.
type member struct {
	view
	kind        string
	name        scalar
	namespace   scalar
	folder      string // that of its file, or of what was rendered
	file        string
	set         string // the rendered deployment it belongs to, "" for plain files
	destination string // the Kubernetes cluster that it is for, "" for any
	mark        Mark   // its environment annotation
	alone       bool   // no other kind has its name in its rendered deployment
	ours        bool
	taken       bool // belongs to an environment, or was named by one
	order       int
	letters     uint64 // of the name
}

func newMember(doc *manifest.Doc, tables *Tables, order int) *member {
	v := view{doc: doc, id: docID(doc)}
	m := &member{view: v, kind: doc.Kind, order: order}
	m.name, m.namespace = v.at("metadata", "name"), v.at("metadata", "namespace")
	if m.namespace.state == known && (isNotString(m.namespace.node) || !isLabel(m.namespace.text)) {
		m.namespace.state = unknown // that it is invalid is reported by itself
	}
	m.letters = lettersOf(m.name.text)
	m.file = doc.File.Path
	m.folder = folderOf(m.file)
	if doc.Origin != nil {
		m.set = doc.Origin.Deployment()
		m.folder = m.set
	}
	switch doc.Kind {
	case KindAccount:
		m.mark = v.mark(tables.annotation("account"))
	case KindClass:
		m.mark = v.mark(tables.annotation("class"))
	}
	return m
}

// annotated reports whether the resource itself says that it belongs to Mendix, however
// malformed the annotation is.
func (m *member) annotated() bool {
	if m.mark.State != MarkUnknown {
		return m.mark.State != MarkAbsent
	}
	return m.mark.Value != "" || strings.Contains(m.doc.File.Text[m.doc.Start:m.doc.End], m.mark.Key)
}

// resource states what all kinds have in common.
func (m *member) resource() Resource {
	at := m.value(m.name.path)
	span, _ := m.doc.Locate(m.name.path, manifest.Value)
	return Resource{
		ID: m.id, Path: span.Path, Line: span.Start.Line, Column: span.Start.Column,
		APIVersion: m.doc.APIVersion, Kind: m.kind, Name: m.name.text, Namespace: m.namespace.text,
		NameAt: at, NamespaceAt: m.value(m.namespace.path),
	}
}

// account states the facts of a ServiceAccount.
func (m *member) account(tables *Tables) *Account {
	return &Account{
		Resource: m.resource(), Mark: m.mark,
		Role:     m.view.mark(tables.annotation("role")),
		ClientID: m.view.mark(tables.annotation("clientID")),
	}
}
