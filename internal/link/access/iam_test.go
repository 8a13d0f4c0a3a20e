package access

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGlobsMeet(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b string
		want bool
	}{
		{"", "", true}, {"*", "", true}, {"?", "", false}, {"a", "", false},
		{"a*c", "abc", true}, {"a*c", "ab", false}, {"a?c", "abc", true}, {"**", "x", true},
		{"a*", "*b", true}, {"a*x", "b*", false}, {"*ab*", "*ba*", true}, {"a*b", "a?", true}, {"ab*", "a", false},
		{"db-files-*", "db" + randomPart(), false},
		{"db-??????", "db" + randomPart(), true},
		{"db-AbCdEf", "db" + randomPart(), true},
		{"db-AbCd-f", "db" + randomPart(), false},
		{"db", "db" + randomPart(), false},
		{"*" + strings.Repeat("a", 2000), strings.Repeat("a", 1999), false},
		{strings.Repeat("a*", 1<<20), strings.Repeat("ab", 1<<20), true}, // too long to be compared
	}
	for _, test := range tests {
		assert.Equal(t, test.want, globsMeet(test.a, test.b), "%.99q %.99q", test.a, test.b)
		assert.Equal(t, test.want, globsMeet(test.b, test.a), "%.99q %.99q", test.b, test.a)
	}
}

func TestSecretARN(t *testing.T) {
	t.Parallel()
	const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:"
	tests := []struct {
		secret, region, resource string
		want                     bool
	}{
		{"shop/web", "", "*", true},
		{"shop/web", "", arn + "shop/web-AbCdEf", true},
		{"shop/web", "", arn + "shop/web-??????", true},
		{"shop/web", "", arn + "shop/web-*", true},
		{"shop/web", "", arn + "shop/*", true},
		{"shop/web", "", arn + "shop/web", false},
		{"shop/web", "", arn + "shop/webs-??????", false},
		{"shop/web", "", arn + "shop/Web-??????", false},
		{"shop/web", "", "arn:aws:secretsmanager:*:*:secret:shop/web-??????", true},
		{"shop/web", "", "arn:aws:secretsmanager:<region>:${account}:secret:shop/web-??????", true},
		{"shop/web", "", "arn:aws:secretsmanager:eu-west-1:999999999999:secret:shop/web-??????", false},
		{"shop/web", "", "arn:aws-cn:secretsmanager:eu-west-1:123456789012:secret:shop/web-??????", false},
		{"shop/web", "eu-west-1", arn + "shop/web-??????", true},
		{"shop/web", "us-east-1", arn + "shop/web-??????", false},
		{arn + "shop/web-AbCdEf", "", arn + "shop/web-AbCdEf", true},
		{arn + "shop/web-AbCdEf", "", arn + "shop/web-??????", true},
		{arn + "shop/web-AbCdEf", "", arn + "shop/web-GhIjKl", false},
		{arn + "my-secret", "", arn + "my-secret-??????", true},
		{arn + "my-secret", "", arn + "my-secret", true},
	}
	for _, test := range tests {
		t.Run(test.secret+" "+test.resource, func(t *testing.T) {
			t.Parallel()
			described := newSecretARN(Secret{Name: test.secret, Region: test.region}, "arn:aws:iam::123456789012:role/web")
			assert.Equal(t, test.want, described.matches(open(test.resource)))
		})
	}
}

// iamDocument returns a policy of statements, which allow unless they say otherwise.
func iamDocument(statements ...string) string {
	document := `{"Version": "2012-10-17", "Statement": [`
	for i, statement := range statements {
		if i > 0 {
			document += ","
		}
		document += "\n{" + statement + "}"
	}
	return document + "\n]}"
}

// allow returns a statement that allows actions on resources.
func allow(actions, resources string) string {
	return fmt.Sprintf(`"Effect": "Allow", "Action": %s, "Resource": %s`, actions, resources)
}

const (
	readBoth = `["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]`
	readOne  = `["secretsmanager:GetSecretValue"]`
	webARN   = `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/web-??????"`
	apiARN   = `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/api-??????"`
)

func TestIAMPolicies(t *testing.T) {
	t.Parallel()
	const lacks = " -DescribeSecret -GetSecretValue"
	resource := func(name string) string {
		return `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:` + name + `"`
	}
	tests := map[string]struct {
		policy string
		want   []string
	}{
		"both":               {iamDocument(allow(readBoth, webARN)), nil},
		"both in two":        {iamDocument(allow(readOne, webARN), allow(`"secretsmanager:DescribeSecret"`, webARN)), nil},
		"wildcards":          {iamDocument(allow(`["secretsmanager:Get*", "SecretsManager:describesecret"]`, resource("shop/*"))), nil},
		"everything":         {iamDocument(allow(`"*"`, `"*"`)), nil},
		"not action":         {iamDocument(`"Effect": "Allow", "NotAction": "iam:*", "Resource": ` + webARN), nil},
		"not action read":    {iamDocument(`"Effect": "Allow", "NotAction": "secretsmanager:Get*", "Resource": ` + webARN), []string{"p.json:2:1 lacks-actions shop/web -GetSecretValue"}},
		"not resource":       {iamDocument(allow(readOne, webARN), `"Effect": "Allow", "Action": "secretsmanager:DescribeSecret", "NotResource": `+apiARN), nil},
		"not this resource":  {iamDocument(allow(readOne, webARN), `"Effect": "Allow", "Action": "secretsmanager:DescribeSecret", "NotResource": `+webARN), []string{"p.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"without describe":   {iamDocument(allow(readOne, webARN)), []string{"p.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"without get":        {iamDocument(allow(`"kms:Decrypt"`, `"*"`), allow(`"secretsmanager:DescribeSecret"`, webARN)), []string{"p.json:3:1 lacks-actions shop/web -GetSecretValue"}},
		"misspelled action":  {iamDocument(allow(`["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecrets"]`, webARN)), []string{"p.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"misspelled service": {iamDocument(allow(`["secretmanager:GetSecretValue"]`, webARN)), []string{"p.json:2:1 lacks-actions shop/web" + lacks}},
		"no actions":         {iamDocument(`"Effect": "Allow", "Resource": ` + webARN), []string{"p.json:2:1 lacks-actions shop/web" + lacks}},
		"no effect":          {iamDocument(`"Action": ` + readBoth + `, "Resource": ` + webARN), []string{"p.json:2:1 lacks-actions shop/web" + lacks}},
		"deny only":          {iamDocument(`"Effect": "Deny", "Action": "secretsmanager:*", "Resource": ` + webARN), nil},
		"write only":         {iamDocument(allow(`["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"]`, webARN)), nil},
		"auditor":            {iamDocument(allow(`"secretsmanager:DescribeSecret"`, resource("shop/*"))), nil},
		"folder":             {iamDocument(allow(readOne, resource("shop/*"))), []string{"p.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"somebody else's":    {iamDocument(allow(readOne, resource("monitoring/grafana-AbCdEf"))), nil},
		"all secrets":        {iamDocument(allow(readOne, resource("*"))), nil},
		"bucket":             {iamDocument(allow(`"s3:GetObject"`, `"arn:aws:s3:::shop/web"`)), nil},
		"parameter":          {iamDocument(allow(`"ssm:GetParameters"`, `"arn:aws:ssm:eu-west-1:123456789012:parameter/shop/web"`)), nil},
		"condition":          {iamDocument(allow(readBoth, webARN) + `, "Condition": {"Bool": {"aws:SecureTransport": "true"}}`), nil},
		"misspelled name":    {iamDocument(allow(readBoth, resource("shop/wep-??????"))), []string{"p.json:2:1 other-arn shop/web" + lacks}},
		"other account":      {iamDocument(allow(readBoth, `"arn:aws:secretsmanager:eu-west-1:999999999999:secret:shop/web-??????"`)), []string{"p.json:2:1 other-arn shop/web" + lacks}},
		"no random part":     {iamDocument(allow(readBoth, resource("shop/web"))), []string{"p.json:2:1 other-arn shop/web" + lacks}},
		"friendly name":      {iamDocument(allow(readBoth, `"shop/web"`)), []string{"p.json:2:1 other-arn shop/web" + lacks}},
		"near and right":     {iamDocument(allow(readBoth, resource("shop/wep-??????")), allow(readBoth, webARN)), nil},
		"no resource":        {iamDocument(`"Effect": "Allow", "Action": ` + readBoth), []string{"p.json:2:1 no-resource shop/web" + lacks}},
		"empty resource":     {iamDocument(allow(readBoth, `[]`)), []string{"p.json:2:1 no-resource shop/web" + lacks}},
		"statement alone":    {`{"Statement": {` + allow(readOne, webARN) + `}}`, []string{"p.json:1:15 lacks-actions shop/web -DescribeSecret"}},
		"embedded":           {`{"RoleName": "web", "Policies": [{"PolicyDocument": ` + iamDocument(allow(readOne, webARN)) + `}]}`, []string{"p.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"comma too many":     {iamDocument(allow(`["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret",]`, webARN)), []string{"p.json:2:1 unreadable shop/web"}},
		"bracket forgotten":  {"{\"Statement\": [{\n\"Effect\": \"Allow\",\n" + readBoth + "],\n\"Resource\": [" + webARN + "]\n}]}", []string{"p.json:1:16 lacks-actions shop/web" + lacks}},
		"other's, malformed": {iamDocument(allow(readBoth, resource("monitoring/grafana-AbCdEf")) + ","), nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problems := Judge(parse(t, map[string]string{"p.json": test.policy}), []Need{awsNeed("shop/web", "shop/web")}, nil)
			assert.ElementsMatch(t, test.want, summaries(problems))
		})
	}
}

func TestIAMOverTheRun(t *testing.T) {
	t.Parallel()
	const lacks = " -DescribeSecret -GetSecretValue"
	near := `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/web2-??????"`
	bare := iamDocument(`"Effect": "Allow", "Action": ` + readBoth)
	tests := map[string]struct {
		files map[string]string
		needs []Need
		want  []string
	}{
		"each file alone":         {map[string]string{"a.json": iamDocument(allow(readOne, webARN)), "b.json": iamDocument(allow(`"*"`, `"*"`))}, []Need{awsNeed("shop/web", "shop/web")}, []string{"a.json:2:1 lacks-actions shop/web -DescribeSecret"}},
		"a neighbour's secret":    {map[string]string{"a.json": iamDocument(allow(readBoth, near))}, []Need{awsNeed("shop/web", "shop/web1"), awsNeed("shop/web2", "shop/web2")}, nil},
		"a namesake beside it":    {map[string]string{"a.json": iamDocument(allow(readBoth, near)), "b.json": iamDocument(allow(readBoth, webARN))}, []Need{awsNeed("shop/web", "shop/web")}, nil},
		"one secret left out":     {map[string]string{"a.json": iamDocument(allow(readBoth, "["+webARN+"]"))}, []Need{awsNeed("shop/web", "shop/web", "shop/api")}, []string{"a.json:2:1 not-named shop/api" + lacks}},
		"one secret, other file":  {map[string]string{"a.json": iamDocument(allow(readBoth, webARN)), "b.json": iamDocument(allow(readBoth, apiARN))}, []Need{awsNeed("shop/web", "shop/web", "shop/api")}, nil},
		"bare, of the file":       {map[string]string{"a.json": iamDocument(allow(readBoth, webARN), `"Effect": "Allow", "Action": `+readBoth)}, []Need{awsNeed("shop/web", "shop/web", "shop/api"), awsNeed("shop/x", "shop/other")}, []string{"a.json:3:1 no-resource shop/api" + lacks}},
		"bare, of the file name":  {map[string]string{"iam/web.json": bare}, []Need{awsNeed("shop/web", "secrets/one"), awsNeed("shop/api", "secrets/two")}, []string{"iam/web.json:2:1 no-resource secrets/one" + lacks}},
		"bare, of nobody":         {map[string]string{"iam/x.json": bare}, []Need{awsNeed("shop/web", "secrets/one"), awsNeed("shop/api", "secrets/two")}, nil},
		"two lack the same":       {map[string]string{"a.json": iamDocument(allow(readOne, `"arn:aws:secretsmanager:*:*:secret:shop/*"`))}, []Need{awsNeed("shop/web", "shop/web"), awsNeed("shop/api", "shop/api")}, []string{"a.json:2:1 lacks-actions shop/api shop/web -DescribeSecret"}},
		"a parameter":             {map[string]string{"a.json": iamDocument(allow(readOne, webARN))}, []Need{{Environment: "x", Name: "x", Secrets: []Secret{{Name: "shop/web", Type: "ssmparameter"}}}}, nil},
		"a secret that is unsure": {map[string]string{"a.json": bare}, []Need{awsNeed("shop/web", "<{secret}>")}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.ElementsMatch(t, test.want, summaries(Judge(parse(t, test.files), test.needs, nil)))
		})
	}
}
