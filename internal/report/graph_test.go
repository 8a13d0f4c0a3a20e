package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
)

// nasty contains what either language, or a terminal, would interpret.
const nasty = "a\"];x--> \\\n%%{init: {}}%%\n`b` <script> #quot; | $$ \x1b[31m"

// nastyEnvironment returns an environment that has it in every text that is shown.
func nastyEnvironment() *link.Subject {
	s := &link.Subject{}
	s.ID, s.Name, s.Mode, s.Provider = nasty, nasty, "standalone", nasty
	resource := link.Resource{Path: nasty, Line: 1, Column: 2, Kind: nasty, Name: nasty}
	s.Resources.App = &link.App{Resource: resource, SecretStore: nasty}
	s.Resources.Account = &link.Account{Resource: resource, Mark: link.Mark{State: "wrong", Key: nasty, Value: nasty}}
	s.Resources.Class = &link.Class{Resource: resource, Readable: true}
	s.Links = []link.Link{{Kind: "SecretProviderClass", State: "missing", Candidate: &link.Candidate{Name: nasty, Namespace: nasty}}}
	s.MountedFiles = []link.MountedFile{{Name: nasty, Match: "near", Nearest: []string{nasty}, Source: nasty, Path: nasty, Duplicate: -1}}
	s.Groups.Database = link.Group{Begun: true, Missing: []string{nasty}}
	s.Login = link.Login{Database: nasty, DatabaseBecause: nasty, Storage: nasty, StorageBecause: nasty}
	s.Needs.Operator = &link.Need{Version: nasty, Because: nasty}
	s.Versions.Operators = []link.Version{{Text: nasty, Source: nasty}}
	s.Unknown = []string{nasty}
	return s
}

func TestGraphEscapes(t *testing.T) {
	t.Parallel()
	in := Inspection{Environments: []*link.Subject{nastyEnvironment()}}
	// What may be on a line once quoted texts are removed.
	bare := map[string]*regexp.Regexp{
		"mermaid": regexp.MustCompile(`^ *(flowchart LR|direction LR|end|classDef .*|subgraph \w+\[""\]|\w+\[""\]:::\w+|\w+ (-->|-\.->)(\|""\|)? \w+)$`),
		"dot":     regexp.MustCompile(`^ *(digraph mxlint \{|rankdir=LR;|(node|edge) \[.*\];|subgraph \w+ \{|label="";|\w+ (-> \w+ )?\[[\w=", ]*\];|\})$`),
	}
	quoted := regexp.MustCompile(`"(\\.|[^"\\])*"`)
	for _, language := range GraphFormats() {
		var out bytes.Buffer
		require.NoError(t, Graph(&out, language, in))
		for line := range strings.Lines(out.String()) {
			assert.Regexp(t, bare[language], strings.TrimSuffix(quoted.ReplaceAllString(line, `""`), "\n"), language)
		}
		assert.NotContains(t, out.String(), "\x1b")
		if language == "mermaid" {
			for _, obeyed := range []string{"%%{", "$$", "<script>", "`", " #quot; "} {
				assert.NotContains(t, out.String(), obeyed)
			}
		}
	}
	assert.Error(t, Graph(&bytes.Buffer{}, "svg", in))
}

func TestInspectTextEscapes(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, Inspect(&out, "text", Inspection{
		Environments: []*link.Subject{nastyEnvironment()},
		Others: []*link.Subject{
			{Broken: []link.Broken{{Path: nasty, Message: nasty}, {Path: nasty, Unrendered: true}}},
			{Documents: []link.Document{{Path: nasty, Kind: nasty, Name: nasty, Twin: &link.Candidate{}}, {Path: nasty}}},
		},
	}, false))
	assert.NotContains(t, out.String(), "\x1b")
	assert.NotContains(t, out.String(), "\n%%{init", "a line end of a name is no line end")
}
