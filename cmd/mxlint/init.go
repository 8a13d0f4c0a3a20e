package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/mxlint/internal/scaffold"
)

func newInitCommand(s *streams) *cobra.Command {
	var o scaffold.Options
	var output string
	command := &cobra.Command{
		Use:   "init --provider PROVIDER --name NAME [flags]",
		Short: "write the MendixApp, ServiceAccount and SecretProviderClass of an environment",
		Long: `init writes the manifests of a new environment: a MendixApp (in standalone mode), a ServiceAccount and a
SecretProviderClass that belong together. A value that is not given becomes a placeholder such as <{role}>, which
mxlint then reports. Nothing is overwritten. Without --output the manifests go to standard output.`,
		Example: `  mxlint init --provider vault --name orders --namespace shop --output k8s/orders
  mxlint init --provider aws --name orders --auth iam --role-arn arn:aws:iam::123456789012:role/orders
  mxlint init --provider azure --name orders --auth managed-identity --constants Shop.ApiKey,Shop.ApiUrl`,
		Args: arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if err := o.Validate(); err != nil {
				return err
			}
			files := scaffold.Files(o)
			if output == "" {
				_, err := io.WriteString(s.out, scaffold.Stream(files))
				return err
			}
			if err := scaffold.Write(output, files); err != nil {
				return err
			}
			for _, file := range files {
				fmt.Fprintf(s.err, "written: %s\n", filepath.ToSlash(filepath.Join(output, file.Name)))
			}
			return nil
		},
	}
	addScaffoldFlags(command.Flags(), &o)
	command.Flags().StringVarP(&output, "output", "o", "", "the `FOLDER` to write to (default: standard output)")
	return command
}

func addScaffoldFlags(flags *pflag.FlagSet, o *scaffold.Options) {
	flags.StringVar(&o.Provider, "provider", "", "the secret `STORE`: "+orList(scaffold.Providers())+" (required)")
	flags.StringVar(&o.Name, "name", "", "the `NAME` of the environment (required)")
	flags.StringVar(&o.Namespace, "namespace", "", "its `NAMESPACE` (default: none is written)")
	flags.StringVar(&o.Mode, "mode", "", "the `MODE`: standalone, or connected if the Mendix Portal creates the MendixApp (default standalone)")
	flags.StringVar(&o.Storage, "storage", "", "the file `STORAGE`: "+orList(scaffold.Storages())+" (default: depends on --auth and --provider)")
	flags.StringVar(&o.Auth, "auth", "", "the `LOGIN` of the app: "+orList(scaffold.Auths())+" (default password)")
	flags.StringSliceVar(&o.Constants, "constants", nil, "app constants to read from the store: `NAMES` such as Module.First,Module.Second")
	flags.StringVar(&o.Role, "role", "", "vault: the `ROLE` of the Kubernetes auth method")
	flags.StringVar(&o.Address, "address", "", "vault: the `URL`, such as https://vault.example.com:8200")
	flags.StringVar(&o.SecretPath, "secret-path", "", "vault: the `PATH` of the secrets (default secret/data/NAME)")
	flags.StringVar(&o.KeyVault, "key-vault", "", "azure: the `NAME` of the Key Vault")
	flags.StringVar(&o.TenantID, "tenant-id", "", "azure: the `ID` of the tenant")
	flags.StringVar(&o.ClientID, "client-id", "", "azure: the client `ID` of the managed identity")
	flags.StringVar(&o.RoleARN, "role-arn", "", "aws: the `ARN` of the IAM role of the ServiceAccount")
	flags.StringVar(&o.Region, "region", "", "aws: the `REGION` of the secrets (default: that of the node)")
	flags.StringVar(&o.SecretName, "secret-name", "", "aws: the `NAME` of the secret")
	flags.StringVar(&o.RuntimeVersion, "runtime-version", "", "the `VERSION` of the Mendix Runtime (default "+scaffold.DefaultRuntimeVersion+")")
	flags.StringVar(&o.SourceURL, "source-url", "", "the `URL` of the app's deployment package")
}
