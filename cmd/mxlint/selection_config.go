package main

import (
	"fmt"
	"path/filepath"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/render"
)

// loadConfig reads the configuration that the command line names, or else the nearest
// one upwards from the first path; it returns nil if there is none.
func (s *selection) loadConfig(paths []string) (*config.Config, error) {
	path := s.config
	if path == "" {
		start := "."
		switch {
		case len(paths) > 0 && paths[0] != "-":
			start = paths[0]
		case len(paths) > 0 && s.stdinName != "":
			start = filepath.Dir(s.stdinName) // where the text belongs
		}
		found, err := config.Find(start)
		if err != nil || found == "" {
			return nil, err
		}
		path = found
	}
	return config.Load(path, s.today)
}

// checkConfig rejects a configuration that names unknown rules, or requires another
// version of mxlint.
func checkConfig(o *engine.Options) error {
	catalog, err := engine.Catalog(o, false)
	if err != nil {
		return err
	}
	if err := o.Config.CheckRules(catalog.Known); err != nil {
		return err
	}
	return o.Config.CheckToolVersion(ownVersion())
}

// printExpired notes which entries have expired, or that this is unknown.
func (s *selection) printExpired(streams *streams, c *config.Config) {
	if s.today == "" && c.HasExpiryDates() {
		fmt.Fprintf(streams.err, "note: %s: no entry with an \"until\" expires unless --today gives the date\n", c.Path)
	}
	for _, entry := range c.Expired {
		fmt.Fprintf(streams.err, "note: %s:%d: this entry of %q expired after %s\n", c.Path, entry.Span.Start.Line, entry.Key, entry.Until)
	}
}

// helmFor returns how charts are rendered: only with --helm or if the configuration
// enables it.
func (s *selection) helmFor(c *config.Config) *render.Helm {
	if c == nil {
		if s.helm {
			return &render.Helm{}
		}
		return nil
	}
	return &render.Helm{Chart: func(folder string) (render.HelmSettings, bool) {
		h := c.HelmFor(c.Rel(folder))
		return render.HelmSettings{ReleaseName: h.ReleaseName, Namespace: h.Namespace, Values: h.Values, Set: h.Set}, h.Enabled || s.helm
	}}
}
