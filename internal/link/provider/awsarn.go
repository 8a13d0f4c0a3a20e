package provider

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// The services that keep secrets, as named in objectType and ARNs: Secrets Manager has
// one name in both, Parameter Store does not.
const (
	secretsManager = "secretsmanager"
	ssmParameter   = "ssmparameter"
	ssm            = "ssm" // in ARNs
)

// arnParts splits an ARN as the SDK does; nil if it is malformed.
func arnParts(text string) []string {
	parts := strings.SplitN(text, ":", 6)
	if len(parts) != 6 || parts[0] != "arn" {
		return nil
	}
	return parts
}

func arnService(text string) string {
	if parts := arnParts(text); parts != nil {
		return parts[2]
	}
	return ""
}

func arnRegion(text string) string {
	if parts := arnParts(text); parts != nil {
		return parts[3]
	}
	return ""
}

// checkARNs checks the ARNs in objectName against objectType and the region. Without a
// region parameter it is that of the node, which is that of all ARNs.
func (r *reading) checkARNs() {
	region := r.result.Parameters["region"]
	primary := region.Value
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		name := object.Fields["objectName"]
		if object.ARN != nil || name.Unknown || !strings.HasPrefix(name.Value, "arn:") {
			continue
		}
		if !region.Has() && primary == "" {
			primary = arnRegion(name.Value)
		}
		object.ARN = arnFault(name, object.Fields["objectType"], primary, region.Unknown || region.Near)
	}
}

// arnFault returns what the provider rejects in an ARN, or nil.
func arnFault(name, kind Field, region string, anyRegion bool) *ARNFault {
	const wellFormed = "arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"
	fault := &ARNFault{Pointer: name.Pointer, Text: name.Value}
	parts := arnParts(name.Value)
	switch {
	case parts == nil:
		fault.Fault, fault.Expected = ARNMalformed, wellFormed
		fault.Says = "Invalid ARN format in object name: " + name.Value
	case !kind.Has() && parts[2] != secretsManager && parts[2] != ssm && parts[2] != ssmParameter:
		fault.Fault, fault.Expected = ARNService, "secretsmanager or ssm"
		fault.Says = "Invalid service in ARN: " + parts[2]
	case !anyRegion && region == "": // neither the class nor any ARN has one
		fault.Fault, fault.Expected = ARNMalformed, wellFormed
		fault.Says = "ARN region must match region " + region + ": " + name.Value
	case !anyRegion && parts[3] != region:
		fault.Fault, fault.Expected = ARNRegion, region
		fault.Says = "ARN region must match region " + region + ": " + name.Value
	case kind.Value == secretsManager && !kind.Unknown && parts[2] != secretsManager,
		kind.Value == ssmParameter && parts[2] == secretsManager:
		fault.Fault, fault.Expected = ARNService, map[string]string{secretsManager: secretsManager, ssmParameter: ssm}[kind.Value]
		fault.Says = "objectType does not match ARN: " + name.Value
	default:
		return nil
	}
	return fault
}

// awsFailover checks the fallback object in another region.
func (r *reading) awsFailover(row *row, node *yaml.Node, fields map[string]Field, object int) {
	at := fields[row.Name].Pointer
	inner := r.awsMapping(row, node, at)
	name := inner["objectName"]
	if !name.Has() {
		return
	}
	region := r.result.Parameters["failoverRegion"]
	problem := Problem{Kind: KindObjectField, Fault: FaultForm, Pointer: at, Name: fields[row.Name].Key}
	switch version := inner["objectVersion"]; {
	case !fields["objectAlias"].Has():
		problem.Expected = "an objectAlias beside it"
		problem.Says = "object alias must be specified for objects with failover entries: " + fields["objectName"].Value
	case !region.Has():
		problem.Expected = "the parameter failoverRegion"
		problem.Says = "failover object allowed only when failover region is defined: " + fields["objectName"].Value
	case version.Value != fields["objectVersion"].Value && !version.Unknown && !fields["objectVersion"].Unknown:
		problem.Expected = "the objectVersion of the object itself"
		problem.Says = "object versions must match between primary and failover regions: " + fields["objectName"].Value
	case isParameter(fields) && version.Has() && inner["objectVersionLabel"].Has():
		problem.Expected = "objectVersion or objectVersionLabel, not both"
		problem.Says = "ssm parameters can not specify both objectVersion and objectVersionLabel: " + fields["objectName"].Value
	case !fields["objectType"].Has() && !name.Unknown && !strings.HasPrefix(name.Value, "arn:"):
		problem.Expected = "an objectType, or an ARN"
		problem.Says = "Must use objectType when a full ARN is not specified: " + name.Value
	default:
		r.result.Objects[object].Failover = name
		if !name.Unknown && strings.HasPrefix(name.Value, "arn:") {
			r.result.Objects[object].ARN = arnFault(name, fields["objectType"], region.Value, region.Unknown || region.Near)
		}
		return
	}
	r.report(problem)
}
