package link

import (
	"cmp"
	"strings"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
)

func addSecret(need *access.Need, object *Object, region string, failover Parameter) {
	name := object.Fields["objectName"]
	kind := access.SecretType(object.Fields["objectType"].Value)
	if kind == "" && strings.Contains(name.Value, ":ssm:") {
		kind = access.TypeSSMParameter
	}
	read := access.Secret{Name: name.Value, Type: cmp.Or(kind, access.TypeSecretsManager), Region: region, Ref: refOf(name.At)}
	switch {
	case name.Value == "":
	case name.Unknown:
		leaveOut(need, name.Value, leftTemplated)
	case object.ARN != nil && object.ARN.Fault == provider.ARNMalformed:
		leaveOut(need, name.Value, leftWrong)
	default:
		need.Secrets = append(need.Secrets, read)
		if failover.Value != "" && object.Failover.Value == "" && !strings.HasPrefix(name.Value, "arn:") { // which names its region
			need.Failover = append(need.Failover, inRegion(read, failover))
		}
	}
	switch {
	case object.Failover.Value == "":
	case object.Failover.Unknown:
		leaveOut(need, object.Failover.Value, leftTemplated)
	default:
		read.Name, read.Ref = object.Failover.Value, refOf(object.Failover.At)
		need.Failover = append(need.Failover, inRegion(read, failover))
	}
}

func inRegion(read access.Secret, region Parameter) access.Secret {
	if read.Region = region.Value; region.Unknown {
		read.Region = ""
	}
	return read
}
