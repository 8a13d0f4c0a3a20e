// Package manifest turns bytes into YAML and JSON documents that know where
// they stand: files are found and read, streams are cut into documents, and
// every value, also one inside a document that stands in a string, can be
// asked for its line and column in the file on disk.
//
// It is the lowest layer and knows nothing of Mendix or of secret stores.
package manifest
