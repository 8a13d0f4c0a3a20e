# `make demo` and `make test` need Go alone; `make help` lists the rest.

GO       ?= go
FUZZTIME ?= 60s
BENCH    ?= .
# A tagged commit is its tag's version; any other is what cmd/mxlint/version.go says.
VERSION  ?= $(patsubst v%,%,$(shell git describe --tags --exact-match 2>/dev/null))
LDFLAGS   = -s -w $(if $(VERSION),-X main.version=$(VERSION))
VULNDB   ?= v0.0.0-20261105234957-e22db6528018

.PHONY: help build demo test check lint-workflows update bench fuzz dist dist-verify audit clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

build: ## build bin/mxlint
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/mxlint ./cmd/mxlint

demo: build ## lint the faulty example of fixtures/demo
	@bin/mxlint --show-source fixtures/demo; code=$$?; \
	echo; echo "mxlint left with $$code: 1 says that there are findings, as here is intended."; \
	test $$code -eq 1

test: ## run all tests
	$(GO) test -timeout 30m ./...
	cd scripts && $(GO) test ./...

check: ## everything that CI checks
	.ci/run

lint-workflows: ## check the workflows, the README's too, with actionlint
	scripts/lint-workflows.sh

update: ## rewrite goldens and generated files
	scripts/update.sh

bench: ## run the benchmarks; BENCH is a pattern
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem ./...

fuzz: ## fuzz every target for FUZZTIME
	FUZZTIME=$(FUZZTIME) scripts/fuzz.sh

dist: ## make the release archives in dist/
	cd scripts && $(GO) run ./dist -root .. -out ../dist -version '$(VERSION)'

dist-verify: dist ## make them again elsewhere and compare
	scripts/dist-verify.sh '$(VERSION)'

audit: ## licences and known vulnerabilities of what is linked
	cd scripts && $(GO) run ./audit -root .. -vulndb $(VULNDB)

clean: ## remove what was built
	rm -rf bin dist
