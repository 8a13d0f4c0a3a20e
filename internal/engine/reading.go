package engine

// Reading is what a run read, for users who wonder why something was found, or was not.
type Reading struct {
	// Configuration is the path of the configuration, "" for none.
	Configuration string
	// Manifests are the files that were read as documents, Policies those that were
	// read as the policies kept next to them; sorted.
	Manifests, Policies []string
	// OtherNames counts files set aside because of their name, OtherKinds those that
	// name none of our kinds.
	OtherNames, OtherKinds int
	// Excluded are the files and folders that a glob excludes.
	Excluded []string
	// Deployments are the rendered kustomizations and charts.
	Deployments []string
	// Environments are their IDs, in the order in which they are judged.
	Environments []string
	// Rules are the IDs of the rules that ran.
	Rules []string
}

func (r *Reading) add(other *Reading) {
	r.OtherNames += other.OtherNames
	r.OtherKinds += other.OtherKinds
}

// recordReading records what was read, once everything is linked.
func (r *run) recordReading() {
	reading := &r.outcome.Reading
	if r.Config != nil {
		reading.Configuration = r.Config.Path
	}
	for _, file := range r.files {
		reading.Manifests = append(reading.Manifests, file.Path)
	}
	for _, file := range r.consumed {
		reading.Manifests = append(reading.Manifests, file.Path)
	}
	for _, file := range r.accessFiles {
		reading.Policies = append(reading.Policies, file.Path)
	}
	if r.rendered != nil {
		for _, deployment := range r.rendered.Deployments {
			reading.Deployments = append(reading.Deployments, deployment.Root)
		}
	}
	for i := range r.linked.Environments() {
		reading.Environments = append(reading.Environments, r.linked.ID(i))
	}
	for _, rule := range r.outcome.Catalog.Rules() {
		if r.runs(rule.ID) && !r.turnedOff(rule.ID) {
			reading.Rules = append(reading.Rules, rule.ID)
		}
	}
}
