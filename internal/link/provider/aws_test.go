package provider

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sortedNames(set map[string]string) []string {
	var list []string
	for name := range set {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

func TestAWS(t *testing.T) {
	t.Parallel()
	const entry = "- objectName: ns/env\n  objectType: secretsmanager\n"
	const paths = entry + "  jmesPath:\n    - path: '\"a-b\"'\n      objectAlias: a-b\n"
	file := []string{"ns_env=ns/env#"}
	both := []string{`ns_env=ns/env# parent`, `a-b=ns/env#"a-b"`}
	run(t, AWS, []decodeCase{
		{name: "good", objects: paths, files: both},
		{name: "names in any case", objects: "- OBJECTNAME: ns/env\n  objecttype: secretsmanager\n", files: file},
		{name: "jmesPath with nothing", objects: entry + "  jmesPath:\n", files: file},
		{name: "number becomes text", objects: "- objectName: 0123\n  objectType: ssmparameter\n  objectVersion: 3\n", files: []string{"83=83#"}},
		{name: "azure form", objects: "array:\n  - |\n    x\n", problems: []string{"refused objects-shape /objects!"}, unreadable: true},
		{name: "null entry", objects: entry + "-\n", problems: []string{"refused objects-shape /objects!/1"}, unreadable: true},
		{name: "repeated key", objects: entry + "  objectName: b\n", problems: []string{"tolerated objects-shape /objects!/0/objectName~22"}, files: []string{"b=b#"}},
		{name: "repeated key in another case", objects: entry + "  ObjectName: b\n", problems: []string{"tolerated objects-shape /objects!/0/ObjectName"}, files: file},
		{name: "merge overrides", objects: "- &a\n  objectName: ns/env\n  objectType: secretsmanager\n- objectName: b\n  <<: *a\n  objectAlias: c\n", files: []string{"ns_env=ns/env#", "c=ns/env#"}},
		{name: "key that is no scalar", objects: entry + "  ? [a]\n  : b\n", problems: []string{"refused objects-shape /objects"}, unreadable: true},
		{name: "no type", objects: "- objectName: a\n", problems: []string{"refused object-field /objects!/0"}, files: []string{"a=a#"}},
		{name: "type in another case", objects: "- objectName: a\n  objectType: SecretsManager\n", problems: []string{"refused object-field /objects!/0/objectType"}, files: []string{"a=a#"}},
		{name: "ARN needs no type", objects: "- objectName: arn:aws:ssm:eu-west-1:1:parameter/x\n  objectAlias: b\n", files: []string{"b=arn:aws:ssm:eu-west-1:1:parameter/x#"}},
		{name: "unquoted permission", objects: entry + "  filePermission: 0600\n", problems: []string{"refused object-field /objects!/0/filePermission"}, files: file},
		{name: "permission that stays", objects: entry + "  filePermission: 4444\n", files: file},
		{name: "jmesPath as text", objects: entry + "  jmesPath: a\n", problems: []string{"refused object-field /objects!/0/jmesPath"}, unreadable: true},
		{name: "entry without alias", objects: entry + "  jmesPath: [{path: a}]\n", problems: []string{"refused object-field /objects!/0/jmesPath/0"}, files: []string{"ns_env=ns/env# parent"}},
		{name: "null entry of jmesPath is reported once", objects: entry + "  jmesPath: [~]\n", problems: []string{"refused object-field /objects!/0/jmesPath/0"}, files: []string{"ns_env=ns/env# parent"}},
		{name: "near jmesPath", objects: entry + "  jmespaths: [{path: a, objectAlias: b}]\n", problems: []string{"refused unknown-object-field /objects!/0/jmespaths"}, files: []string{"ns_env=ns/env# parent", "b=ns/env#a"}},
		{name: "near path", objects: entry + "  jmesPath: [{key: a, objectAlias: b}]\n", problems: []string{"refused unknown-object-field /objects!/0/jmesPath/0/key"}, files: []string{"ns_env=ns/env# parent", "b=ns/env#a"}},
		{name: "foreign field", objects: entry + "  secretKey: a\n", problems: []string{"tolerated unknown-object-field /objects!/0/secretKey"}, files: file},
		{name: "version and label", objects: "- objectName: a\n  objectType: ssmparameter\n  objectVersion: 1\n  objectVersionLabel: l\n", problems: []string{"refused object-field /objects!/0/objectVersionLabel"}, files: []string{"a=a#"}},
		{name: "same alias", objects: entry + "  objectAlias: b\n- objectName: x\n  objectType: ssmparameter\n  objectAlias: b\n", files: []string{"b=ns/env#", "b=x# refused-duplicate"}},
		{name: "same name", objects: entry + entry, files: []string{"ns_env=ns/env#", "ns_env=ns/env# refused-duplicate"}},
		{name: "same name with another label", objects: entry + entry + "  objectVersionLabel: AWSPREVIOUS\n", files: []string{"ns_env=ns/env#", "ns_env=ns/env# duplicate"}},
		{name: "name against alias", objects: entry + "- objectName: x\n  objectType: ssmparameter\n  objectAlias: ns_env\n", files: []string{"ns_env=ns/env#", "ns_env=x# duplicate"}},
		{name: "alias against the parent's name", objects: entry + "  jmesPath: [{path: a, objectAlias: ns_env}]\n", files: []string{"ns_env=ns/env# parent", "ns_env=ns/env#a duplicate"}},
		{name: "translation", parameters: map[string]string{"pathTranslation": "-"}, objects: entry, files: file},
		{name: "other translation", parameters: map[string]string{"pathTranslation": "+"}, objects: entry, files: []string{"ns+env=ns/env#"}},
		{name: "no translation", parameters: map[string]string{"pathTranslation": "FALSE"}, objects: entry, problems: []string{"refused object-field /objects!/0/objectName"}, files: []string{"ns/env=ns/env#"}},
		{name: "long translation", parameters: map[string]string{"pathTranslation": "no"}, objects: "- objectName: a\n  objectType: ssmparameter\n", problems: []string{"refused parameter /pathTranslation"}, files: []string{"a=a#"}},
		{name: "pod identity", parameters: map[string]string{"usePodIdentity": "yes"}, objects: entry, problems: []string{"refused parameter /usePodIdentity"}, files: file},
		{name: "address type", parameters: map[string]string{"preferredAddressType": "ipv5"}, objects: entry, problems: []string{"tolerated parameter /preferredAddressType"}, files: file},
		{name: "region", parameters: map[string]string{"region": "eu_west_1"}, objects: entry, problems: []string{"refused parameter /region"}, files: file},
		{name: "region with another to fall back on", parameters: map[string]string{"region": "eu_west_1", "failoverRegion": "us-east-1"}, objects: entry, problems: []string{"tolerated parameter /region"}, files: file},
		{name: "failover to itself", parameters: map[string]string{"failoverRegion": "eu-west-1"}, objects: entry, problems: []string{"refused parameter /failoverRegion"}, files: file},
		{name: "failover without region", objects: entry + "  objectAlias: b\n  failoverObject: {objectName: c}\n", problems: []string{"refused object-field /objects!/0/failoverObject"}, files: []string{"b=ns/env#"}},
		{name: "failover", parameters: map[string]string{"failoverRegion": "us-east-1"}, objects: entry + "  objectAlias: b\n  failoverObject: {objectName: c}\n", files: []string{"b=ns/env#"}},
	})
}

func TestAWSScalars(t *testing.T) {
	t.Parallel()
	r := Decode(AWS, []Parameter{{Name: "objects", Value: "- objectName: on\n  objectType: ssmparameter\n  objectVersion: 3\n  filePermission: 0600\n  jmesPath:\n    - {path: 'y', objectAlias: 1.0}\n"}}, loadTables(t))
	assert.Equal(t, []Scalar{
		{Pointer: "/objects!/0/objectName", Field: "objectName", Written: "on", Becomes: "true"},
		{Pointer: "/objects!/0/jmesPath/0/objectAlias", Field: "objectAlias", Written: "1.0", Becomes: "1"},
	}, r.Scalars)
	assert.Equal(t, []string{"refused object-field /objects!/0/filePermission"}, summary(r), "one fault, one problem")
}

func TestARN(t *testing.T) {
	t.Parallel()
	const secret = "arn:aws:secretsmanager:eu-west-1:1:secret:a"
	tables := loadTables(t)
	for name, c := range map[string]struct {
		region, arn, kind string
		want              ARNFaultKind
	}{
		"good":                {"eu-west-1", secret, "secretsmanager", ""},
		"any region":          {"", secret, "", ""},
		"unknown region":      {"${REGION}", secret, "", ""},
		"another region":      {"us-east-1", secret, "", ARNRegion},
		"malformed":           {"eu-west-1", "arn:aws:secretsmanager", "", ARNMalformed},
		"another service":     {"eu-west-1", "arn:aws:s3:eu-west-1:1:bucket", "", ARNService},
		"a global service":    {"", "arn:aws:s3:::bucket", "", ARNService},
		"not of the type":     {"eu-west-1", secret, "ssmparameter", ARNService},
		"of no region at all": {"", "arn:aws:iam::1:role/x", "secretsmanager", ARNMalformed},
		"template":            {"eu-west-1", "arn:aws:secretsmanager:${REGION}:1:secret:a", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			objects := "- objectName: " + c.arn + "\n  objectType: \"" + c.kind + "\"\n"
			r := Decode(AWS, []Parameter{{Name: "region", Value: c.region}, {Name: "objects", Value: objects}}, tables)
			require.Len(t, r.Objects, 1)
			require.Empty(t, r.Problems)
			if c.want == "" {
				assert.Nil(t, r.Objects[0].ARN)
				return
			}
			require.NotNil(t, r.Objects[0].ARN)
			assert.Equal(t, c.want, r.Objects[0].ARN.Fault)
		})
	}
}

func TestJMES(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]JMES{
		`database_host`: {Kind: JMESIdentifier, Key: "database_host", Quoted: `"database_host"`},
		` "a-b" `:       {Kind: JMESQuoted, Key: "a-b", Quoted: `"a-b"`},
		`"a\u002db"`:    {Kind: JMESQuoted, Key: "a-b"},
		`a.b.c`:         {Kind: JMESDotted, Quoted: `"a.b.c"`},
		`"a-b".c`:       {Kind: JMESDotted, Quoted: `"a-b.c"`},
		`a."b-c"."d"`:   {Kind: JMESDotted, Quoted: `"a.b-c.d"`},
		`a."b.c"`:       {Kind: JMESOther, Quoted: `"a.b.c"`},
		`a.b[0]`:        {Kind: JMESOther},
		`'a-b'`:         {Kind: JMESLiteral, Quoted: `"a-b"`},
		"`\"x\"`":       {Kind: JMESLiteral, Quoted: `"x"`},
		"`5`":           {Kind: JMESLiteral, Quoted: `"5"`, NoString: true},
		`to_string(a)`:  {Kind: JMESOther},
		`'a' || b`:      {Kind: JMESOther},
	} {
		want.Path = path
		assert.Equal(t, &want, readJMES(path), path)
	}
	for path, want := range map[string]string{
		`$.database-host`:   `"database-host"`, // as in JSONPath
		`$."database-host"`: `"database-host"`,
		`.database-host`:    `"database-host"`, // as in jq
		`$.a.b`:             `"a.b"`,
		`$`:                 `"$"`,
		`.`:                 `"."`,
	} {
		assert.Equal(t, want, readJMES(path).Quoted, path)
	}
	for path, want := range map[string]string{
		`database-host`: "SyntaxError",
		`9x`:            "SyntaxError",
		`"a`:            "Unclosed delimiter",
		`   `:           "Incomplete expression",
		`foo(a)`:        "unknown function: foo",
		`join(a)`:       "join takes 2",
		`merge()`:       "at least 1",
		`a[::0]`:        "step cannot be 0",
	} {
		assert.Contains(t, readJMES(path).Error, want, path)
	}
}

// The key of a path that is no expression shows that path and alias were swapped.
func TestNearestKey(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		`database_host`: "database_host", `"database-host"`: "database-host", `database-host`: "database-host", `'database-host`: "database-host",
		`a.b`: "", `'x'`: "", `a[`: "", `length(@)`: "", "": "",
	} {
		assert.Equal(t, want, readJMES(path).nearestKey(), path)
	}
}
