package report

import (
	"net/url"
	"path"
	"strings"

	"example.com/mxlint/internal/manifest"
)

type sarifLocation struct {
	ID       int            `json:"id,omitempty"` // from 1, for related ones
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId,omitempty"`
}

// sarifRegion counts like manifest.Span: from 1, endColumn exclusive.
type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifLogical struct {
	Name               string `json:"name"`
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind"`
}

func (c *Context) newSARIFLocation(span manifest.Span) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{Artifact: c.newSARIFArtifact(span.Path), Region: newSARIFRegion(span)}}
}

// newSARIFArtifact returns the URI of a file: relative to the root of the sources, so
// that a report fits any checkout, or absolute for files elsewhere.
func (c *Context) newSARIFArtifact(file string) sarifArtifact {
	name := c.repositoryPath(file)
	if drive := len(name) > 1 && name[1] == ':' && strings.HasPrefix(path.Clean(name[2:]), "/"); drive {
		name = "/" + name
	}
	if strings.HasPrefix(name, "/") {
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: name}).String()}
	}
	return sarifArtifact{URI: (&url.URL{Path: name}).String(), URIBaseID: "%SRCROOT%"}
}

func newSARIFRegion(span manifest.Span) sarifRegion {
	start, end := bounds(span)
	return sarifRegion{StartLine: start.Line, StartColumn: start.Column, EndLine: end.Line, EndColumn: end.Column}
}
