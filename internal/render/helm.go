package render

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"

	"example.com/mxlint/internal/manifest"
)

// Helm allows running the user's own helm.
type Helm struct {
	// Program is the program to run; empty means "helm" on PATH.
	Program string
	// Timeout limits one run; zero means a minute.
	Timeout time.Duration
	// Chart returns how to render the chart in a folder, named as by the walk;
	// false means not to render it. Nil means the defaults.
	Chart func(folder string) (HelmSettings, bool)
}

// HelmSettings are the arguments of `helm template`.
type HelmSettings struct {
	ReleaseName string   // empty: the chart's name
	Namespace   string   // empty: helm's default
	Values      []string // files, by the names to open them with
	Set         []string // assignments, "key=value"
}

const helmTimeout = time.Minute

// outputLimit limits what is kept of a chart that renders without end.
const outputLimit = 64 << 20

// renderCharts runs helm where it is allowed, and reports the charts that are
// not checked.
func (r *renderer) renderCharts(charts []*chart) error {
	var errs []error
	program := ""
	for _, c := range charts {
		settings, allowed := r.helmFor(c)
		if !allowed || r.ctx.Err() != nil {
			r.addProblem(c.unrendered(), c.folder)
			continue
		}
		if program == "" {
			// The linted repository may be someone else's, and contain a
			// program of that name: one in the working directory is not the
			// user's own (exec.ErrDot).
			found, err := exec.LookPath(r.helmProgram())
			if err != nil {
				errs = append(errs, fmt.Errorf("rendering chart %q: %q was not found on PATH: install helm, or leave --helm out and pipe `helm template` to `mxlint -`", c.folder, r.helmProgram()))
				r.addProblem(c.unrendered(), c.folder)
				continue
			}
			program = found
		}
		r.renderChart(program, c, settings)
	}
	return errors.Join(errs...)
}

func (r *renderer) helmProgram() string {
	if r.options.Helm.Program != "" {
		return r.options.Helm.Program
	}
	return "helm"
}

func (r *renderer) helmFor(c *chart) (HelmSettings, bool) {
	settings, allowed := HelmSettings{}, r.options.Helm != nil
	if allowed && r.options.Helm.Chart != nil {
		settings, allowed = r.options.Helm.Chart(c.folder)
	}
	if settings.ReleaseName == "" {
		settings.ReleaseName = c.name
	}
	return settings, allowed
}

func (r *renderer) renderChart(program string, c *chart, settings HelmSettings) {
	text, stderr, err := r.helmTemplate(program, c, settings)
	if err != nil {
		r.addProblem(r.helmFailure(c, stderr, err), c.folder)
		return
	}
	file := r.options.Decode(c.path, text)
	MarkSources(file)
	d := &Deployment{Root: c.path, Name: c.folder, Files: []*manifest.File{file}, Sources: []*manifest.File{c.file}}
	for _, doc := range file.Docs {
		template := r.readTemplate(c, doc.Source)
		doc.Origin = &chartOrigin{
			rendered: &manifest.Doc{File: file, Root: doc.Root, Start: doc.Start, End: doc.End},
			chart:    c, template: template, sources: r.shared,
		}
		d.Sources = appendNew(d.Sources, template)
	}
	r.result.Deployments = append(r.result.Deployments, d)
}

// helmTemplate runs `helm template`. The flags end before the names, so that no
// name is read as a flag.
func (r *renderer) helmTemplate(program string, c *chart, settings HelmSettings) (stdout []byte, stderr string, err error) {
	timeout := r.options.Helm.Timeout
	if timeout == 0 {
		timeout = helmTimeout
	}
	ctx, cancel := context.WithTimeout(r.ctx, timeout)
	defer cancel()
	arguments := []string{"template"}
	if settings.Namespace != "" {
		arguments = append(arguments, "--namespace="+settings.Namespace)
	}
	for _, name := range settings.Values {
		arguments = append(arguments, "--values="+name)
	}
	for _, assignment := range settings.Set {
		arguments = append(arguments, "--set="+assignment)
	}
	arguments = append(arguments, "--", settings.ReleaseName, relativeArgument(filepath.ToSlash(c.folder)))
	command := exec.CommandContext(ctx, program, arguments...)
	out, problems := limitedBuffer{limit: outputLimit}, limitedBuffer{limit: 1 << 16}
	command.Stdout, command.Stderr = &out, &problems
	command.WaitDelay = time.Second
	if err = command.Run(); ctx.Err() != nil && r.ctx.Err() == nil {
		err = fmt.Errorf("it took longer than %s", timeout)
	}
	if err == nil && out.cut {
		err = errTooLarge
	}
	return out.buffer.Bytes(), problems.buffer.String(), err
}
