package engine

import "example.com/mxlint/internal/link"

func (r *run) external() []link.External {
	if r.Config == nil {
		return nil
	}
	var external []link.External
	for _, e := range r.Config.External {
		external = append(external, link.External{Kind: e.Kind, Name: e.Name, Namespace: e.Namespace})
	}
	return external
}

// cluster returns the cluster that the configuration assigns to a file; "" for any.
func (r *run) cluster(name string) string {
	if r.Config == nil {
		return ""
	}
	return r.Config.Cluster(r.Config.Rel(name))
}

func (r *run) mounts() map[string]string {
	if r.Config == nil {
		return nil
	}
	return r.Config.VaultMounts
}

// settings returns what the configuration says about single environments.
func (r *run) settings() func([]string, string) link.EnvironmentSettings {
	if r.Config == nil {
		return nil
	}
	return func(names []string, environment string) link.EnvironmentSettings {
		rels := make([]string, len(names))
		for i, name := range names {
			rels[i] = r.Config.Rel(name)
		}
		set := link.EnvironmentSettings{Database: r.Config.DatabaseFor(rels, environment)}
		for _, version := range r.Config.OperatorVersionsFor(rels, environment) {
			set.Operators = append(set.Operators, link.OperatorVersion(version, "operatorVersion in "+r.Config.Path))
		}
		return set
	}
}
