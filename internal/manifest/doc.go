// Package manifest turns bytes into YAML and JSON documents that know their
// positions: files are found and read, streams are split into documents, and
// every value, even one in a document embedded in a string, can be located by
// line and column in the file on disk.
//
// It is the lowest layer and knows nothing of Mendix or of secret stores.
package manifest
