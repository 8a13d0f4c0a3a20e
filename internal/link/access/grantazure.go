package access

import "strings"

// federatedCredential is written in this order of fields, for
// `az ad app federated-credential create --parameters`.
type federatedCredential struct {
	Name      string   `json:"name"`
	Issuer    string   `json:"issuer"`
	Subject   string   `json:"subject"`
	Audiences []string `json:"audiences"`
}

func grantAzure(need *Need) *AzureGrant {
	grant := &AzureGrant{Subject: need.subject(), RoleAssignments: []string{}}
	app := need.StorageLogin == LoginAzureIdentity || need.DatabaseLogin == LoginAzureIdentity
	if app || !need.NodeIdentity {
		grant.FederatedCredential = writeJSON(federatedCredential{
			Name:      need.ownName(),
			Issuer:    "<oidc-issuer-url>",
			Subject:   need.subject(),
			Audiences: []string{"api://AzureADTokenExchange"},
		})
	}
	if need.Provider == ProviderAzure {
		// The role for certificates also allows reading keys and secrets.
		// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security
		role := "Key Vault Secrets User"
		if need.Certificates {
			role = "Key Vault Certificate User"
		}
		grant.RoleAssignments = append(grant.RoleAssignments, assignRole(role, orPlaceholder(need.ClientID, "client-id"),
			"/subscriptions/<subscription-id>/resourceGroups/<resource-group>/providers/Microsoft.KeyVault/vaults/"+
				orPlaceholder(need.KeyVault, "key-vault")))
	}
	if need.StorageLogin == LoginAzureIdentity {
		client, placeholder := need.AppClientID, "app-client-id"
		if client == "" && !need.NodeIdentity {
			client, placeholder = need.ClientID, "client-id"
		}
		grant.RoleAssignments = append(grant.RoleAssignments, assignRole("Storage Blob Data Contributor", orPlaceholder(client, placeholder),
			"/subscriptions/<subscription-id>/resourceGroups/<storage-resource-group>/providers/Microsoft.Storage/"+
				"storageAccounts/<storage-account>/blobServices/default/containers/<container>"))
	}
	return grant
}

func assignRole(role, client, scope string) string {
	return strings.Join([]string{
		"az role assignment create",
		"  --role " + shell(role),
		"  --assignee " + shell(client),
		"  --scope " + shell(scope),
	}, " \\\n") + "\n"
}
