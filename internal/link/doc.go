// Package link puts documents together to environments: which MendixApp,
// ServiceAccount and SecretProviderClass belong to one another, what the class
// mounts, how the app logs in and what that needs. It is the only Go home of
// facts about Mendix; what is right and wrong is judged elsewhere, on the facts
// that it states.
package link
