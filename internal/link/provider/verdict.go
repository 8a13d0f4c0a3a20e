package provider

import (
	"os"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// The types into which the providers decode objects, with their own field names. They
// decide on texts with tags, anchors and merges, which are too rare to be explained.
type (
	vaultDescriptor struct {
		ObjectName     string         `yaml:"objectName"`
		SecretPath     string         `yaml:"secretPath"`
		SecretKey      string         `yaml:"secretKey"`
		Method         string         `yaml:"method"`
		SecretArgs     map[string]any `yaml:"secretArgs"`
		FilePermission os.FileMode    `yaml:"filePermission"`
		Encoding       string         `yaml:"encoding"`
	}
	// awsDescriptor is read by encoding/json, which ignores case.
	awsDescriptor struct {
		ObjectName, ObjectAlias, ObjectVersion, ObjectVersionLabel, ObjectType, FilePermission string

		JMESPath       []struct{ Path, ObjectAlias, FilePermission string }
		FailoverObject struct{ ObjectName, ObjectVersion, ObjectVersionLabel string }
	}
	azureWrapper struct {
		Array []string `yaml:"array"`
	}
	azureDescriptor struct {
		ObjectName           string `yaml:"objectName"`
		ObjectAlias          string `yaml:"objectAlias"`
		ObjectVersion        string `yaml:"objectVersion"`
		ObjectVersionHistory int32  `yaml:"objectVersionHistory"`
		ObjectType           string `yaml:"objectType"`
		ObjectFormat         string `yaml:"objectFormat"`
		ObjectEncoding       string `yaml:"objectEncoding"`
		FilePermission       string `yaml:"filePermission"`
	}
)

// verdict reports what the decoder rejects, if nothing has explained it so far.
func (r *reading) verdict(err error, at manifest.Path, prefix string) {
	if err == nil || r.result.Templated != nil || !r.result.Readable {
		return
	}
	for i := range r.result.Problems {
		if r.result.Problems[i].Fault == FaultType {
			return
		}
	}
	r.result.Readable, r.result.Files = false, nil
	r.shape(Problem{Fault: FaultShape, Pointer: at, Says: prefix + oneLine(err)})
}

// plainTree reports whether the tree has nothing that YAML 1.1 merges, tags or rejects
// differently from the scalars of known fields.
func plainTree(node *yaml.Node, depth int) bool {
	if node == nil {
		return true
	}
	if depth > 12 || node.Anchor != "" || node.Kind == yaml.AliasNode || node.Style&yaml.TaggedStyle != 0 {
		return false
	}
	if node.Kind == yaml.ScalarNode {
		return node.ShortTag() != "!!float" || !strings.ContainsAny(node.Value, "nN")
	}
	for i, child := range node.Content {
		if node.Kind == yaml.MappingNode && i%2 == 0 && (child.Kind != yaml.ScalarNode || manifest.IsNull(child) || manifest.IsMerge(child)) {
			return false
		}
		if !plainTree(child, depth+1) {
			return false
		}
	}
	return true
}
