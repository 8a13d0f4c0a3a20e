package link

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

func TestSettings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		runtime string
		want    string // settings, and faults with their place in the string; a region may be set if that cannot be read
	}{
		"nothing":                {"{}", ""},
		"constants":              {"{microflowConstants: {A.B: x, C.D: y}}", "constant mx-const-A.B, constant mx-const-C.D"},
		"custom settings":        {"{customConfiguration: '{\"a.b\": 1, \"com.mendix.storage.s3.Region\": \"x\"}'}", "custom setting mx-runtime-a.b, custom setting mx-runtime-com.mendix.storage.s3.Region, region"},
		"one with a key":         {"{customConfiguration: '{\"DatabasePassword\": \"x\"}'}", "custom setting database-password secret"},
		"an empty password":      {"{customConfiguration: '{\"DatabasePassword\": \"\"}'}", "custom setting database-password"},
		"a password to come":     {"{customConfiguration: '{\"DatabasePassword\": \"${PASSWORD}\"}'}", "custom setting database-password"},
		"no password":            {"{customConfiguration: '{\"DatabasePassword\": null}'}", "custom setting database-password"},
		"a password in a URL":    {"{customConfiguration: '{\"DatabaseJdbcUrl\": \"jdbc:postgresql://h/d?user=u&password=x\"}'}", "custom setting database-jdbc-url secret"},
		"a URL without":          {"{customConfiguration: '{\"DatabaseJdbcUrl\": \"jdbc:postgresql://h/d?user=u\"}'}", "custom setting database-jdbc-url"},
		"constants in JSON":      {"{customConfiguration: '{\"MicroflowConstants\": \"{\\\"A.B\\\": \\\"x\\\"}\"}'}", "constant mx-const-A.B"},
		"constants as an object": {"{customConfiguration: '{\"MicroflowConstants\": {\"A.B\": \"x\"}}'}", "fault of MicroflowConstants at 0:0"},
		"constants that are no JSON": {"{customConfiguration: '{\"MicroflowConstants\": \"A.B\"}'}",
			"fault of MicroflowConstants at 1:1"},
		"no JSON":               {"{customConfiguration: '{\"a\": }'}", "region, fault of customConfiguration at 1:7"},
		"no JSON, on line two":  {"{customConfiguration: \"{\\n  'a': 1}\"}", "region, fault of customConfiguration at 2:3"},
		"no object":             {"{customConfiguration: '[1]'}", "region, fault of customConfiguration at 1:1"},
		"empty":                 {"{customConfiguration: ''}", ""},
		"another type":          {"{customConfiguration: {a: b}}", ""},
		"a template":            {"{customConfiguration: '{{ .Values.x }}'}", "region"},
		"passwords":             {"{mxAdminPassword: x, debuggerPassword: y}", "field mx-debugger-password secret, field mx-admin-password secret"},
		"environment variables": {"{environmentVariables: [{name: DB_PASSWORD, value: x}, {name: OTHER, value: y}, {name: TOKEN, valueFrom: {}}, x]}", "environment variable  secret"},
		"short words for one": {"{environmentVariables: [{name: DB_PASS, value: x}, {name: dbPwd, value: x}, {name: COMPASS, value: y}, {name: PASS_THROUGH, value: y}]}",
			"environment variable  secret, environment variable  secret"},
		"what is said about one": {"{environmentVariables: [{name: TOKEN_URL, value: x}, {name: TOKEN_TTL, value: x}, {name: PASSWORD_POLICY, value: y}, {name: SecretName, value: y}, {name: MX_PASSWORD_MIN_LENGTH, value: y}]}", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := manifest.Decode("a.yaml", []byte("kind: MendixApp\nmetadata: {name: a}\nspec: {runtime: "+c.runtime+"}\n"), manifest.DefaultLimits(), nil)
			require.Empty(t, file.Broken)
			s := settings{view: view{doc: file.Docs[0], id: "a"}, tables: testTables(t)}
			s.read()
			var got []string
			for _, set := range s.found {
				line := string(set.Kind) + " " + set.Key
				if set.Secret {
					line += " secret"
				}
				got = append(got, line)
			}
			if s.region {
				got = append(got, "region")
			}
			for _, fault := range s.faults {
				got = append(got, fmt.Sprintf("fault of %s at %d:%d", fault.Field, fault.At.Line, fault.At.Column))
			}
			assert.Equal(t, c.want, strings.Join(got, ", "))
		})
	}
}
