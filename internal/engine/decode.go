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

// decode reads the files that name our kinds, on all processors. The order of
// what it leaves does not depend on the workers.
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
		return nil // single files fail, and that is noted
	})
	if err != nil {
		return err
	}
	// Where the walk came upon its name, it was read in place of that file.
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

// readGuarded reads a file. A failure of our own is noted with its name, and the
// others of the batch are read all the same.
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

// accessFile takes a file for what belongs to a rule of access/, if it is that.
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

// manifest decodes a file that may hold documents of ours.
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

// bytes are those of a file, or what stands in place of them.
func (r *run) bytes(reader *manifest.Reader, name string) ([]byte, error) {
	if data, ok := r.Overlay[name]; ok {
		return data, nil
	}
	return reader.Read(name)
}

// decodeFile reads the documents of a file that may be ours, and has the rules
// compiled beside it.
func (r *run) decodeFile(name string, data []byte) *manifest.File {
	if !r.inspecting { // the facts are all that is asked for
		r.rules.hit()
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

// policyBytes bounds what is taken for a policy: AWS takes some ten thousand
// bytes of one.
const policyBytes = 1 << 20

// headBytes is how much of a file that is too large is kept, to tell whose it is.
const headBytes = 1 << 20
