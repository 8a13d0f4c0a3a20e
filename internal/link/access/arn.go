package access

import (
	"slices"
	"strings"
)

// secretARN describes the ARN of a secret, as far as it is known.
type secretARN struct {
	// names are what the secret may be called: for an ARN, its last part with and
	// without what may be the random part.
	names []string
	// patterns cover all forms that the ARN may have.
	patterns []string
}

// The parts of an ARN by index: arn:partition:service:region:account:secret:name
const (
	partitionPart = 1
	servicePart   = 2
	accountPart   = 4
	namePart      = 6
	secretParts   = 7
)

// secretsManager is the name of Secrets Manager in ARNs and actions.
const secretsManager = "secretsmanager"

// randomPart is what Secrets Manager appends to the name of a secret: a hyphen
// and six letters or digits.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
func randomPart() string { return "-" + strings.Repeat(string(rune(alphanumeric)), randomLength) }

const randomLength = 6

// newSecretARN describes the secret that an object reads. A friendly name is in the
// account of the role, and in the region of the class.
func newSecretARN(secret Secret, roleARN string) *secretARN {
	if parts := strings.SplitN(secret.Name, ":", secretParts); parts[0] == "arn" && len(parts) == secretParts {
		return &secretARN{
			names:    withoutRandom(parts[namePart]),
			patterns: []string{secret.Name, secret.Name + randomPart()},
		}
	}
	partition, account := roleAccount(roleARN)
	known := []string{"arn", partition, secretsManager, secret.Region, account, "secret"}
	for i, part := range known {
		if part == "" || unknown(part) {
			known[i] = "*"
		}
	}
	prefix := strings.Join(known, ":")
	return &secretARN{names: []string{secret.Name}, patterns: []string{prefix + ":" + secret.Name + randomPart()}}
}

// roleAccount returns the partition and the account of a role, empty if they are
// unknown.
func roleAccount(roleARN string) (partition, account string) {
	parts := strings.Split(roleARN, ":")
	if len(parts) < accountPart+2 || parts[0] != "arn" {
		return "", ""
	}
	return parts[partitionPart], parts[accountPart]
}

// withoutRandom returns a name, and, if it ends in what may be the random part, the
// name without that.
func withoutRandom(name string) []string {
	at := len(name) - randomLength - 1
	if at <= 0 || name[at] != '-' {
		return []string{name}
	}
	for i := at + 1; i < len(name); i++ {
		if !isAlphanumeric(name[i]) {
			return []string{name}
		}
	}
	return []string{name, name[:at]}
}

// coveredBy reports whether the patterns of a statement match the secret.
func (s *secretARN) coveredBy(resources *patterns) bool {
	for _, glob := range resources.globs {
		if s.matches(glob) {
			return !resources.not
		}
	}
	return resources.not && len(resources.globs) > 0
}

func (s *secretARN) matches(glob string) bool {
	for _, pattern := range s.patterns {
		if globsMeet(glob, pattern) {
			return true
		}
	}
	return false
}

// resourceNames returns the names that a resource of a policy may mean: what is in
// place of the name in the ARN, without the random part. For a resource that names no
// secret, or all of them, there are none.
func resourceNames(resource string) []string {
	name := open(resource)
	if parts := strings.SplitN(name, ":", secretParts); parts[0] == "arn" {
		if len(parts) < secretParts || !globsMeet(parts[servicePart], secretsManager) {
			return nil
		}
		name = parts[namePart]
	}
	if base, found := strings.CutSuffix(name, "-"+strings.Repeat("?", randomLength)); found {
		return plain(base)
	}
	if base, found := strings.CutSuffix(name, "*"); found {
		return plain(base, strings.TrimSuffix(base, "-"))
	}
	return plain(withoutRandom(name)...)
}

// plain removes names that are empty or still contain a wildcard.
func plain(names ...string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return name == "" || strings.ContainsAny(name, "*?") })
}
