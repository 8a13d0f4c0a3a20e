// Package schema checks manifests against the JSON Schemas of their kinds. It
// returns facts, with positions and wording; whether they are findings, and how
// severe, is decided elsewhere.
//
// Values are interpreted as Kubernetes reads them: sigs.k8s.io/yaml, which
// kubectl and the GitOps tools share, resolves "yes" to true and "010" to 8.
package schema
