package access

import (
	"cmp"
	"slices"
	"strings"
)

// iamPolicy and iamStatement are written in this order of fields.
type iamPolicy struct {
	Version   string
	Statement []iamStatement
}

type iamStatement struct {
	Effect    string
	Principal map[string]string            `json:",omitempty"`
	Action    any                          // a string or a list
	Resource  []string                     `json:",omitempty"`
	Condition map[string]map[string]string `json:",omitempty"`
}

const policyVersion = "2012-10-17"

func grantAWS(need *Need) *AWSGrant {
	place := awsPlaceOf(need)
	grant := &AWSGrant{Subject: need.subject(), TrustPolicy: place.trust(need)}
	if need.PodIdentity {
		grant.Association = place.association(need)
	}
	if statements := place.statements(need); len(statements) > 0 {
		grant.Policy = writeJSON(iamPolicy{policyVersion, statements})
	}
	return grant
}

// awsPlace is where the resources of an environment are.
type awsPlace struct{ partition, account string }

func awsPlaceOf(need *Need) awsPlace {
	partition, account := roleAccount(need.RoleARN)
	return awsPlace{cmp.Or(partition, need.partition()), orPlaceholder(account, "account-id")}
}

func (a awsPlace) statements(need *Need) []iamStatement {
	var secrets, parameters []string
	for _, secret := range slices.Concat(need.Secrets, need.Failover) {
		switch {
		case secret.Type == TypeSSMParameter || strings.HasPrefix(secret.Name, "arn:") && strings.Contains(secret.Name, ":ssm:"):
			parameters = insert(parameters, a.parameter(secret))
		default:
			secrets = insert(secrets, a.secret(secret))
		}
	}
	var statements []iamStatement
	allow := func(resources []string, actions ...string) {
		if len(resources) > 0 {
			statements = append(statements, iamStatement{Effect: "Allow", Action: actions, Resource: resources})
		}
	}
	allow(secrets, secretActions[:]...)
	allow(parameters, "ssm:GetParameters")
	if need.StorageLogin == LoginIRSA {
		allow([]string{"arn:" + a.partition + ":s3:::<bucket-name>/*"}, "s3:AbortMultipartUpload", "s3:DeleteObject",
			"s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject")
	}
	if need.DatabaseLogin == LoginRDSIAM {
		allow([]string{"arn:" + a.partition + ":rds-db:<db-region>:" + a.account + ":dbuser:<db-resource-id>/<database-username>"}, "rds-db:connect")
	}
	return statements
}

// partition returns the partition of the regions in which secrets are read.
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
func (n *Need) partition() string {
	for _, secret := range n.Secrets {
		switch {
		case strings.HasPrefix(secret.Region, "cn-"):
			return "aws-cn"
		case strings.HasPrefix(secret.Region, "us-gov-"):
			return "aws-us-gov"
		}
	}
	return "aws"
}

// secret returns the name of a secret as IAM compares it: with the random part.
func (a awsPlace) secret(secret Secret) string {
	wildcard := "-" + strings.Repeat("?", randomLength)
	if parts := strings.SplitN(secret.Name, ":", secretParts); parts[0] == "arn" && len(parts) == secretParts {
		if len(withoutRandom(parts[namePart])) > 1 {
			return secret.Name
		}
		return secret.Name + wildcard
	}
	return strings.Join([]string{"arn", a.partition, secretsManager, orPlaceholder(secret.Region, "region"), a.account, "secret", secret.Name + wildcard}, ":")
}

func (a awsPlace) parameter(secret Secret) string {
	if strings.HasPrefix(secret.Name, "arn:") {
		return secret.Name
	}
	return strings.Join([]string{"arn", a.partition, "ssm", orPlaceholder(secret.Region, "region"), a.account,
		"parameter/" + strings.TrimPrefix(secret.Name, "/")}, ":")
}

// trust lets one ServiceAccount of the cluster assume the role: with its token, or
// through an association of EKS Pod Identity, or both.
func (a awsPlace) trust(need *Need) string {
	var statements []iamStatement
	if need.PodIdentity {
		statements = append(statements, iamStatement{
			Effect:    "Allow",
			Principal: map[string]string{"Service": "pods.eks.amazonaws.com"},
			Action:    []string{"sts:AssumeRole", "sts:TagSession"},
		})
	}
	if !need.PodIdentity || need.RoleARN != "" {
		statements = append(statements, a.trustToken(need.subject()))
	}
	return writeJSON(iamPolicy{policyVersion, statements})
}

func (a awsPlace) trustToken(subject string) iamStatement {
	const provider = "<oidc-provider>"
	return iamStatement{
		Effect:    "Allow",
		Principal: map[string]string{"Federated": "arn:" + a.partition + ":iam::" + a.account + ":oidc-provider/" + provider},
		Action:    "sts:AssumeRoleWithWebIdentity",
		Condition: map[string]map[string]string{"StringEquals": {
			provider + ":aud": "sts.amazonaws.com",
			provider + ":sub": subject,
		}},
	}
}

// association returns the command that EKS Pod Identity requires instead of the
// annotation of the ServiceAccount.
func (a awsPlace) association(need *Need) string {
	role := cmp.Or(need.RoleARN, "arn:"+a.partition+":iam::"+a.account+":role/<role-name>")
	return "aws eks create-pod-identity-association --cluster-name '<cluster>' --namespace " + shell(orPlaceholder(need.Namespace, "namespace")) +
		" --service-account " + shell(need.Name) + " --role-arn " + shell(role) + "\n"
}
