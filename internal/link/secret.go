package link

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// SecretPaths returns the scalars of a document that are, or may be, secret:
// they must not be shown, wherever the line they stand on is.
func SecretPaths(doc *manifest.Doc) []manifest.Path {
	var paths []manifest.Path
	var within func(node *yaml.Node, path manifest.Path, name string, hide bool, depth int)
	within = func(node *yaml.Node, path manifest.Path, name string, hide bool, depth int) {
		node = manifest.Resolve(node)
		if node == nil || depth > plainDepth {
			return
		}
		hide = hide || maskedFields[name] && doc.Kind == kindApp || looksSecret(name) && !storeWords[name]
		switch node.Kind {
		case yaml.MappingNode:
			for _, entry := range manifest.Entries(node) {
				within(entry.Value, path+entry.Path, manifest.Resolve(entry.Key).Value, hide, depth+1)
			}
		case yaml.SequenceNode:
			for i, item := range node.Content {
				within(item, path.Index(i), name, hide, depth+1)
			}
		case yaml.ScalarNode:
			if hide && node.Value != "" && !isEnvironmentName(name) {
				paths = append(paths, path)
			}
		}
	}
	within(doc.Root, "", "", false, 0)
	return paths
}

// storeWords look secret and are places in the store, which are not.
var storeWords = map[string]bool{
	"secretKey": true, "secretPath": true, "secretName": true, "secretObjects": true, "secretArgs": true,
	"secretKeyRef": true, "imagePullSecrets": true, "secrets": true, "nodePublishSecretRef": true,
	"allowOverrideSecretsWithSecretStoreCSIDriver": true,
}

// isEnvironmentName keeps the names of environment variables readable.
func isEnvironmentName(name string) bool { return name == "name" }

// PromisesSecret tells whether a key's value is never to be shown, judged by
// the key alone.
func PromisesSecret(name string) bool {
	return !storeWords[name] && (looksSecret(name) || name == "customConfiguration")
}
