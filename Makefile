# Everything a person or CI does here. `make` alone lists the targets.
#
# Needs only Maven: deploy/find-jdk.sh finds a JDK 25 and says what to install when there is none.

MVN := ./deploy/maven.sh
QUIET := --quiet
NO_GATES := -Dspotless.check.skip -Dmdep.analyze.skip -Dcheckstyle.skip
NO_TESTS := -DskipTests

# Folders count too, so that a deleted file is noticed.
SOURCES := $(shell find . \( -name .git -o -name target \) -prune -o \( -path "*/src/main*" -o -name pom.xml \) -print)
BUILT := deploy/distribution/target/built.stamp

.PHONY: help demo test test-clients test-ui check gates fmt build dist golden measure measure-start measure-server third-party clean

help: ## Lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(BUILT) ## Builds if needed, loads TPC-H as Iceberg, runs queries, ends in the shell
	@./deploy/demo.sh

test: ## Builds and passes every test that needs no server
	@./deploy/run-tests.sh

test-clients: $(BUILT) ## Runs real clients, installed from their registries, against a server over both protocols
	@./deploy/test-clients.sh

test-ui: $(BUILT) ## Drives the web UI of a real server in a real Chromium; screenshots are in target/ui
	@./deploy/test-ui.sh

check: test gates ## What CI runs: tests, format, static analysis, dependency analysis

gates: ## Format, static and dependency analysis, without the tests
	@$(MVN) $(QUIET) verify $(NO_TESTS)
	@./deploy/check-scripts.sh

fmt: ## Formats the code
	@$(MVN) $(QUIET) spotless:apply

build: $(BUILT) ## Builds ./sqe, without tests, when a source has changed

$(BUILT): $(SOURCES)
	@./deploy/build.sh
	@touch $@

dist: ## Makes the archive with its own runtime and AOT cache: deploy/distribution/target/sqe-*.tar.gz
	@./deploy/build.sh --activate-profiles dist
	@touch $(BUILT)
	@ls -l deploy/distribution/target/sqe-*.tar.gz

golden: ## Rewrites the golden files from what the code does now; review them as code
	@$(MVN) $(QUIET) test -Dsqe.golden=rewrite $(NO_GATES)

measure: ## Measures the shape of the code: file and method sizes, documentation
	@./deploy/measure.sh

measure-start: ## Measures how long a cold start of what `make dist` has made takes
	@./deploy/measure-start.sh

measure-server: $(BUILT) ## Measures what a server is held to; FIGURE=adbc|stream|lookups|sessions|engine for one of them
	@./deploy/measure-server.sh $(or $(FIGURE),all)

third-party: ## Rewrites THIRD-PARTY.txt, the licences of what is shipped
	@./deploy/build.sh --activate-profiles third-party

clean: ## Removes everything that was built, the demo's warehouse too
	@$(MVN) $(QUIET) clean
	@rm -rf target
