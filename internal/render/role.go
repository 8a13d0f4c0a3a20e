package render

// role is what an entry of a kustomization is used for.
type role int

const (
	resource  role = iota // a file, or a folder with a kustomization
	component             // a folder with a component
	patch                 // a file, or inline text
	plugin                // the configuration of a generator, transformer or validator: a file, a folder, or inline text
	content               // a file that is only read: data of a generator, field specifications, a schema
)

// noun returns what messages call an entry.
func (e *entry) noun() string {
	switch e.role {
	case resource:
		return "resource"
	case component:
		return "component"
	case patch:
		return "patch"
	case plugin:
		return "plugin configuration"
	}
	return "file"
}
