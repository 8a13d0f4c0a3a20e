// The programs that build, pack and audit mxlint. They use the standard library
// alone, and stand in a module of their own so that `go install ./...` in the
// project installs mxlint and nothing else.
module example.com/mxlint/scripts

go 1.26.0
