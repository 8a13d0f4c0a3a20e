package scaffold

import (
	"fmt"
	"slices"
	"strings"
)

// An ARN has six parts, the last of which may contain colons:
// arn:partition:service:region:account:resource.
const arnParts = 6

func checkRoleARN(_ Options, value string) error {
	part := strings.SplitN(value, ":", arnParts)
	if len(part) != arnParts || part[0] != "arn" || !isPartition(part[1]) || part[2] != "iam" ||
		part[3] != "" || !isAccount(part[4]) || !strings.HasPrefix(part[5], "role/") || strings.HasSuffix(part[5], "/") || strings.Contains(value, " ") {
		return fmt.Errorf("%q is not the ARN of an IAM role: copy it from the role, as in \"arn:aws:iam::123456789012:role/orders\"", value)
	}
	return nil
}

func isPartition(name string) bool {
	return slices.Contains([]string{"aws", "aws-cn", "aws-us-gov"}, name)
}

func isAccount(id string) bool { return len(id) == 12 && consistsOf(id, isDigit) }

func checkRegion(_ Options, value string) error {
	if len(value) > 63 || !consistsOf(value, isLower, isDigit, oneOf("-")) {
		return fmt.Errorf("%q is not an AWS region: write it as in \"eu-west-1\"", value)
	}
	return nil
}

// checkSecret accepts a friendly name, or an ARN. The provider rejects an ARN
// of another region than the class's.
func checkSecret(o Options, value string) error {
	if !strings.HasPrefix(value, "arn:") {
		if len(value) > 512 || !consistsOf(value, isLetter, isDigit, oneOf("/_+=.@-")) {
			return fmt.Errorf("%q is not a secret name: it takes at most 512 letters, digits and any of \"/_+=.@-\"", value)
		}
		return nil
	}
	part := strings.SplitN(value, ":", arnParts)
	if len(part) != arnParts || !isPartition(part[1]) || part[2] != "secretsmanager" || part[3] == "" ||
		!isAccount(part[4]) || !strings.HasPrefix(part[5], "secret:") || part[5] == "secret:" || strings.Contains(value, " ") {
		return fmt.Errorf("%q is not the ARN of a secret in Secrets Manager: write its name, or copy the ARN from the secret", value)
	}
	if o.Region != "" && !isPlaceholder(o.Region) && o.Region != part[3] {
		return fmt.Errorf("is the ARN of a secret in %q, and --region is %q: let them agree", part[3], o.Region)
	}
	return nil
}
