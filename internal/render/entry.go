package render

import (
	"path"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/api/types"

	"example.com/mxlint/internal/manifest"
)

// entry is one thing that a kustomization refers to.
type entry struct {
	owner *kustomization
	role  role
	at    manifest.Path // in the kustomization
	text  string        // the path as written, or the inline text
	// inline reports whether the thing itself is in the kustomization, at the
	// path in at.
	inline bool
	patch  *types.Patch // of a patch
	// later marks the patches that run after the prefixes of names.
	later bool

	real   string         // where the path leads, whether or not it exists
	folder *kustomization // the folder there, if it has a kustomization
}

// file returns the name of the entry's file as used in findings.
func (e *entry) file() string {
	if filepath.IsAbs(e.text) {
		return filepath.ToSlash(filepath.Clean(e.text))
	}
	return path.Join(e.owner.folder, filepath.ToSlash(e.text))
}

// isInline distinguishes inline text from a path: kustomize tries both, and a
// path has neither line breaks nor braces.
func isInline(text string) bool {
	return strings.Contains(text, "\n") || strings.HasPrefix(strings.TrimSpace(text), "{") || strings.HasPrefix(strings.TrimSpace(text), "[")
}

// collect lists the entries of a kustomization, in the order in which kustomize
// reads them.
func (k *kustomization) collect() {
	raw := &k.raw
	k.addPaths("crds", content, raw.Crds)
	k.addPaths("configurations", content, raw.Configurations)
	if name, ok := raw.OpenAPI["path"]; ok {
		k.add(content, k.field("openapi").Key("path"), name)
	}
	k.addPaths("resources", resource, raw.Resources)
	k.addPaths("bases", resource, raw.Bases)
	for i := range raw.ConfigMapGenerator {
		k.addSources(k.field("configMapGenerator").Index(i), &raw.ConfigMapGenerator[i].KvPairSources)
	}
	for i := range raw.SecretGenerator {
		k.addSources(k.field("secretGenerator").Index(i), &raw.SecretGenerator[i].KvPairSources)
	}
	k.addPaths("generators", plugin, raw.Generators)
	k.addPaths("components", component, raw.Components)
	k.collectPatches()
	for i, replacement := range raw.Replacements {
		if replacement.Path != "" {
			k.add(content, k.field("replacements").Index(i).Key("path"), replacement.Path)
		}
	}
	k.addPaths("transformers", plugin, raw.Transformers)
	k.addPaths("validators", plugin, raw.Validators)
}

func (k *kustomization) collectPatches() {
	for i, text := range k.raw.PatchesStrategicMerge {
		e := k.add(patch, k.field("patchesStrategicMerge").Index(i), string(text))
		e.inline, e.patch = isInline(e.text), &types.Patch{}
	}
	for _, list := range []struct {
		field   string
		patches []types.Patch
		later   bool
	}{{"patches", k.raw.Patches, false}, {"patchesJson6902", k.raw.PatchesJson6902, true}} {
		for i := range list.patches {
			p, at := &list.patches[i], k.field(list.field).Index(i)
			e := k.add(patch, at.Key("path"), p.Path)
			if p.Path == "" {
				e.at, e.text, e.inline = at.Key("patch"), p.Patch, true
			}
			e.patch, e.later = p, list.later
		}
	}
}

func (k *kustomization) addPaths(field string, role role, texts []string) {
	for i, text := range texts {
		e := k.add(role, k.field(field).Index(i), text)
		e.inline = role == plugin && isInline(text)
	}
}

func (k *kustomization) addSources(at manifest.Path, sources *types.KvPairSources) {
	for i, source := range sources.FileSources {
		if _, name, found := strings.Cut(source, "="); found {
			source = name
		}
		k.add(content, at.Key("files").Index(i), source)
	}
	for i, source := range sources.EnvSources {
		k.add(content, at.Key("envs").Index(i), source)
	}
	if sources.EnvSource != "" {
		k.add(content, at.Key("env"), sources.EnvSource)
	}
}

func (k *kustomization) add(role role, at manifest.Path, text string) *entry {
	e := &entry{owner: k, role: role, at: at, text: text, real: text}
	if !filepath.IsAbs(text) {
		e.real = filepath.Join(k.real, text)
	}
	k.entries = append(k.entries, e)
	return e
}
