package link

import (
	"fmt"

	"example.com/mxlint/internal/link/access"
)

// unknowns says in words what could not be told of an environment.
func unknowns(e *Environment) []string {
	var words []string
	for i := range e.Links {
		if link := &e.Links[i]; link.State == LinkUnreadable {
			words = append(words, "whether there is a "+link.Kind+": what may be it could not be read, or carries a doubtful or repeated name")
		}
	}
	class := e.Resources.Class
	if class != nil && class.Cut {
		words = append(words, fmt.Sprintf("what the class mounts: `objects` holds more than %d objects, %d files or %d problems, and the rest was not judged", maxObjects, maxFiles, maxProblems))
	} else if class != nil && !class.Readable {
		words = append(words, "what the class mounts: `objects` cannot be decoded")
	}
	switch {
	case e.hidesName():
		words = append(words, "the names of all mounted files: some are templates, or refused by the store")
	case class != nil && class.Readable && !e.Complete:
		words = append(words, "the names of all mounted files: a field stands twice in an entry")
	}
	if e.Login.Database == access.LoginUnknown {
		words = append(words, "how the app logs in to the database: "+e.Login.DatabaseBecause)
	}
	if e.Login.Storage == access.LoginUnknown {
		words = append(words, "how the app logs in to its storage: "+e.Login.StorageBecause)
	}
	if len(e.Versions.Operators) == 0 {
		words = append(words, "the version of the Mendix Operator")
	}
	if e.Versions.Runtime == nil {
		words = append(words, "the version of the Mendix Runtime")
	}
	return words
}
