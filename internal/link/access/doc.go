// Package access knows what an environment may read. It holds the policies
// that lie beside the manifests (Vault, AWS IAM, trust policies, federated
// credentials) against what the environments read, and writes the least
// policies that let them.
//
// It states facts only; the rules of the category "access" judge them.
package access
