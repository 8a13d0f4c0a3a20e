package link

import "example.com/mxlint/internal/link/provider"

// Problem is something that a provider rejects or ignores.
type Problem struct {
	Kind  provider.ProblemKind `json:"kind"`
	Fault provider.Fault       `json:"fault"`
	// Tolerated means that the provider continues, and mounts all that the class asks
	// for; otherwise the mount fails or a file is not the one that was meant.
	Tolerated bool   `json:"tolerated"`
	Name      string `json:"name"` // of the parameter or field
	// With are other fields that the same entry lacks.
	With     []string      `json:"with"`
	Text     string        `json:"text"` // what is written
	Expected string        `json:"expected"`
	Nearest  string        `json:"nearest"`
	Provider provider.Name `json:"provider"` // the provider whose form this is
	Says     string        `json:"says"`     // the provider's own words
	Mended   string        `json:"mended"`   // the text of objects in the form that is decoded, "" if that is unknown
	At       Place         `json:"at"`
}

// Object is one entry of `objects`.
type Object struct {
	At     Place            `json:"at"`
	Fields map[string]Field `json:"fields"`
	// Keyless means, for vault, that no secretKey says which value is read.
	Keyless bool `json:"keyless"`
	// Refused means, for azure, that Key Vault allows no such objectName.
	Refused bool `json:"refused"`
	// PinnedBy are the fields that pin a version, so that rotation has no effect.
	PinnedBy []string `json:"pinnedBy"`

	// Failover is what aws reads in another region if the first cannot be reached.
	Failover Field `json:"-"`

	Vault *VaultPath `json:"vault,omitempty"` // the secretPath
	ARN   *ARN       `json:"arn,omitempty"`   // what is wrong with it
}

// ARN is what is wrong with an ARN in an object.
type ARN struct {
	Fault    provider.ARNFaultKind `json:"fault"`
	Text     string                `json:"text"`
	Expected string                `json:"expected"`
	Says     string                `json:"says"`
	At       Place                 `json:"at"`
}

// Field is one field of an object, as the provider sees it.
type Field struct {
	Value   string `json:"value"`
	Unknown bool   `json:"unknown"`
	At      Place  `json:"at"`
}

// Scalar11 is a plain scalar that YAML 1.1 reads as something else.
type Scalar11 struct {
	Field   string `json:"field"`
	Written string `json:"written"`
	Becomes string `json:"becomes"`
	At      Place  `json:"at"`
}
