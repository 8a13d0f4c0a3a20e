package render

import (
	"fmt"
	"path/filepath"
	"sync"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"
)

// buildMutex allows one kustomize run at a time: kustomize keeps the OpenAPI
// schema in use in package variables.
var buildMutex sync.Mutex

// build renders a kustomization. instead maps kustomizations to those to be
// read in place of them.
func (r *renderer) build(root *kustomization, instead map[*kustomization]types.Kustomization) (text []byte, err error) {
	r.disk.replaced = make(map[string][]byte)
	var failed error
	root.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		raw, ok := instead[k]
		if !ok {
			raw = k.raw
		}
		var data []byte
		data, failed = yaml.Marshal(modern(raw))
		r.disk.replaced[filepath.Join(k.real, filepath.Base(k.path))] = data
		return failed == nil
	})
	if failed != nil {
		return nil, fmt.Errorf("writing kustomization %q: %w", root.folder, failed)
	}
	defer func() { r.disk.replaced = nil }()
	return r.run(root.real)
}

func (r *renderer) run(folder string) (text []byte, err error) {
	buildMutex.Lock()
	defer buildMutex.Unlock()
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("kustomize gave up: %v", cause)
		}
	}()
	rendered, err := krusty.MakeKustomizer(&krusty.Options{
		LoadRestrictions: types.LoadRestrictionsRootOnly,
		PluginConfig:     types.DisabledPluginConfig(),
	}).Run(r.disk, folder)
	if err != nil {
		return nil, err
	}
	return rendered.AsYaml()
}

// modern rewrites a kustomization to use the current fields, where that is
// equivalent: for the deprecated ones kustomize itself prints warnings.
func modern(raw types.Kustomization) types.Kustomization {
	k := raw
	k.FixKustomization()
	k.Patches = nil
	for _, text := range raw.PatchesStrategicMerge {
		if isInline(string(text)) {
			k.Patches = append(k.Patches, types.Patch{Patch: string(text)})
		} else {
			k.Patches = append(k.Patches, types.Patch{Path: string(text)})
		}
	}
	k.Patches, k.PatchesStrategicMerge = append(k.Patches, raw.Patches...), nil
	if len(raw.CommonLabels) > 0 {
		k.Labels = append(append([]types.Label(nil), raw.Labels...), types.Label{Pairs: raw.CommonLabels, IncludeSelectors: true})
		k.CommonLabels = nil
	}
	modernJSONPatches(&k)
	if k.GeneratorOptions == nil {
		k.GeneratorOptions = &types.GeneratorOptions{} // an empty kustomization is an error to kustomize
	}
	return k
}

// modernJSONPatches turns the old JSON patches into transformers: like them,
// and unlike patches, transformers run after prefixes and labels. Replicas,
// images and replacements would run after the old patches; if there are any,
// the old field is kept.
func modernJSONPatches(k *types.Kustomization) {
	if len(k.PatchesJson6902) == 0 || len(k.Replicas)+len(k.Images)+len(k.Replacements) > 0 {
		return
	}
	var transformers []string
	for i, patch := range k.PatchesJson6902 {
		config, err := yaml.Marshal(map[string]any{
			"apiVersion": "builtin", "kind": "PatchJson6902Transformer",
			"metadata": map[string]any{"name": fmt.Sprintf("json-patch-%d", i)},
			"target":   patch.Target, "path": patch.Path, "jsonOp": patch.Patch,
		})
		if err != nil {
			return
		}
		transformers = append(transformers, string(config))
	}
	k.PatchesJson6902, k.Transformers = nil, append(transformers, k.Transformers...)
}
