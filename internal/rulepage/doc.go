// Package rulepage reads the pages that explain rules, and checks rules against
// them: what a page shows as Bad yields exactly the findings that it marks, and
// what it shows as Good yields none.
//
// A section shows files in fenced blocks. Blocks belong to one folder until a
// line "---". The first line of a block, or a line before it, may name the
// file: "# file: class.yaml". "# want RULE" marks the line that a finding
// starts at, "# want@+N RULE" the line N further down, and "want@N RULE" before
// a block its line N. A line "Base: vault" (aws, azure) adds the members of a
// clean environment that no block defines, and "Base: vault without
// ServiceAccount" leaves a kind out; the app of "Base: vault with plans" has
// plans for database and storage, "with storage plan" or "with database plan"
// one. "Operator: 2.9.0" lints for that version.
package rulepage
