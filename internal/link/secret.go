package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// SecretPaths returns the scalars of a document that are, or may be, secret:
// they must not be shown, wherever the line they stand on is.
func SecretPaths(doc *manifest.Doc) []manifest.Path {
	w := secretWalk{kind: doc.Kind}
	w.within(doc.Root, "", "", false, 0)
	return w.paths
}

type secretWalk struct {
	kind  string
	paths []manifest.Path
	nodes []*yaml.Node // of the paths
	// open is given every other scalar, unless it is nil.
	open func(text string)
}

func (w *secretWalk) within(node *yaml.Node, path manifest.Path, name string, hide bool, depth int) {
	node = manifest.Resolve(node)
	if node == nil || depth > plainDepth {
		return
	}
	hide = hide || holdsSecrets(w.kind, name) || w.kind == kindApp && name == "tls" && node.Kind == yaml.ScalarNode
	switch node.Kind {
	case yaml.MappingNode:
		for _, entry := range manifest.Entries(node) {
			w.within(entry.Value, path+entry.Path, manifest.Resolve(entry.Key).Value, hide, depth+1)
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			w.within(item, path.Index(i), name, hide, depth+1)
		}
	case yaml.ScalarNode:
		switch {
		case node.Value == "":
		case isEnvironmentName(name):
			w.tell(node.Value)
		case hide:
			w.paths, w.nodes = append(w.paths, path), append(w.nodes, node)
		case w.kind == kindClass && namesSecret(node.Value):
			if inner := manifest.ParseText(node.Value); inner != nil && inner.Kind != yaml.ScalarNode {
				w.within(inner, path.Inner(), name, hide, depth+1)
			}
		default:
			w.tell(node.Value)
		}
	}
}

func (w *secretWalk) tell(text string) {
	if w.open != nil {
		w.open(text)
	}
}

// namesSecret tells whether some key in a text promises a secret. It spares the
// parser the `objects` of nearly all classes.
func namesSecret(text string) bool {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], ':')
		if n < 0 {
			return false
		}
		at += n
		if PromisesBefore(text, at) {
			return true
		}
	}
}

// holdsSecrets tells whether what stands under a name is not to be shown.
func holdsSecrets(kind, name string) bool {
	switch {
	case name == "":
		return false
	case name == "kubectl.kubernetes.io/last-applied-configuration":
		return true // a copy of the whole object
	case kind == kindClass && name == "secretArgs":
		return true
	case kind == kindApp && meansMasked(name):
		return true
	}
	return looksSecret(name) && !storeWords[name] && (kind != kindClass || !storeSlip(name))
}

// storeSlip tells whether a name is a slip of a field that names a place in the
// store. The name of a Mendix key stands there, which other messages need.
func storeSlip(name string) bool {
	letters := spelling.Letters(name)
	for _, word := range []string{"secretkey", "secretpath", "secretname", "secretobjects"} {
		if spelling.Distance(letters, word) <= spelling.Allowance(word) {
			return true
		}
	}
	return false
}

// meansMasked tells whether a field of a MendixApp is one whose values may be
// secret, or a slip of one.
func meansMasked(name string) bool {
	if maskedFields[name] {
		return true
	}
	if storeWords[name] || len(name) < 3 {
		return false
	}
	for field := range maskedFields {
		if diff := len(field) - len(name); diff < -2 || diff > 2 {
			continue
		}
		if strings.EqualFold(field, name) || spelling.Distance(strings.ToLower(field), strings.ToLower(name)) <= spelling.Allowance(field) {
			return true
		}
	}
	return false
}

// storeWords look secret and are places in the store, which are not.
var storeWords = map[string]bool{
	"secretKey": true, "secretPath": true, "secretName": true, "secretObjects": true, "secretArgs": true,
	"secretKeyRef": true, "imagePullSecrets": true, "secrets": true, "nodePublishSecretRef": true,
	"allowOverrideSecretsWithSecretStoreCSIDriver": true,
}

// isEnvironmentName keeps the names of environment variables readable.
func isEnvironmentName(name string) bool { return name == "name" }

// longestName is how many bytes before a colon are searched for a name.
const longestName = 256

// PromisesBefore is PromisesSecret for the word, without quotes, that ends at a
// byte of a text.
func PromisesBefore(text string, at int) bool {
	before := strings.TrimRight(text[max(0, at-longestName):at], "\"'\\ \t")
	return PromisesSecret(before[strings.LastIndexAny(before, "\"'\\ \t\n{[,?&;")+1:])
}

// PromisesSecret tells whether a key's value is never to be shown, judged by
// the key alone.
func PromisesSecret(name string) bool {
	switch name {
	case "customConfiguration", "secretArgs", "kubectl.kubernetes.io/last-applied-configuration", "clientCertificates":
		return true
	}
	return !storeWords[name] && looksSecret(name)
}
