package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/schemas"
)

func parse(t testing.TB, text string) *yaml.Node {
	t.Helper()
	var node yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(text), &node))
	return node.Content[0]
}

func checkText(t *testing.T, kind, text string) Facts {
	t.Helper()
	facts, err := New(schemas.FS).Check(kind, parse(t, text))
	require.NoError(t, err)
	return facts
}

// app, class and account return valid beginnings of documents, followed by the
// given lines.
func app(spec string) string {
	return "apiVersion: privatecloud.mendix.com/v1alpha1\nkind: MendixApp\nmetadata:\n  name: shop\nspec:\n  sourceURL: oci-image://registry.invalid/shop:1\n" + spec
}

func class(spec string) string {
	return "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata:\n  name: shop\nspec:\n  provider: vault\n" + spec
}

func account(metadata string) string {
	return "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n" + metadata
}

func TestValidDocuments(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ kind, text string }{
		"app with every kind of field": {mendixApp, app(`  allowOverrideSecretsWithSecretStoreCSIDriver: true
  mendixRuntimeVersion: 10.12.0.12345
  replicas: 0
  database: {servicePlan: ""}
  storage: {servicePlan: s3, serviceClass: mendix-storage}
  resources:
    limits: {cpu: 1, memory: 512Mi, ephemeral-storage: 1e9, example.com/gpu: "2"}
    requests: {cpu: 100m, memory: "0.5Gi"}
  deploymentStrategy: {switchoverThreshold: 50%, rollingUpdate: {maxSurge: 1, maxUnavailable: "0"}}
  podDisruptionBudget: {maxUnavailable: 1}
  runtimeMetricsConfiguration: {}
  topologySpreadConstraints: [{maxSkew: 1, whenUnsatisfiable: DoNotSchedule}]
  customPodLabels: {general: {azure.workload.identity/use: "true"}}
  tls: {enableTLS: false}
  runtime:
    dtapMode: P
    logLevels: {Core: DEBUG}
    runtimeLicense: {}
    microflowConstants: {Shop.Limit: "5"}
    environmentVariables:
      - {name: A, value: "1"}
      - {name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}
    clientCertificates: [{key: aw==, password: aw==, pinTo: [a.example.com], secretName: s}]
status: {anything: [1]}
`)},
		"YAML 1.1 words where Kubernetes reads a boolean": {mendixApp, app("  runtimeReadOnlyRootFilesystem: on\n")},
		"octal replicas":                      {mendixApp, app("  replicas: 010\n")},
		"null counts as absent":               {mendixApp, app("  replicas: null\n  runtime: ~\n")},
		"placeholders are unknown values":     {mendixApp, app("  replicas: ${REPLICAS}\n  runtime:\n    dtapMode: \"{{ mode }}\"\n")},
		"an unquoted template is unknown too": {mendixApp, app("  replicas: {{ replicas }}\n")},
		"a placeholder for the name":          {serviceAccount, account("  name: <name>\n  namespace: $(NS)\n")},
		"class of any provider":               {secretProviderClass, class("  parameters: {roleName: shop, anything: goes, empty: null}\n  secretObjects: [{secretName: s, type: Opaque, labels: {a: b}, data: [{objectName: o, key: k}]}]\nstatus: {}\n")},
		"account with all its fields":         {serviceAccount, account("  name: 12e45678\n  creationTimestamp: null\n  annotations: {a: \"true\"}\nautomountServiceAccountToken: false\nsecrets: [{name: s}]\nimagePullSecrets: [{name: r}]\n")},
		"quoted digits are a name":            {serviceAccount, account("  name: \"77001122\"\n")},
		"merged and aliased values":           {serviceAccount, "kind: ServiceAccount\nmetadata:\n  <<: {name: &n shop, namespace: overridden}\n  namespace: *n\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, Facts{}, checkText(t, tt.kind, tt.text))
		})
	}
}

func TestViolations(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		kind, text string
		want       []Violation
	}{
		"quoted integer": {mendixApp, app("  replicas: \"2\"\n"), []Violation{{
			Path: "/spec/replicas", Part: "value", Keyword: "type", Unquoted: "2",
			Message: `replicas "2" is a string: the API server expects an integer; write 2 without quotes`}}},
		"quoted boolean": {mendixApp, app("  allowOverrideSecretsWithSecretStoreCSIDriver: 'True'\n"), []Violation{{
			Path: "/spec/allowOverrideSecretsWithSecretStoreCSIDriver", Part: "value", Keyword: "type", Unquoted: "true",
			Message: `allowOverrideSecretsWithSecretStoreCSIDriver "True" is a string: the API server expects a boolean; write true without quotes`}}},
		"no integer at all": {mendixApp, app("  replicas: two\n"), []Violation{{
			Path: "/spec/replicas", Part: "value", Keyword: "type",
			Message: `replicas "two" is a string: the API server expects an integer`}}},
		"a number that loses its zero": {mendixApp, app("  mendixRuntimeVersion: 10.10\n"), []Violation{{
			Path: "/spec/mendixRuntimeVersion", Part: "value", Keyword: "type",
			Message: `mendixRuntimeVersion "10.10" is read as the number 10.1: the API server expects a string; put it in quotes`}}},
		"secrets are not shown": {mendixApp, app("  runtime:\n    mxAdminPassword: 123456\n    microflowConstants: {Shop.Key: 99}\n"), []Violation{
			{Path: "/spec/runtime/mxAdminPassword", Part: "value", Keyword: "type",
				Message: `mxAdminPassword is read as a number: the API server expects a string; put it in quotes`},
			{Path: "/spec/runtime/microflowConstants/Shop.Key", Part: "value", Keyword: "type",
				Message: `Shop.Key is read as a number: the API server expects a string; put it in quotes`}}},
		"configuration as a mapping": {mendixApp, app("  runtime:\n    customConfiguration: {ScheduledEventExecution: NONE}\n"), []Violation{{
			Path: "/spec/runtime/customConfiguration", Part: "value", Keyword: "type",
			Message: `customConfiguration is a map: the API server expects a string`}}},
		"enumeration in another case": {mendixApp, app("  runtime: {dtapMode: p, logLevels: {Core: loud}}\n"), []Violation{
			{Path: "/spec/runtime/dtapMode", Part: "value", Keyword: "enum",
				Message: `dtapMode "p" is not one of D, P; the nearest is "P"`},
			{Path: "/spec/runtime/logLevels/Core", Part: "value", Keyword: "enum",
				Message: `Core "loud" is not one of TRACE, DEBUG, INFO, WARNING, ERROR, CRITICAL, NONE`}}},
		"below zero": {mendixApp, app("  replicas: -1\n"), []Violation{{
			Path: "/spec/replicas", Part: "value", Keyword: "minimum",
			Message: `replicas -1 is below 0: the API server refuses it`}}},
		"infinity is no integer": {mendixApp, app("  replicas: .inf\n"), []Violation{{
			Path: "/spec/replicas", Part: "value", Keyword: "type",
			Message: `replicas ".inf" is a number: the API server expects an integer`}}},
		"no quantity": {mendixApp, app("  resources: {limits: {memory: 512MB}}\n"), []Violation{{
			Path: "/spec/resources/limits/memory", Part: "value", Keyword: "pattern",
			Message: `memory "512MB" is not a quantity of Kubernetes such as 500m or 512Mi: the API server refuses it`}}},
		"fields that exclude each other": {mendixApp, app("  podDisruptionBudget: {maxUnavailable: 1, minAvailable: 1}\n"), []Violation{{
			Path: "/spec/podDisruptionBudget", Part: "value", Keyword: "not",
			Message: `podDisruptionBudget has both maxUnavailable and minAvailable: they exclude each other, and the API server refuses a PodDisruptionBudget with both`}}},
		"missing fields": {mendixApp, "kind: MendixApp\nmetadata: {name: null}\nspec:\n  replicas: 1\n  runtime: {environmentVariables: [{value: x}]}\n", []Violation{
			{Path: "/metadata/name", Part: "key", Keyword: "required", Subject: "name",
				Message: `metadata lacks "name": the API server fails with "resource name may not be empty"`},
			{Path: "/spec", Part: "key", Keyword: "required", Subject: "sourceURL",
				Message: `spec lacks "sourceURL": without it the Operator has no app to build`},
			{Path: "/spec/runtime/environmentVariables/0", Part: "key", Keyword: "required", Subject: "name",
				Message: `environmentVariables[0] lacks "name", a required field: the API server refuses the manifest`}}},
		"missing mappings": {mendixApp, "kind: MendixApp\n", []Violation{
			{Path: "", Part: "key", Keyword: "required", Subject: "metadata",
				Message: `the document lacks "metadata", a required field: the API server refuses the manifest`},
			{Path: "", Part: "key", Keyword: "required", Subject: "spec",
				Message: `the document lacks "spec", a required field: the API server refuses the manifest`}}},
		"a name that is a number": {serviceAccount, account("  name: 77e12\n  namespace: 0x1F\n"), []Violation{
			{Path: "/metadata/name", Part: "value", Keyword: "type",
				Message: `name "77e12" is read as the number 77000000000000: the API server expects a string; put it in quotes`},
			{Path: "/metadata/namespace", Part: "value", Keyword: "type",
				Message: `namespace "0x1F" is read as the number 31: the API server expects a string; put it in quotes`}}},
		"a name that is a boolean": {serviceAccount, account("  name: on\n"), []Violation{{
			Path: "/metadata/name", Part: "value", Keyword: "type",
			Message: `name "on" is read as the boolean true: the API server expects a string; put it in quotes`}}},
		"no RFC 1123 name": {serviceAccount, account("  name: Web_Shop\n  namespace: a.b\n"), []Violation{
			{Path: "/metadata/name", Part: "value", Keyword: "pattern",
				Message: `name "Web_Shop" is not a lowercase RFC 1123 subdomain of at most 253 lower case letters, digits, "-" and ".", which starts and ends with a letter or digit: the API server refuses it; the nearest name is "web-shop"`},
			{Path: "/metadata/namespace", Part: "value", Keyword: "pattern",
				Message: `namespace "a.b" is not a lowercase RFC 1123 label of at most 63 lower case letters, digits and "-", which starts and ends with a letter or digit: the API server refuses it`}}},
		"a reserved name": {mendixApp, "metadata: {name: mendix-shop}\nspec: {sourceURL: x}\n", []Violation{{
			Path: "/metadata/name", Part: "value", Keyword: "not", Reserved: true,
			Message: `name "mendix-shop" begins with "mendix-": the Mendix Operator reserves names with this prefix`}}},
		"parameters as a list": {secretProviderClass, class("  parameters: [a]\n  secretObjects: {data: []}\n"), []Violation{
			{Path: "/spec/parameters", Part: "value", Keyword: "type",
				Message: `parameters is a list: the API server expects a map`},
			{Path: "/spec/secretObjects", Part: "value", Keyword: "type",
				Message: `secretObjects is a map: the API server expects a list`}}},
		"null in a list": {serviceAccount, account("  name: shop\nsecrets: [null, s]\n"), []Violation{
			{Path: "/secrets/0", Part: "value", Keyword: "type",
				Message: `secrets[0] is null: the API server expects a map`},
			{Path: "/secrets/1", Part: "value", Keyword: "type",
				Message: `secrets[1] "s" is a string: the API server expects a map`}}},
		"through an alias": {mendixApp, "x-n: &n \"3\"\nmetadata: {name: shop}\nspec: {sourceURL: u, replicas: *n}\n", []Violation{{
			Path: "/spec/replicas", Part: "value", Keyword: "type", Unquoted: "3",
			Message: `replicas "3" is a string: the API server expects an integer; write 3 without quotes`}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			facts := checkText(t, tt.kind, tt.text)
			assert.Empty(t, cmp.Diff(tt.want, facts.Violations))
			assert.Empty(t, facts.NonStrings)
		})
	}
}

func TestUnknownFields(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		kind, text string
		want       []UnknownField
		violations []manifest.Path // that remain
	}{
		"near miss in an app, and what it holds": {mendixApp, app("  replica: \"1\"\n"),
			[]UnknownField{{Path: "/spec/replica", Name: "replica", Nearest: "replicas", NearMiss: true}},
			[]manifest.Path{"/spec/replica"}},
		"a required field misspelt is not missing": {mendixApp, "metdata: {name: shop}\nspec: {source_url: x}\n", []UnknownField{
			{Path: "/metdata", Name: "metdata", Nearest: "metadata", NearMiss: true},
			{Path: "/spec/source_url", Name: "source_url", Nearest: "sourceURL", NearMiss: true}}, nil},
		"a required field elsewhere is not missing": {mendixApp, "name: shop\nspec: {runtime: {sourceURL: x}}\n", []UnknownField{
			{Path: "/name", Name: "name", BelongsAt: "metadata.name"},
			{Path: "/spec/runtime/sourceURL", Name: "sourceURL", BelongsAt: "spec.sourceURL"}}, nil},
		"the flag too deep": {mendixApp, app("  runtime:\n    allowOverrideSecretsWithSecretStoreCSIDriver: true\n"),
			[]UnknownField{{Path: "/spec/runtime/allowOverrideSecretsWithSecretStoreCSIDriver", Name: "allowOverrideSecretsWithSecretStoreCSIDriver",
				BelongsAt: "spec.allowOverrideSecretsWithSecretStoreCSIDriver"}}, nil},
		"not deep enough, and under a sibling": {mendixApp, app("  dtapMode: P\n  servicePlan: p\n  database: {customConfiguration: x}\n"), []UnknownField{
			{Path: "/spec/dtapMode", Name: "dtapMode", BelongsAt: "spec.runtime.dtapMode"},
			{Path: "/spec/servicePlan", Name: "servicePlan", BelongsAt: "spec.database.servicePlan or spec.storage.servicePlan"},
			{Path: "/spec/database/customConfiguration", Name: "customConfiguration", BelongsAt: "spec.runtime.customConfiguration"}}, nil},
		"misspelt and misplaced": {mendixApp, app("  customConfigurations: x\n"), []UnknownField{
			{Path: "/spec/customConfigurations", Name: "customConfigurations", Nearest: "customConfiguration", BelongsAt: "spec.runtime.customConfiguration"}}, nil},
		"a stranger in an app": {mendixApp, "x-common: {a: b}\n" + app("  serviceAccountName: shop\n  database: {name: x}\n"), []UnknownField{
			{Path: "/x-common", Name: "x-common"},
			{Path: "/spec/serviceAccountName", Name: "serviceAccountName"},
			{Path: "/spec/database/name", Name: "name"}}, nil},
		"a near miss of a field that is there": {mendixApp, app("  replicas: 1\n  replica: x\n"), []UnknownField{
			{Path: "/spec/replica", Name: "replica", Nearest: "replicas"}}, nil},
		"parameters beside what should hold them": {secretProviderClass, class("  parameters:\n  objects: x\n  roleName: y\n  whatever: z\n"), []UnknownField{
			{Path: "/spec/objects", Name: "objects", BelongsAt: "spec.parameters.objects", With: []string{"roleName"}, Under: "spec.parameters"},
			{Path: "/spec/whatever", Name: "whatever"}}, nil},
		"a class prunes all it does not know": {secretProviderClass, class("  objects: x\n  tenantId: x\n  paramaters: {audience: 1}\n  whatever: {a: b}\n  secretObjects: [{secretName: s, dta: []}]\n"), []UnknownField{
			{Path: "/spec/objects", Name: "objects", BelongsAt: "spec.parameters.objects"},
			{Path: "/spec/tenantId", Name: "tenantId", BelongsAt: "spec.parameters.tenantId"},
			{Path: "/spec/paramaters", Name: "paramaters", Nearest: "parameters", NearMiss: true},
			{Path: "/spec/whatever", Name: "whatever"},
			{Path: "/spec/secretObjects/0/dta", Name: "dta", Nearest: "data", NearMiss: true}}, nil},
		"secretObjects inside parameters": {secretProviderClass, class("  parameters:\n    secretObjects: [{secretName: s}]\n"), []UnknownField{
			{Path: "/spec/parameters/secretObjects", Name: "secretObjects", BelongsAt: "spec.secretObjects"}}, nil},
		"secretObjects misspelt inside parameters": {secretProviderClass, class("  parameters:\n    secretObject: [{secretName: s}]\n    secretObjekts: text\n"), []UnknownField{
			{Path: "/spec/parameters/secretObject", Name: "secretObject", Nearest: "secretObjects", BelongsAt: "spec.secretObjects"}}, nil},
		"metadata of an account": {serviceAccount, account("  name: shop\n  annotation: {a: b}\n  example.com/x: \"1\"\nlabels: {a: b}\n"), []UnknownField{
			{Path: "/metadata/annotation", Name: "annotation", Nearest: "annotations", NearMiss: true},
			{Path: "/metadata/example.com~1x", Name: "example.com/x"},
			{Path: "/labels", Name: "labels", BelongsAt: "metadata.labels"}}, nil},
		"a templated key": {mendixApp, app("  ${FIELD}: x\n"), nil, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			facts := checkText(t, tt.kind, tt.text)
			assert.Empty(t, cmp.Diff(tt.want, facts.UnknownFields))
			var left []manifest.Path
			for _, violation := range facts.Violations {
				left = append(left, violation.Path)
			}
			assert.Equal(t, tt.violations, left)
		})
	}
}

func TestNonStrings(t *testing.T) {
	t.Parallel()
	facts := checkText(t, secretProviderClass, `metadata:
  name: shop
  labels: {enabled: y, digits: 010}
  annotations:
    a: true
    b: Off
    c: "on"
    d: null
    e: 2001-01-01
spec:
  provider: aws
  paramaters:
    usePodIdentity: Yes
    region: 1.50
    objects: [{objectName: x}]
    extra: {a: b}
    known: ${X}
  secretObjects: [{labels: {l: 1e3}, annotations: {n: False}}]
`)
	want := []NonString{
		{Path: "/metadata/labels/enabled", Where: "label", Name: "enabled", Text: "y", Type: "boolean", Reads: "true"},
		{Path: "/metadata/labels/digits", Where: "label", Name: "digits", Text: "010", Type: "number", Reads: "8"},
		{Path: "/metadata/annotations/a", Where: "annotation", Name: "a", Text: "true", Type: "boolean", Reads: "true"},
		{Path: "/metadata/annotations/b", Where: "annotation", Name: "b", Text: "Off", Type: "boolean", Reads: "false"},
		{Path: "/spec/paramaters/usePodIdentity", Where: "parameter", Name: "usePodIdentity", Text: "Yes", Type: "boolean", Reads: "true"},
		{Path: "/spec/paramaters/region", Where: "parameter", Name: "region", Text: "1.50", Type: "number", Reads: "1.5"},
		{Path: "/spec/paramaters/objects", Where: "parameter", Name: "objects", Type: "list"},
		{Path: "/spec/paramaters/extra", Where: "parameter", Name: "extra", Type: "map"},
		{Path: "/spec/secretObjects/0/labels/l", Where: "label", Name: "l", Text: "1e3", Type: "number", Reads: "1000"},
		{Path: "/spec/secretObjects/0/annotations/n", Where: "annotation", Name: "n", Text: "False", Type: "boolean", Reads: "false"},
	}
	assert.Empty(t, cmp.Diff(want, facts.NonStrings))
	assert.Empty(t, facts.Violations)
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	facts := checkText(t, mendixApp, `metadata:
  name: shop
  name: Shop_2
  annotations: {a: "1"}
  annotations: {a: "1", b: true, b: true}
  annotations: &x {a: "1"}
spec:
  sourceURL: x
  <<: *x
  replicas: "1"
  topologySpreadConstraints:
    - {a: 1, a: 1}
`)
	want := []Duplicate{
		{Path: "/metadata/name~22", First: "/metadata/name", Key: "name"},
		{Path: "/metadata/annotations~22", First: "/metadata/annotations", Key: "annotations"},
		{Path: "/metadata/annotations~22/b~22", First: "/metadata/annotations~22/b", Key: "b", Same: true},
		{Path: "/metadata/annotations~23", First: "/metadata/annotations", Key: "annotations", Same: true},
		{Path: "/spec/topologySpreadConstraints/0/a~22", First: "/spec/topologySpreadConstraints/0/a", Key: "a", Same: true},
	}
	assert.Empty(t, cmp.Diff(want, facts.Duplicates))
	// The value of a repeated key is unknown; its siblings are checked.
	require.Len(t, facts.Violations, 1)
	assert.Equal(t, manifest.Path("/spec/replicas"), facts.Violations[0].Path)
	assert.Empty(t, facts.NonStrings)
}

func TestDuplicatesInBigMappings(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	text.WriteString("metadata:\n  name: shop\n  labels:\n")
	for letter := 'a'; letter <= 'z'; letter++ {
		text.WriteString("    l" + string(letter) + ": x\n")
	}
	text.WriteString("    lc: x\n")
	facts := checkText(t, serviceAccount, text.String())
	assert.Equal(t, []Duplicate{{Path: "/metadata/labels/lc~22", First: "/metadata/labels/lc", Key: "lc", Same: true}}, facts.Duplicates)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x]\n")
	for i := range 9 {
		from, to := string(rune('0'+i)), string(rune('1'+i))
		bomb.WriteString("a" + to + ": &a" + to + " [" + strings.Repeat("*a"+from+", ", 9) + "]\n")
	}
	tests := map[string]struct{ kind, text, want string }{
		"aliases that multiply":   {mendixApp, bomb.String(), "alias expansion exceeds 10000000 nodes"},
		"an anchor in itself":     {mendixApp, "spec: &a {b: *a}\n", `anchor "a" contains itself`},
		"a merge of itself":       {mendixApp, "spec: &a {<<: *a}\n", `anchor "a" contains itself`},
		"a kind that we know not": {"Pod", "a: b\n", `checking the shape of kind "Pod": it has no schema`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := New(schemas.FS).Check(tt.kind, parse(t, tt.text))
			require.EqualError(t, err, tt.want)
		})
	}
}

func TestAnchorsOutsideTheRoot(t *testing.T) {
	t.Parallel()
	list := parse(t, "items:\n- {kind: Secret, metadata: {name: &n shop}}\n- {kind: ServiceAccount, metadata: {name: *n, labels: {a: *n}}}\n")
	facts, err := New(schemas.FS).Check(serviceAccount, list.Content[1].Content[1])
	require.NoError(t, err)
	assert.Equal(t, Facts{}, facts)
}

func TestRootsThatAreNoMapping(t *testing.T) {
	t.Parallel()
	shapes := New(schemas.FS)
	for _, root := range []*yaml.Node{nil, parse(t, "[a]"), parse(t, "text")} {
		facts, err := shapes.Check(mendixApp, root)
		require.NoError(t, err)
		assert.Equal(t, Facts{}, facts)
	}
}
