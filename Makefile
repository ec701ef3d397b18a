# bounden: `make run` to see it, `make test` to check it. Needs Python 3.11, pip and make.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for p in python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
LOCK := uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock"

CASES := demonstration/published-cases
STORE := var/snapshots
# A change in the cases, or in anything that reads or judges them, makes a new snapshot.
CODE := $(addprefix bounden/,records obligations standards ingest engine snapshots)
INPUTS := $(shell find $(CASES) -newer $(STORE)/CURRENT 2>/dev/null; \
	find $(CODE) \( -name '*.py' -o -name '*.yaml' \) -newer $(STORE)/CURRENT 2>/dev/null || true)

.PHONY: help run test check fix bench bench-quick docs published-cases lock test-generative test-browser test-postgres test-spark clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | while IFS='|' read -r t w; do printf '  make %-16s %s\n' "$$t" "$$w"; done

run: $(BIN)/.run $(STORE)/CURRENT ## Build the demonstration, serve it on this machine; stop with Ctrl-C
	@exec $(BIN)/python manage.py demonstrate

test: check ## Everything that can be tested here; says loudly what was skipped
	$(BIN)/python -m pytest -n auto --dist loadfile -q

check: $(BIN)/.dev ## Style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(BIN)/.dev ## Mend style where that can be done by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

SIZES := 1000000 10000000 50000000

bench: $(BIN)/.bench ## Measure the engine beside its peers at 1, 10 and 50 million actions (SIZES), and its bounds: hours
	$(BIN)/python -m benchmarks $(SIZES)

bench-quick: $(BIN)/.bench ## The same at 1 million actions
	$(BIN)/python -m benchmarks 1000000

docs: $(BIN)/.dev ## Write docs/reference again from the code; enter what changed in the history of standards
	$(BIN)/python docs/generate.py

published-cases: $(BIN)/.dev ## Judge the published cases: what the standards reach of what inspectors said
	$(BIN)/python docs/generate.py published-cases.md

lock: $(BIN)/.dev ## Compile requirements/*.in again
	cd requirements && ../$(BIN)/$(LOCK) run.in -o run.txt >/dev/null
	cd requirements && ../$(BIN)/$(LOCK) dev.in -o dev.txt >/dev/null
	cd requirements && ../$(BIN)/$(LOCK) bench.in -o bench.txt >/dev/null

test-generative: $(BIN)/.dev ## Both evaluators on 20,000 invented cases
	BOUNDEN_GENERATED_CASES=20000 $(BIN)/python -m pytest -q tests/generative/test_evaluators_agree.py

test-browser: $(BIN)/.dev ## The tests in a browser; fails where there is none
	$(BIN)/python -m pytest -q -m browser --require browser

test-postgres: $(BIN)/.dev ## The tests on PostgreSQL; fails where there is none
	BOUNDEN_DATABASE_URL="$${BOUNDEN_TEST_POSTGRES-}" $(BIN)/python -m pytest -q --require postgres tests/unit/assurance tests/unit/config tests/unit/web

test-spark: $(BIN)/.dev ## The tests on Spark; fails where there is no Java
	$(BIN)/python -m pytest -q -m spark --require spark

clean: ## Throw away the environment and the demonstration
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "bounden needs Python 3.11: neither python3.11 nor python3 is one." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(BIN)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/.dev: requirements/dev.txt $(BIN)/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BIN)/.bench: requirements/bench.txt $(BIN)/.dev
	$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

$(STORE)/CURRENT: $(INPUTS) | $(BIN)/.run
	$(BIN)/bounden build $(CASES) --out $(STORE)
	@touch $@
