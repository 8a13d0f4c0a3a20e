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

// What a hostile input may use: some three times what the slowest one uses alone, since
// other work on the machine makes all of them slower.
const (
	hostileTime   = 10 * time.Second
	hostileMemory = 512 << 20
)

// hostile is one malicious input.
type hostile struct {
	name string
	// make creates it in a folder, where it is linted.
	make func(t *testing.T, folder string)
	// code is the exit code, and want what the findings contain, one per line; a line
	// that begins with "!" must not occur.
	code int
	want string
	args []string
}

// TestHostile checks that mxlint, whatever it reads, ends soon, within bounds, and with
// a verdict. `go test -v -run TestHostile ./cmd/mxlint -args -table` prints what each
// input took.
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
			// On a busy machine the clock alone means little.
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

// hostiles returns the inputs: the small ones are in fixtures/hostile, and begin with a
// comment that says what to expect; the large ones are created here.
func hostiles(t *testing.T) []hostile {
	t.Helper()
	cases := append(hostileYAML(), hostileSizes()...)
	cases = append(cases, hostileFiles()...)
	return append(cases, hostileFixtures(t)...)
}

// hostileFixtures reads fixtures/hostile: the files of a folder are one input, and
// expect.txt contains the exit code and the expected findings.
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
