package engine

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/manifest"
)

// filesAtOnce is how many files a worker takes at a time.
const filesAtOnce = 32

// decode reads the files that name our kinds, on all processors. The order of its
// results does not depend on the workers.
func (r *run) decode(ctx context.Context) error {
	r.outcome.Files += len(r.found.files)
	batches := slices.Collect(slices.Chunk(r.found.files, filesAtOnce))
	results := make([]readFiles, r.workerCount(), r.workerCount()+1)
	for i := range results {
		results[i].reader.Limit = r.Limits.FileBytes
	}
	err := r.each(ctx, len(batches), func(_ context.Context, worker, i int) error {
		for _, name := range batches[i] {
			r.readGuarded(name, &results[worker])
		}
		return nil // errors of single files are noted
	})
	if err != nil {
		return err
	}
	// If the walk found a file of that name, standard input was read in its place.
	if r.found.stdin && !slices.Contains(r.found.files, r.stdin()) {
		results = append(results, r.decodeStdin())
	}
	for i := range results {
		r.files = append(r.files, results[i].files...)
		r.accessFiles = append(r.accessFiles, results[i].accessFiles...)
		r.outcome.Reading.add(&results[i].reading)
		r.outcome.Errors = append(r.outcome.Errors, results[i].errs...)
		r.outcome.Notes = append(r.outcome.Notes, results[i].notes...)
		r.found.unopened = append(r.found.unopened, results[i].unopened...)
	}
	r.outcome.SetAside += r.outcome.Reading.OtherNames + r.outcome.Reading.OtherKinds
	slices.SortFunc(r.files, func(a, b *manifest.File) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(r.accessFiles, func(a, b *access.File) int { return strings.Compare(a.Path, b.Path) })
	slices.Sort(r.found.unopened)
	slices.Sort(r.outcome.Notes)
	slices.SortFunc(r.outcome.Errors, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return nil
}

// readFiles is what one worker has read.
type readFiles struct {
	reader      manifest.Reader
	files       []*manifest.File
	accessFiles []*access.File
	reading     Reading
	errs        []error
	unopened    []string
	notes       []string
}

// readGuarded reads a file. A panic is noted with the name of the file, and the rest of
// the batch is still read.
func (r *run) readGuarded(name string, into *readFiles) {
	defer func() {
		if failure := recover(); failure != nil {
			r.failInternally("reading %q: internal failure: %v (this is a bug of mxlint; the other files are read)\n%s", name, failure, debug.Stack())
			into.unopened = append(into.unopened, name)
		}
	}()
	r.read(name, into)
}

func (r *run) read(name string, into *readFiles) {
	data, err := r.bytes(&into.reader, name)
	if err != nil {
		into.errs = append(into.errs, err)
		if manifest.IsManifestName(name) {
			into.unopened = append(into.unopened, name)
		}
		return
	}
	if r.accessFile(name, data, into) {
		return
	}
	if !manifest.IsManifestName(name) && !r.focus.files[name] {
		into.reading.OtherNames++
		return
	}
	r.manifest(name, data, into)
}

// accessFile keeps a file if it is a policy that a rule of access/ checks, and reports
// whether it is one.
func (r *run) accessFile(name string, data []byte, into *readFiles) bool {
	if len(data) > policyBytes || !strings.HasSuffix(name, ".hcl") && !strings.HasSuffix(name, ".json") || !access.Recognise(name, data) {
		return false
	}
	policy, err := access.Parse(name, data)
	if err != nil {
		into.notes = append(into.notes, fmt.Sprintf("%v: not checked", err))
	}
	if policy == nil {
		return false
	}
	into.accessFiles = append(into.accessFiles, policy)
	return true
}

// manifest decodes a file that may contain documents of ours.
func (r *run) manifest(name string, data []byte, into *readFiles) {
	if !r.unfiltered && !r.words.InFile(data) {
		into.reading.OtherKinds++
		if len(data) > r.Limits.FileBytes {
			into.notes = append(into.notes, fmt.Sprintf("%q is larger than the limit (--limit file-size), and its beginning names none of our kinds: not checked", name))
		}
		return
	}
	into.files = append(into.files, r.decodeFile(name, data))
}

// bytes returns the content of a file, or what Overlay holds in its place.
func (r *run) bytes(reader *manifest.Reader, name string) ([]byte, error) {
	if data, ok := r.Overlay[name]; ok {
		return data, nil
	}
	return reader.Read(name)
}

// decodeFile decodes the documents of a file that may be ours, while the rules are
// compiled.
func (r *run) decodeFile(name string, data []byte) *manifest.File {
	if !r.inspecting { // inspecting needs no rules
		r.rules.fileFound()
	}
	if len(data) > r.Limits.FileBytes {
		return manifest.TooLarge(name, data[:min(len(data), headBytes)], r.Limits.FileBytes)
	}
	var wanted func(string) bool
	if !r.unfiltered {
		wanted = r.words.InDocument
	}
	return manifest.Decode(name, data, r.Limits, wanted)
}

// policyBytes bounds the size of a policy file: AWS allows some ten thousand bytes.
const policyBytes = 1 << 20

// headBytes is how much of a file that is too large is kept, to decide whether it is
// ours.
const headBytes = 1 << 20
