# What developers and CI run. `make` lists it.
API := src/Feedback.Api
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

.DEFAULT_GOAL := help
.PHONY: help run demo test faults load fuzz redaction bench bench-quick bench-text openapi docs report widget lint ci docker clean

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## serves the API on http://localhost:5080 with the store in ./data
	dotnet run --project $(API)

demo: ## makes a simulated organisation in ./data/demo and serves it
	dotnet run --project $(API) -- demo

test: ## runs every test, on SQL Server too when FEEDBACK_TEST_SQLSERVER is set
	dotnet test

faults load fuzz: SHELL := /bin/bash
faults load fuzz: .SHELLFLAGS := -o pipefail -c
faults: ## kills, fills and tears the service and its store, as often as it takes, and prints what was tried and what came out (minutes)
	$(call tried,Faults)

load: ## gives the service more than it takes, from many sides, and prints what was tried and what came out (minutes)
	$(call tried,Load)

fuzz: ## sends thousands of requests made from the OpenAPI document, right and wrong, and prints what was tried and what came out (minutes)
	$(call tried,Fuzz)

# The tests of a category at length: the lines of their tables, which the logger gives twice, and what failed.
tried = FEEDBACK_TEST_AT_LENGTH=1 dotnet test tests/Feedback.Api.Tests --filter "TestCategory=$(1)" --logger "console;verbosity=detailed" | sed 's/^ *//' | grep -E '^\||^Failed' | awk '!seen[$$0]++'

redaction: ## plants personal data in invented texts, masks them and prints what was found and what was masked in vain
	dotnet test tests/Feedback.Indicators.Tests --filter "FullyQualifiedName~MeasuringRedaction" --logger "console;verbosity=detailed" | grep '^|'

bench: ## measures ingest, reads and releases and prints a table (minutes; leave the machine alone meanwhile)
	dotnet run --configuration Release --project benchmarks/Feedback.Benchmarks

bench-quick: ## the same with a tenth of the data
	dotnet run --configuration Release --project benchmarks/Feedback.Benchmarks -- quick

bench-text: ## measures what a comment's language and sentiment cost, and how well the sentiment agrees with people
	dotnet run --configuration Release --project benchmarks/Feedback.Benchmarks -- text

docs: ## writes docs/indicators.md from the text of the code
	dotnet run --project $(API) -- docs --output docs/indicators.md

openapi: ## writes openapi/feedback.v1.json from the code
	dotnet run --project $(API) -- openapi --output openapi/feedback.v1.json

report: ## builds the page at /report into the service (needs Node 20); build the service again afterwards
	cd web/report && npm ci --ignore-scripts --no-audit --no-fund && npm run check && npm run build

widget: ## checks, tests and builds web/widget into src/Feedback.Api/Pages/widget.js, which is committed (needs Node 20)
	cd web/widget && npm ci --ignore-scripts --no-audit --no-fund && npm run check && npm test && npm run build

lint: ## checks the formatting, and builds with warnings as errors
	dotnet restore
	dotnet format --verify-no-changes --no-restore --severity warn
	dotnet build --no-restore --no-incremental -nologo -warnaserror '-warnnotaserror:NU1603;NU1901;NU1902;NU1903;NU1904'

ci: ## does what CI does
	bash .ci/run

docker: ## builds the image feedback:local
	docker build --tag feedback:local .

clean: ## removes what was built; leaves ./data alone
	dotnet clean --verbosity quiet -nologo
	rm -rf artifacts TestResults
