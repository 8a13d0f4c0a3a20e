// Package link groups documents into environments: which MendixApp, ServiceAccount and
// SecretProviderClass belong together, what the class mounts, how the app logs in and
// what that needs. All facts about Mendix that are in Go are here; what is right or
// wrong is judged elsewhere, based on the facts that it states.
package link
