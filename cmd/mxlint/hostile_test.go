package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var table = flag.Bool("table", false, "print what each hostile input took")

// What a hostile input may take: some three times what the slowest one takes
// alone, since other work on the machine makes all of them slower.
const (
	hostileTime   = 10 * time.Second
	hostileMemory = 512 << 20
)

// hostile is one input that was made to hurt.
type hostile struct {
	name string
	// make writes it into a folder, where it is linted.
	make func(t *testing.T, folder string)
	// code is the exit code, and want what the findings hold, one a line; a
	// line that begins with "!" must not be there.
	code int
	want string
	args []string
}

// TestHostile holds mxlint to its promise: whatever it reads, it ends soon,
// within bounds, and with a verdict. `go test -v -run TestHostile ./cmd/mxlint
// -args -table` prints what each input took.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	program := binary(t)
	rows := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(rows, "time\tcpu\tmemory\texit\t input\t")
	for _, c := range hostiles(t) {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			c.make(t, folder)
			args := c.args
			if args == nil {
				args = []string{"."}
			}
			m := measure(t, nil, folder, program, args...)
			fmt.Fprintf(rows, "%.2f s\t%.2f s\t%d MB\t%d\t %s\t\n", m.wall.Seconds(), m.cpu.Seconds(), m.peak>>20, m.code, c.name)
			require.False(t, m.killed, "it hangs")
			// On a machine with other work the clock alone tells little.
			assert.False(t, m.wall > hostileTime && m.cpu > hostileTime, "it took %v, and %v of the processor", m.wall, m.cpu)
			assert.LessOrEqual(t, m.peak, int64(hostileMemory))
			assert.Equal(t, c.code, m.code, "%s%s", clip(m.stdout), clip(m.stderr))
			assert.NotContains(t, m.stderr, "internal failure")
			assert.NotContains(t, m.stderr, "goroutine ")
			for line := range strings.Lines(c.want) {
				line = strings.TrimSuffix(line, "\n")
				if unwanted, not := strings.CutPrefix(line, "!"); not {
					assert.NotContains(t, m.stdout+m.stderr, unwanted)
				} else {
					assert.Contains(t, m.stdout+m.stderr, line)
				}
			}
		})
	}
	if *table {
		require.NoError(t, rows.Flush())
	}
}

func clip(text string) string { return text[:min(len(text), 2000)] }

// hostiles are the inputs: the small ones stand in fixtures/hostile, and begin
// with a comment that says what to expect; the large ones are made here.
func hostiles(t *testing.T) []hostile {
	t.Helper()
	cases := append(hostileYAML(), hostileSizes()...)
	cases = append(cases, hostileFiles()...)
	return append(cases, hostileFixtures(t)...)
}

// hostileFixtures reads fixtures/hostile: the files of a folder are one input,
// and expect.txt holds the exit code and what is wanted.
func hostileFixtures(t *testing.T) []hostile {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", "fixtures", "hostile"))
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(root, "*", "expect.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var cases []hostile
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		first, want, _ := strings.Cut(string(text), "\n")
		c := hostile{name: filepath.Base(filepath.Dir(file)), want: want, make: func(*testing.T, string) {}}
		_, err = fmt.Sscanf(first, "exit %d", &c.code)
		require.NoError(t, err, "%s", file)
		c.args = []string{filepath.Dir(file)}
		cases = append(cases, c)
	}
	return cases
}
