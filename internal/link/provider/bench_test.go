package provider

import (
	"fmt"
	"strings"
	"testing"
)

// classes returns fifteen keys as in the documentation.
func classes() map[Name][]Parameter {
	var vault, aws, azure strings.Builder
	aws.WriteString("- objectName: shop/orders\n  objectType: secretsmanager\n  jmesPath:\n")
	azure.WriteString("array:\n")
	for i := range 15 {
		key := fmt.Sprintf("database-key-%d", i)
		fmt.Fprintf(&vault, "- objectName: %s\n  secretPath: secret/data/orders\n  secretKey: %s\n", key, key)
		fmt.Fprintf(&aws, "    - path: '\"%s\"'\n      objectAlias: %s\n", key, key)
		fmt.Fprintf(&azure, "  - |\n    objectName: %s\n    objectType: secret\n    objectAlias: %s\n", key, key)
	}
	return map[Name][]Parameter{
		Vault: {{Name: "roleName", Value: "orders"}, {Name: "objects", Value: vault.String()}},
		AWS:   {{Name: "region", Value: "eu-west-1"}, {Name: "objects", Value: aws.String()}},
		Azure: {{Name: "keyvaultName", Value: "kv-orders"}, {Name: "tenantID", Value: "72a9c3e4-58bb-4f0d-8e21-c4d7a6b19f03"}, {Name: "clientID", Value: "1f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10"}, {Name: "objects", Value: azure.String()}},
	}
}

func BenchmarkDecode(b *testing.B) {
	tables := loadTables(b)
	for name, parameters := range classes() {
		b.Run(string(name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Decode(name, parameters, tables)
			}
		})
	}
}
