package render

import (
	"sigs.k8s.io/kustomize/api/types"

	"example.com/mxlint/internal/manifest"
)

// piece is a part of a kustomization that can be left out.
type piece struct {
	at  manifest.Path
	add func(*types.Kustomization)
}

// pieces splits a kustomization, in the order in which kustomize works.
func (k *kustomization) pieces() []piece {
	raw := &k.raw
	var list pieceList
	addEach(&list, k.field("crds"), raw.Crds, func(k *types.Kustomization, v string) { k.Crds = append(k.Crds, v) })
	addEach(&list, k.field("configurations"), raw.Configurations, func(k *types.Kustomization, v string) { k.Configurations = append(k.Configurations, v) })
	addEach(&list, k.field("resources"), raw.Resources, func(k *types.Kustomization, v string) { k.Resources = append(k.Resources, v) })
	addEach(&list, k.field("bases"), raw.Bases, func(k *types.Kustomization, v string) { k.Bases = append(k.Bases, v) })
	addEach(&list, k.field("configMapGenerator"), raw.ConfigMapGenerator, func(k *types.Kustomization, v types.ConfigMapArgs) {
		k.ConfigMapGenerator = append(k.ConfigMapGenerator, v)
	})
	addEach(&list, k.field("secretGenerator"), raw.SecretGenerator, func(k *types.Kustomization, v types.SecretArgs) { k.SecretGenerator = append(k.SecretGenerator, v) })
	addEach(&list, k.field("generators"), raw.Generators, func(k *types.Kustomization, v string) { k.Generators = append(k.Generators, v) })
	addEach(&list, k.field("components"), raw.Components, func(k *types.Kustomization, v string) { k.Components = append(k.Components, v) })
	addEach(&list, k.field("patchesStrategicMerge"), raw.PatchesStrategicMerge, func(k *types.Kustomization, v types.PatchStrategicMerge) {
		k.PatchesStrategicMerge = append(k.PatchesStrategicMerge, v)
	})
	addEach(&list, k.field("patches"), raw.Patches, func(k *types.Kustomization, v types.Patch) { k.Patches = append(k.Patches, v) })
	list.add(k.field("namespace"), func(k *types.Kustomization) { k.Namespace = raw.Namespace })
	list.add(k.field("namePrefix"), func(k *types.Kustomization) { k.NamePrefix = raw.NamePrefix })
	list.add(k.field("nameSuffix"), func(k *types.Kustomization) { k.NameSuffix = raw.NameSuffix })
	addEach(&list, k.field("labels"), raw.Labels, func(k *types.Kustomization, v types.Label) { k.Labels = append(k.Labels, v) })
	list.add(k.field("commonLabels"), func(k *types.Kustomization) { k.CommonLabels = raw.CommonLabels })
	list.add(k.field("commonAnnotations"), func(k *types.Kustomization) { k.CommonAnnotations = raw.CommonAnnotations })
	addEach(&list, k.field("patchesJson6902"), raw.PatchesJson6902, func(k *types.Kustomization, v types.Patch) { k.PatchesJson6902 = append(k.PatchesJson6902, v) })
	addEach(&list, k.field("replicas"), raw.Replicas, func(k *types.Kustomization, v types.Replica) { k.Replicas = append(k.Replicas, v) })
	addEach(&list, k.field("images"), raw.Images, func(k *types.Kustomization, v types.Image) { k.Images = append(k.Images, v) })
	addEach(&list, k.field("imageTags"), raw.ImageTags, func(k *types.Kustomization, v types.Image) { k.ImageTags = append(k.ImageTags, v) })
	addEach(&list, k.field("replacements"), raw.Replacements, func(k *types.Kustomization, v types.ReplacementField) { k.Replacements = append(k.Replacements, v) })
	addEach(&list, k.field("transformers"), raw.Transformers, func(k *types.Kustomization, v string) { k.Transformers = append(k.Transformers, v) })
	addEach(&list, k.field("validators"), raw.Validators, func(k *types.Kustomization, v string) { k.Validators = append(k.Validators, v) })
	addEach(&list, k.field("vars"), raw.Vars, func(k *types.Kustomization, v types.Var) { k.Vars = append(k.Vars, v) })
	return list.pieces
}

// beginning returns the kustomization with only its first pieces.
func (k *kustomization) beginning(pieces []piece) types.Kustomization {
	short := types.Kustomization{
		TypeMeta: k.raw.TypeMeta, MetaData: k.raw.MetaData, OpenAPI: k.raw.OpenAPI,
		GeneratorOptions: k.raw.GeneratorOptions, SortOptions: k.raw.SortOptions, BuildMetadata: k.raw.BuildMetadata,
	}
	for _, piece := range pieces {
		piece.add(&short)
	}
	return short
}

type pieceList struct{ pieces []piece }

func (l *pieceList) add(at manifest.Path, add func(*types.Kustomization)) {
	l.pieces = append(l.pieces, piece{at, add})
}

func addEach[T any](list *pieceList, field manifest.Path, values []T, add func(*types.Kustomization, T)) {
	for i, value := range values {
		list.add(field.Index(i), func(k *types.Kustomization) { add(k, value) })
	}
}
