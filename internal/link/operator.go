package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// operator is a mendix-operator Deployment.
type operator struct {
	version     Version // without Numbers if a digest alone, or a template, hides the version
	namespace   string
	set         string
	destination string
	folder      string
}

// operatorName is the name of the Deployment of the Mendix Operator.
const operatorName = "mendix-operator"

// operatorOf reads the version from the image tag of a Deployment of the Operator,
// whatever the registry; nil for any other document, and for a patch without an image.
// The images of its sidecars have other versions and are never used.
func operatorOf(doc *manifest.Doc) *operator {
	v := view{doc: doc, id: docID(doc)}
	if doc.Kind != "Deployment" || v.at("metadata", "name").text != operatorName {
		return nil
	}
	o := &operator{namespace: v.at("metadata", "namespace").text, folder: folderOf(doc.File.Path)}
	if doc.Origin != nil {
		o.set = doc.Origin.Deployment()
		o.folder = o.set
	}
	containers := v.at("spec", "template", "spec", "containers")
	if containers.node == nil || containers.node.Kind != yaml.SequenceNode {
		return nil
	}
	shown := false
	for i, container := range containers.node.Content {
		_, image := manifest.Field(container, "image")
		repository, tag := splitImage(text(image))
		name := repository[strings.LastIndexByte(repository, '/')+1:]
		if name == "" || name != operatorName && len(containers.node.Content) > 1 || strings.Contains(name, "sidecar") {
			continue
		}
		shown = true
		tagged := OperatorVersion(strings.TrimPrefix(tag, "v"), "")
		if tagged.Numbers == nil {
			continue
		}
		at := v.value(containers.path.Index(i).Key("image"))
		span, _ := doc.Locate(at.Path, manifest.Value)
		tagged.At, tagged.Source = at, "the image of Deployment mendix-operator in "+span.Path
		o.version = tagged
		return o
	}
	if !shown {
		return nil
	}
	return o
}

// splitImage splits an image reference into repository and tag; a digest is dropped.
func splitImage(image string) (repository, tag string) {
	image, _, _ = strings.Cut(image, "@")
	if at := strings.LastIndexByte(image, ':'); at > strings.LastIndexByte(image, '/') {
		return image[:at], image[at+1:]
	}
	return image, ""
}

// operatorFor finds the Operator that manages an environment: that of the rendered set
// comes first, then that of its namespace, then the nearest. If two of different
// versions are equally near, the answer is nil.
func (r *Run) operatorFor(d *draft) *operator {
	anchor := d.anchor()
	namespace := namespaceOf(d)
	var best *operator
	var least preference
	unsure := false
	for _, o := range r.operators {
		if o.set != "" && o.set != anchor.set || !mayBeOne(o.destination, anchor.destination) || r.servesOthers(o, namespace) {
			continue
		}
		own := preference{distance: folderDistance(anchor.folder, o.folder)}
		if o.set == "" {
			own.deployment = 1
		}
		if o.namespace == "" || o.namespace != namespace {
			own.namespaces = 1
		}
		switch order := own.compare(least); {
		case best == nil || order < 0:
			best, least, unsure = o, own, false
		case order == 0 && o.version.Text != best.version.Text:
			unsure = true
		}
	}
	if unsure {
		return nil
	}
	return best
}

// servesOthers reports whether an Operator only manages another namespace: its own, if
// that contains apps. An Operator that manages several namespaces has a namespace to
// itself.
func (r *Run) servesOthers(o *operator, namespace string) bool {
	return namespace != "" && o.namespace != namespace && r.namespaces[o.namespace]
}
