package corpus

import (
	"fmt"
	"strings"
)

var keys = []string{
	"database-type", "database-jdbc-url", "database-host", "database-name", "database-username", "database-password",
	"storage-service-name",
}

var s3Keys = []string{"storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"}

var azureKeys = []string{"storage-azure-account-name", "storage-azure-account-key", "storage-azure-container"}

// environment returns the three files of the i-th environment. Every tenth one
// has a fault.
func environment(i int) map[string]string {
	name, namespace := fmt.Sprintf("app%05d", i), fmt.Sprintf("team%02d", i%40)
	provider := []string{"vault", "aws", "azure"}[i%3]
	head := func(version, kind, annotations string) string {
		return fmt.Sprintf("apiVersion: %s\nkind: %s\nmetadata:\n  name: %s\n  namespace: %s\n%s", version, kind, name, namespace, annotations)
	}
	identity := map[string]string{
		"vault": "",
		"aws":   "    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/" + name + "\n",
		"azure": "    azure.workload.identity/client-id: 11111111-2222-4333-8444-555555555555\n",
	}[provider]
	return map[string]string{
		"app.yaml": head("privatecloud.mendix.com/v1alpha1", "MendixApp", "") +
			"spec:\n  mendixRuntimeVersion: 10.12.0.12345\n  allowOverrideSecretsWithSecretStoreCSIDriver: true\n  replicas: 1\n  sourceURL: oci-image://registry.example.com/" + name + ":1.4.2\n",
		"account.yaml": head("v1", "ServiceAccount", "  annotations:\n    privatecloud.mendix.com/environment-account: \"true\"\n"+identity),
		"class.yaml": head("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass", "  annotations:\n    privatecloud.mendix.com/environment-class: \"true\"\n") +
			"spec:\n  provider: " + provider + "\n  parameters:\n" + parameters(provider, name, i%10 == 7),
	}
}

func parameters(provider, name string, fault bool) string {
	var out strings.Builder
	mounted := append(append([]string{}, keys...), s3Keys...)
	if provider == "azure" {
		mounted = append(append([]string{}, keys...), azureKeys...)
	}
	if fault {
		mounted[2] = "database-hots"
	}
	switch provider {
	case "vault":
		fmt.Fprintf(&out, "    vaultAddress: https://vault.example.com:8200\n    roleName: %s\n    objects: |\n", name)
		for _, key := range mounted {
			fmt.Fprintf(&out, "      - objectName: %s\n        secretKey: %s\n        secretPath: secret/data/%s\n", key, key, name)
		}
	case "aws":
		fmt.Fprintf(&out, "    objects: |\n      - objectName: prod/%s\n        objectType: secretsmanager\n        jmesPath:\n", name)
		for _, key := range mounted {
			fmt.Fprintf(&out, "          - path: '\"%s\"'\n            objectAlias: %s\n", key, key)
		}
	default:
		out.WriteString("    keyvaultName: kv-prod\n    clientID: 11111111-2222-4333-8444-555555555555\n    tenantID: 7ab0bfc4-5a2b-4e9a-8d0e-0b1f6c2d3e4f\n    objects: |\n      array:\n")
		for _, key := range mounted {
			fmt.Fprintf(&out, "        - |\n          objectName: %s\n          objectType: secret\n          objectAlias: %s\n", key, key)
		}
	}
	return out.String()
}

// foreign returns a file of unrelated Deployments and ConfigMaps.
func foreign(i int) string {
	var out strings.Builder
	for part := 0; out.Len() < monoBytes; part++ {
		fmt.Fprintf(&out, "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: part-%d-%d\n  labels: {app: part-%d, tier: backend}\nspec:\n  replicas: %d\n  selector: {matchLabels: {app: part-%d}}\n  template:\n    metadata: {labels: {app: part-%d}}\n    spec:\n      serviceAccountName: part-%d\n      containers:\n", i, part, i, 1+i%5, i, i, i)
		for c := range 2 + i%3 {
			fmt.Fprintf(&out, "        - name: c%d\n          image: registry.example.com/team/part:%d.%d.%d\n          env:\n            - {name: LOG_LEVEL, value: info}\n            - name: DB_URL\n              valueFrom: {secretKeyRef: {name: part-%d, key: url}}\n          resources:\n            limits: {cpu: 500m, memory: 256Mi}\n            requests: {cpu: 100m, memory: 128Mi}\n", c, i%9, i%7, c, i)
		}
		fmt.Fprintf(&out, "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-%d-%d\ndata:\n  application.properties: |\n    server.port=8080\n    cache.size=%d\n    feature.flags=a,b,c\n", i, part, i*7)
	}
	return out.String()
}

func roleBinding(i int) string {
	var out strings.Builder
	for part := 0; out.Len() < monoBytes; part++ {
		fmt.Fprintf(&out, "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: binding-%d-%d\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: reader\nsubjects:\n  - kind: ServiceAccount\n    name: part-%d\n    namespace: svc%03d\n", i, part, i, i/100)
	}
	return out.String()
}
