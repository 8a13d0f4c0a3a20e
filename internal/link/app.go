package link

import (
	"slices"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

const storeField = "allowOverrideSecretsWithSecretStoreCSIDriver"

// secretStore returns whether the MendixApp allows the secret store.
func (m *member) secretStore() StoreState {
	field := m.at("spec", storeField)
	switch {
	case manifest.IsNull(m.at("spec").node):
		return StoreUnknown // there is no spec at all, which manifest/schema reports
	case field.node == nil && m.misplaced(storeField):
		return StoreUnknown
	case field.state == absent:
		return StoreAbsent
	case field.state == unknown || field.node.Kind != yaml.ScalarNode || field.node.Tag != "!!bool" && kubernetesString(field.node) == field.node.Value:
		return StoreUnknown
	case kubernetesString(field.node) == "true":
		return StoreRead
	}
	return StoreUnread
}

// freeMaps are mappings whose keys users choose: no field is misplaced in them.
var freeMaps = [...]string{"annotations", "labels", "general", "microflowConstants", "environmentVariables"}

// misplaced reports whether a field of spec is at another depth.
func (m *member) misplaced(name string) bool {
	var within func(node *yaml.Node, depth int) bool
	within = func(node *yaml.Node, depth int) bool {
		if depth > 6 {
			return false
		}
		for _, entry := range manifest.Entries(node) {
			key := manifest.Resolve(entry.Key).Value
			if key == name || !slices.Contains(freeMaps[:], key) && within(entry.Value, depth+1) {
				return true
			}
		}
		return false
	}
	return within(m.doc.Root, 0)
}

// app states the facts of a MendixApp.
func (m *member) app(tables *Tables) *App {
	field := m.at("spec", storeField)
	a := &App{
		Resource: m.resource(), SecretStore: m.secretStore(), SecretStoreAt: m.value(field.path),
		SpecAt:        m.key(m.at("spec").path),
		DatabasePlan:  m.plan("database"),
		StoragePlan:   m.plan("storage"),
		IdentityLabel: m.identityLabel(),
	}
	if field.node == nil {
		a.SecretStoreAt = a.SpecAt
	}
	s := settings{view: m.view, tables: tables}
	s.read()
	a.Settings, a.Configuration, a.Region = s.found, s.faults, s.region
	return a
}

// planField is the field that names a plan, in spec.database and spec.storage.
const planField = "servicePlan"

// plan reads the plan that the app names for one half of what it needs, "database" or
// "storage". A plan under a misspelled field, or next to its half, is unknown: the
// field is dropped, which is reported, but the plan was meant.
func (m *member) plan(half string) Plan {
	field := m.at("spec", half, planField)
	p := Plan{State: PlanNamed, Name: field.text, At: m.value(field.path)}
	switch {
	case field.state == absent && m.at("spec", planField).node != nil:
		p.State = PlanUnknown
	case field.state == absent || field.state == known && field.text == "":
		p.State = PlanAbsent
	case field.state == unknown: // a template, repeated, or of another kind
		p.State = PlanUnknown
	case field.path != manifest.Path("").Key("spec").Key(half).Key(planField):
		p.State = PlanUnknown
	}
	return p
}

// identityLabel reads the pod label that makes the workload identity webhook act on the
// app.
func (m *member) identityLabel() LabelState {
	labels, holder := m.entries("spec", "customPodLabels", "general")
	if holder.state == unknown && labels == nil {
		return LabelUnknown
	}
	entry := exactEntry(labels, "azure.workload.identity/use")
	switch {
	case entry == nil:
		return LabelAbsent
	case manifest.Unknown(text(entry.Value)):
		return LabelUnknown
	case kubernetesString(manifest.Resolve(entry.Value)) == "true":
		return LabelOn
	}
	return LabelOther
}
