package render

import (
	"path"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"

	"example.com/mxlint/internal/manifest"
)

// kustomization is one parsed kustomization file.
type kustomization struct {
	path   string // of the file, as findings name it
	folder string // as findings name it
	real   string // of the folder: absolute, with links resolved
	file   *manifest.File
	doc    *manifest.Doc // nil if the file is not YAML
	raw    types.Kustomization
	// err says what keeps the file from being read as a kustomization, at
	// errAt; empty if nothing does.
	err   string
	errAt manifest.Span

	entries []*entry
}

// isComponent reports whether it can only be part of another kustomization.
func (k *kustomization) isComponent() bool { return k.raw.Kind == types.ComponentKind }

// parse parses a kustomization file; it returns nil if the file is something
// else, such as a Flux Kustomization.
func parse(name, real string, data []byte, limits manifest.Limits) *kustomization {
	k := &kustomization{path: name, folder: path.Dir(name), real: real}
	k.file = manifest.Decode(name, data, limits, nil)
	switch {
	case len(k.file.Docs) > 0:
		k.doc = k.file.Docs[0]
		if !isKustomization(k.doc) {
			return nil
		}
		if err := k.raw.Unmarshal([]byte(k.file.Text)); err != nil {
			k.refuse(err)
			_ = yaml.Unmarshal([]byte(k.file.Text), &k.raw) // what can be read: it names the files
			k.guess()
		}
		k.enforce()
		k.collect()
	case len(k.file.Broken) > 0 && !strings.Contains(k.file.Text, fluxGroup):
		broken := k.file.Broken[0]
		k.err, k.errAt = "it is no valid YAML: "+broken.Message, manifest.Span{Path: name, Start: broken.At, End: broken.At}
		k.guess()
	default:
		return nil
	}
	return k
}

const (
	kustomizeGroup = "kustomize.config.k8s.io/"
	fluxGroup      = "toolkit.fluxcd.io/"
)

// isKustomization distinguishes kustomize's own files from those of other
// tools. The API version may be omitted; then a field of kustomize must be
// present.
func isKustomization(doc *manifest.Doc) bool {
	if doc.APIVersion != "" || doc.Kind != "" && doc.Kind != types.KustomizationKind && doc.Kind != types.ComponentKind {
		return strings.HasPrefix(doc.APIVersion, kustomizeGroup)
	}
	if doc.Kind != "" {
		return true
	}
	for _, field := range manifest.Entries(doc.Root) {
		switch strings.ToLower(field.Key.Value) {
		case "resources", "bases", "components", "patches", "patchesstrategicmerge", "patchesjson6902",
			"nameprefix", "namesuffix", "namespace", "commonlabels", "commonannotations", "labels",
			"configmapgenerator", "secretgenerator", "generators", "transformers", "validators",
			"images", "replicas", "replacements", "helmcharts", "helmchartinflationgenerator", "crds":
			return true
		}
	}
	return false
}

// field returns the path of a field as spelled in the file: kustomize ignores
// its case.
func (k *kustomization) field(name string) manifest.Path {
	if k.doc == nil {
		return manifest.Path("").Key(name)
	}
	for _, field := range manifest.Entries(k.doc.Root) {
		if strings.EqualFold(field.Key.Value, name) {
			return manifest.Path("").Key(field.Key.Value)
		}
	}
	return manifest.Path("").Key(name)
}

// span returns the span of a value in the file.
func (k *kustomization) span(at manifest.Path) manifest.Span {
	if k.doc == nil {
		return k.errAt
	}
	span, _ := k.doc.Locate(at, manifest.Value)
	return span
}

// start returns the position used for what cannot be located more precisely.
func (k *kustomization) start() manifest.Span { return lineOf(k.path, 1) }

// guess finds the entries of a file that cannot be read: whatever follows a
// dash or a key and exists.
func (k *kustomization) guess() {
	for line := range strings.Lines(k.file.Text) {
		for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("[]{},", r) }) {
			k.guessName(part)
		}
	}
}

func (k *kustomization) guessName(text string) {
	name := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "- "))
	if _, value, found := strings.Cut(name, ": "); found {
		name = value
	}
	name = filepath.FromSlash(strings.Trim(name, `"' `))
	if name != "" && !isRemote(name) && exists(filepath.Join(k.real, name)) && realPath(filepath.Join(k.real, name)) != k.real {
		k.add(resource, "", name)
	}
}
