package manifest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func testWords() *Words {
	return NewWords(Word{Text: "MendixApp"}, Word{Text: "ServiceAccount", Kind: "ServiceAccount", With: "mendix.com"}, Word{Text: "operator", Kind: "Deployment"})
}

func TestWordsInFile(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"kind: MendixApp\n":                    true,
		"# a MendixApp\n":                      true,
		"kind: Mendix\n":                       false,
		"":                                     false,
		"kind: \"Mendix\\u0041pp\"\n":          true,
		"kind: \"Mendix\\x41pp\"\n":            true,
		"kind: \"Mendix\\U00000041pp\"\n":      true,
		"kind: \"Mendix\\\n  App\"\n":          true,
		"kind: \"Mendix\\\r\n  App\"\n":        true,
		"path: C:\\temp\\new\n":                false, // \t and \n do not represent letters
		"a: \"\\\\u0041\"\n":                   false, // an escaped backslash
		"a: \\":                                false,
		"\xff\xfek\x00":                        true,
		"\xfe\xff\x00k":                        true,
		"k\x00i\x00":                           true,
		"\x00k\x00i":                           true,
		"\xef\xbb\xbfkind: ConfigMap\n":        false,
		"kind: ServiceAccount\n# mendix.com\n": true,
	} {
		assert.Equal(t, want, testWords().InFile([]byte(text)), "%q", text)
	}
}

// A document that matches no word is never a wanted one: false is certain.
func TestWordsInDocument(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"kind: MendixApp\n":                                    true,
		"kind: ConfigMap\ndata: {a: MendixApp}\n":              true,
		"kind: ServiceAccount\n":                               true,
		"apiVersion: v1\u0085kind: ServiceAccount\n":           true, // a line ends there too
		"apiVersion: v1\u2028kind: ServiceAccount\n":           true,
		"kind: ConfigMap\na: ServiceAccount\n":                 false,
		"kind: ConfigMap\na: ServiceAccount\nb: mendix.com\n":  true,
		"kind: \"ServiceAccount\"\n":                           true,
		"kind: !!str ServiceAccount\n":                         true,
		"kind: &a ServiceAccount\n":                            true,
		"kind:\n  ServiceAccount\n":                            true,
		"kind : ServiceAccount\n":                              true,
		"kind: List\nitems:\n- kind: ServiceAccount\n":         true,
		"kind: ServiceAccountList\nitems: []\n":                true,
		"{kind: ServiceAccount}\n":                             true,
		"\"kind\": ServiceAccount\n":                           true,
		"? kind\n: ServiceAccount\n":                           true,
		"<<: {kind: ServiceAccount}\na: b\n":                   true,
		"a: b\n<<: {kind: ServiceAccount}\n":                   true,
		"&a kind: ServiceAccount\n":                            true,
		"a: b\n&a kind: ServiceAccount\n":                      true,
		"a: b\n!!str kind: ServiceAccount\n":                   true,
		"  kind: ServiceAccount\n":                             true,
		"# c\n--- # d\nkind: ServiceAccount\n":                 true,
		"--- {kind: ServiceAccount}\n":                         true,
		"%YAML 1.2\n---\nkind: ServiceAccount\n":               true,
		"\ufeffkind: ServiceAccount\n":                         true,
		"metadata:\n  x: ServiceAccount\nkind: ConfigMap\n":    false,
		"metadata:\n  kind: ServiceAccount\nkind: ConfigMap\n": false,
		"kind: ConfigMap\na: |\n  x\nkind: ServiceAccount\n":   true,
		"kind: Deployment\nname: operator\n":                   true,
		"kind: ConfigMap\nname: operator\n":                    false,
		"kind: ConfigMap\r\na: ServiceAccount\r\n":             false,
		"kind: ConfigMap\rkind: ServiceAccount\r":              true,
		"kind: ConfigMap\na: \"\\u0041\"\n":                    true,
	} {
		assert.Equal(t, want, testWords().InDocument(text), "%q", text)
	}
}

// FuzzFilter checks that a document of a kind that is looked for is never set
// aside.
func FuzzFilter(f *testing.F) {
	for _, seed := range []string{"kind: ServiceAccount\n", "a: b\n<<: {kind: ServiceAccount}\n", "? kind\n: ServiceAccount\n", "kind: \"Service\\\n  Account\"\n", "{\"kind\":\"ServiceAccount\"}", "kind: List\nitems:\n- kind: ServiceAccount", "a: &a ServiceAccount\nkind: *a\n", "kind: &b\n  ServiceAccount\n"} {
		f.Add(seed)
	}
	words := testWords()
	f.Fuzz(func(t *testing.T, text string) {
		file := Decode("a.yaml", []byte(text), DefaultLimits(), nil)
		for _, doc := range file.Docs {
			if doc.Kind != "ServiceAccount" && doc.Kind != "MendixApp" {
				continue
			}
			if !words.InFile([]byte(text)) || !words.InDocument(file.Text[doc.Start:doc.End]) {
				t.Fatalf("a %s is set aside: %q", doc.Kind, text)
			}
		}
	})
}

// TestRarest expects a byte that is rare in manifests.
func TestRarest(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]byte{
		"MendixApp": 'x', "mendix-operator": 'x', "ServiceAccount": 'A', "SecretProviderClass": 'P', "operator": 'p', "a": 'a',
	} {
		assert.Equal(t, string(want), string(text[rarest(text)]), text)
	}
}

// TestMarks finds words at either end and after near misses.
func TestMarks(t *testing.T) {
	t.Parallel()
	words := NewWords(Word{Text: "axb"}, Word{Text: "x"}, Word{Text: "cxx"})
	assert.Len(t, words.marks, 1)
	two := NewWords(Word{Text: "axb"}, Word{Text: "cxx"})
	for text, want := range map[string]bool{"axb": true, "axaxb": true, "xb": false, "ax": false, "cxx": true, "cx": false, "xxcxx": true, "": false} {
		assert.Equal(t, want, two.InFile([]byte(text)), text)
	}
}
