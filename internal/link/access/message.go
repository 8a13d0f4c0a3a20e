package access

import (
	"fmt"
	"strings"
)

// Message says the problem in one line: the offender, what was expected, and
// what the store will answer.
func (p *Problem) Message() string {
	switch p.Rule {
	case RuleVaultPolicy:
		return p.vaultMessage()
	case RuleIAMPolicy:
		return p.iamMessage() + ": the mount ends in AccessDeniedException"
	default:
		return fmt.Sprintf("subject %q is no ServiceAccount of this run, expected %s: %s",
			p.Name, quote(p.Expected), "the token exchange ends in AccessDenied (AWS) or AADSTS70021 (Azure)")
	}
}

func (p *Problem) vaultMessage() string {
	const consequence = ": the mount ends in 403 permission denied"
	switch p.Reason {
	case Denied:
		return fmt.Sprintf("policy path %q denies %s, which wins over every policy that grants it", p.Name, quote(p.Expected)) + consequence
	case NoRead:
		has := "has no capabilities"
		if p.Says != "" {
			has = "has only " + p.Says
		}
		return fmt.Sprintf(`policy path %q %s, expected "read" for the secretPath %s`, p.Name, has, quote(p.Expected)) + consequence
	case Unreadable:
		return fmt.Sprintf("policy path %q stands in a file that cannot be parsed (%s): what it grants is not checked, and no other policy grants read on %s", p.Name, p.Says, quote(p.Expected))
	default:
		return fmt.Sprintf("policy path %q does not cover the secretPath %s, and no other policy grants read on it", p.Name, quote(p.Expected)) + consequence
	}
}

func (p *Problem) iamMessage() string {
	offender := "this statement"
	if p.Name != "" {
		offender = fmt.Sprintf("statement %q", p.Name)
	}
	secrets := quote(p.Expected)
	switch p.Reason {
	case Unreadable:
		return fmt.Sprintf("the policy for the secret %s is malformed (%s), IAM answers MalformedPolicyDocument", secrets, p.Says)
	case OtherARN:
		return fmt.Sprintf(`resource %q of %s is not the ARN of the secret %s, expected "...:secret:%s": %s not allowed`,
			p.Says, offender, secrets, expectedName(p.Expected[0]), quote(p.Missing))
	case NoResource:
		return fmt.Sprintf("%s names no resource, IAM answers MalformedPolicyDocument, expected the secret %s: %s not allowed", offender, secrets, quote(p.Missing))
	case NotNamed:
		return fmt.Sprintf("%s and the rest of its policy leave out the secret %s: %s not allowed", offender, secrets, quote(p.Missing))
	default:
		return fmt.Sprintf("the policy of %s lacks %s for the secret %s", offender, quote(p.Missing), secrets)
	}
}

// expectedName is how a resource ends that covers the secret.
func expectedName(secret string) string {
	parts := strings.SplitN(secret, ":", secretParts)
	if len(parts) == secretParts {
		return parts[namePart]
	}
	return secret + "-??????"
}

func quote(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = fmt.Sprintf("%q", text)
	}
	return strings.Join(quoted, ", ")
}
