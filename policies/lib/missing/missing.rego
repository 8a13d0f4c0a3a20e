# Missing keys: what the mount lacks, by the rule that reports it. The rules share this
# list, since aws/keys-not-extracted is reported instead of all of them.
package mxlint.lib.missing

import data.mxlint.lib

# app_known means that the content of the MendixApp, or that there is none, is known: it
# may be in a file that could not be read.
app_known if {
	every link in input.links {
		link.kind != "MendixApp"
	}
}

# Database keys that are required and not mounted.
entries["keys/required"] contains entry if {
	input.complete
	group := input.groups.database
	count(group.missing) > 0
	severity := group_severity(group, "database")
	entry := {
		"subject": "database", "severity": severity,
		"keys": group.missing, "fix_keys": array.concat(group.missing, with_password(group)),
		"message": sprintf("the database keys lack %s: %s", [lib.listed(group.missing), consequence(group)]),
	}
}

# Storage of one known family, or not begun at all.
entries["keys/required"] contains entry if {
	input.complete
	input.storage != "mixed"
	group := input.groups.storage
	count(group.missing) > 0
	not undecided(group)
	severity := group_severity(group, "storage")
	entry := {
		"subject": "storage", "severity": severity,
		"keys": group.missing, "fix_keys": [key | some key in group.missing; group.begun],
		"message": sprintf("the storage keys lack %s%s: %s", [lib.listed(group.missing), families(group), consequence(group)]),
	}
}

# Storage that is begun with keys of neither family.
entries["keys/required"] contains entry if {
	input.complete
	group := input.groups.storage
	undecided(group)
	entry := {
		"subject": "storage", "severity": "error", "keys": group.missing, "fix_keys": [],
		"message": sprintf("the storage keys lack %sthose of S3 (storage-endpoint, storage-bucket-name) or of Azure (storage-azure-*): %s", [also(group.missing), consequence(group)]),
	}
}

undecided(group) if {
	group.begun
	input.storage == ""
}

also(keys) := "" if count(keys) == 0

also(keys) := sprintf("%s, and ", [lib.listed(keys)]) if count(keys) > 0

families(group) := ", and those of S3 (storage-endpoint, storage-bucket-name) or of Azure (storage-azure-*)" if not group.begun

families(group) := "" if group.begun

consequence(group) := "the app does not start without them" if group.begun

consequence(group) := "no plan supplies them either, and the app does not start without them" if {
	not group.begun
	input.mode != "connected"
}

consequence(group) := "the app does not start without them, unless a plan supplies them" if {
	not group.begun
	input.mode == "connected"
}

# A group that is begun has to be complete; one that is not may come from a plan, which
# connected mode does not show.
group_severity(group, _) := "error" if group.begun

group_severity(group, half) := "error" if {
	not group.begun
	plan(half) == "absent"
}

group_severity(group, _) := "warning" if {
	not group.begun
	input.mode == "connected"
	app_known
}

plan("database") := input.resources.app.databasePlan.state

plan("storage") := input.resources.app.storagePlan.state

# The password, if no identity can replace it.
entries["keys/database-password"] contains entry if {
	input.complete
	lib.password_missing
	entry := {
		"subject": "", "severity": login_severity, "keys": ["database-password"], "fix_keys": login_fix_keys(["database-password"]),
		"message": sprintf("%q is not mounted, and the ServiceAccount has neither \"eks.amazonaws.com/role-arn\" nor \"azure.workload.identity/client-id\" for a login without a password: the app cannot log in to its database%s", ["database-password", unless_associated]),
	}
}

# with_password is what else a group of database keys needs that has just been begun.
with_password(group) := ["database-password"] if {
	not group.begun
	lib.no_identity
}

else := []

# login_severity depends on Pod Identity: what its association allows is not in the
# manifests.
login_severity := "info" if lib.pod_identity

login_severity := "error" if not lib.pod_identity

# login_fix_keys: a login without password or keys must not be undone if it is probably
# meant.
login_fix_keys(_) := [] if lib.pod_identity

login_fix_keys(keys) := keys if not lib.pod_identity

unless_associated := "" if not lib.pod_identity

unless_associated := ", unless the role of its Pod Identity association may" if {
	lib.pod_identity
	input.provider == "aws"
}

unless_associated := ", unless its Pod Identity may" if {
	lib.pod_identity
	input.provider != "aws"
}

s3_place := ["storage-endpoint", "storage-bucket-name"]

s3_login := ["storage-access-key-id", "storage-secret-access-key"]

# S3.
entries["keys/s3-required"] contains entry if {
	input.complete
	input.storage == "s3"
	lacking := unmounted(s3_place)
	count(lacking) > 0
	entry := {
		"subject": "", "severity": "error", "keys": lacking,
		"message": sprintf("S3 storage lacks %s: the app cannot reach its bucket", [lib.listed(lacking)]),
	}
}

entries["keys/s3-credentials"] contains entry if {
	input.complete
	input.storage == "s3"
	lacking := unmounted(s3_login)
	count(lacking) == 1
	entry := {
		"subject": "", "severity": "error", "keys": lacking,
		"message": sprintf("only half of the S3 login is mounted, %q is missing: both access keys are needed, or neither and an IAM role", [lacking[0]]),
	}
}

entries["keys/s3-credentials"] contains entry if {
	input.complete
	input.storage == "s3"
	lacking := unmounted(s3_login)
	count(lacking) == 2
	lib.lacks(input.resources.serviceAccount.role, "aws")
	not lib.role_missing
	entry := {
		"subject": "", "severity": login_severity, "keys": lacking, "fix_keys": login_fix_keys(lacking),
		"message": sprintf("no access keys are mounted, and the ServiceAccount has no IAM role (\"eks.amazonaws.com/role-arn\"): the app cannot log in to its bucket%s", [unless_associated]),
	}
}

unmounted(keys) := [key | some key in keys; not input.mounted[key]]

# Azure storage.
entries["keys/azure-required"] contains entry if {
	input.complete
	input.storage == "azure"
	container := unmounted(["storage-azure-container"])
	lacking := array.concat(container, azure_login)
	count(lacking) > 0
	entry := {
		"subject": "", "severity": "error", "keys": lacking,
		"message": sprintf("Azure storage lacks %s: the app cannot reach its container", [lib.listed(lacking)]),
	}
}

static_login := ["storage-azure-account-name", "storage-azure-account-key"]

managed_login := ["storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential"]

# azure_login is what the login that is begun lacks, or the static one if neither is.
azure_login := [] if complete(static_login)

azure_login := [] if {
	not complete(static_login)
	complete(managed_login)
}

azure_login := lacking if {
	not complete(static_login)
	not complete(managed_login)
	lacking := unmounted(begun_login)
}

begun_login := managed_login if {
	some key in managed_login
	input.mounted[key]
	unmounted(static_login) == static_login
}

else := static_login

complete(keys) if unmounted(keys) == []

# not_extracted holds if there are files of aws objects whose JSON was never split, and
# keys are missing because of it.
not_extracted if count(not_extracted_files) > 0

not_extracted_files := [file |
	some file in input.mountedFiles
	not file.jmes
	not file.parent
	file.key == ""
] if {
	input.provider == "aws"
	some rule
	some entry in entries[rule]
	entry.severity in {"error", "warning"}
}
