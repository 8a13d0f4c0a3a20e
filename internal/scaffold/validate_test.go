package scaffold

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestValidate(t *testing.T) {
	t.Parallel()
	constants := func(names ...string) Options {
		return Options{Provider: Azure, Name: "a", Constants: names}
	}
	vault, aws, azure := Options{Provider: Vault, Name: "a"}, Options{Provider: AWS, Name: "a"}, Options{Provider: Azure, Name: "a"}
	with := func(o Options, change func(*Options)) Options { change(&o); return o }
	for name, c := range map[string]struct {
		options Options
		want    []string // parts of the error; none: it passes
	}{
		"vault":                    {vault, nil},
		"aws":                      {aws, nil},
		"azure":                    {azure, nil},
		"provider missing":         {Options{Name: "a"}, []string{"--provider is missing", "vault, aws, azure"}},
		"provider in another case": {Options{Provider: "Vault", Name: "a"}, []string{`--provider "Vault"`, `did you mean "vault"`}},
		"provider unknown":         {Options{Provider: "gcp", Name: "a"}, []string{`--provider "gcp"`, "vault, aws, azure"}},
		"storage unknown":          {with(vault, func(o *Options) { o.Storage = "minio" }), []string{`--storage "minio"`, "s3, azure"}},
		"auth misspelt":            {with(azure, func(o *Options) { o.Auth = "managed-identiy" }), []string{`did you mean "managed-identity"`}},
		"mode unknown":             {with(azure, func(o *Options) { o.Mode = "portal" }), []string{`--mode "portal"`, "standalone, connected"}},

		"vault with a role of EKS":        {with(vault, func(o *Options) { o.Auth = IAM }), nil},
		"vault with an identity of Azure": {with(vault, func(o *Options) { o.Auth = ManagedIdentity }), nil},
		"vault with storage azure":        {with(vault, func(o *Options) { o.Storage = Azure }), nil},
		"aws with storage azure":          {with(aws, func(o *Options) { o.Storage = Azure }), nil},
		"azure with storage s3":           {with(azure, func(o *Options) { o.Storage = S3 }), nil},
		"iam on azure":                    {with(azure, func(o *Options) { o.Auth = IAM }), []string{"--auth iam", "--provider azure", "--auth managed-identity"}},
		"iam with storage azure":          {with(aws, func(o *Options) { o.Auth, o.Storage = IAM, Azure }), []string{"--auth iam needs --storage s3"}},
		"managed identity on aws":         {with(aws, func(o *Options) { o.Auth = ManagedIdentity }), []string{"--auth managed-identity", "--provider aws"}},
		"managed identity with s3":        {with(azure, func(o *Options) { o.Auth, o.Storage = ManagedIdentity, S3 }), []string{"needs --storage azure"}},

		"name missing":              {Options{Provider: Vault}, []string{"--name is missing"}},
		"name in upper case":        {with(vault, func(o *Options) { o.Name = "Orders" }), []string{`--name "Orders" is not an RFC 1123 name`}},
		"name with a dash":          {with(vault, func(o *Options) { o.Name = "example-mendixapp" }), nil},
		"name with a dash at end":   {with(vault, func(o *Options) { o.Name = "orders-" }), []string{"--name"}},
		"name with a line break":    {with(vault, func(o *Options) { o.Name = "a\nb" }), []string{"--name"}},
		"name with a dot":           {with(vault, func(o *Options) { o.Name = "a.b" }), []string{"--name"}},
		"name of 63":                {with(vault, func(o *Options) { o.Name = strings.Repeat("a", 63) }), nil},
		"name of 64":                {with(vault, func(o *Options) { o.Name = strings.Repeat("a", 64) }), []string{"--name"}},
		"name with reserved prefix": {with(vault, func(o *Options) { o.Name = "mendix-a" }), []string{`begins with "mendix-"`}},
		"namespace with a dot":      {with(vault, func(o *Options) { o.Namespace = "a.b" }), []string{`--namespace "a.b"`}},

		"constant":                   {constants("MyFirstModule.MyConstant", "Atlas_Core.Atlas_Core_Version"), nil},
		"constant without a dot":     {constants("MyConstant"), []string{`--constants "MyConstant" has no dot`}},
		"constant with two dots":     {constants("A.B.C"), []string{"Module.Name"}},
		"constant without a module":  {constants(".B"), []string{"Module.Name"}},
		"constant with its prefix":   {constants("mx-const-A.B"), []string{`"mx-const-" off`, `("A.B")`}},
		"constant with a quote":      {constants(`A.B"`), []string{"Module.Name"}},
		"constant twice":             {constants("A.B", "A.B"), []string{`names "A.B" twice`}},
		"constants alike in azure":   {constants("A_B.C", "a.b_c"), []string{`"A_B.C" and "a.b_c"`, "Key Vault"}},
		"constants alike elsewhere":  {with(vault, func(o *Options) { o.Constants = []string{"A_B.C", "A.B_C"} }), nil},
		"constant of 127 in azure":   {constants("A." + strings.Repeat("b", 116)), nil},
		"constant too long in azure": {constants("A." + strings.Repeat("b", 117)), []string{"127", "128"}},

		"role with aws":            {with(aws, func(o *Options) { o.Role = "r" }), []string{"--role is only read with --provider vault"}},
		"client id with vault":     {with(vault, func(o *Options) { o.ClientID = "r" }), []string{"--client-id is only read with"}},
		"role arn with password":   {with(vault, func(o *Options) { o.RoleARN = "r" }), []string{"--role-arn is only read with"}},
		"runtime version mode":     {with(vault, func(o *Options) { o.Mode, o.RuntimeVersion = Connected, "10.12.0" }), []string{"--runtime-version is only read with --mode standalone"}},
		"two problems are two":     {with(vault, func(o *Options) { o.Name, o.Constants = "A", []string{"B"} }), []string{"--name", "\n--constants"}},
		"choice silences the rest": {Options{Provider: "x", Name: "A"}, []string{"it is one of vault, aws, azure"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := c.options.Validate()
			if c.want == nil {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			for _, part := range c.want {
				assert.Contains(t, err.Error(), part)
			}
		})
	}
}

func TestWrongChoiceSilencesTheRest(t *testing.T) {
	t.Parallel()
	o := Options{Provider: "valt", Name: "A"}
	assert.NotContains(t, o.Validate().Error(), "--name")
}
