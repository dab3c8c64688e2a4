# Section 55: everything by one word. `make` alone lists the words.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Python 3.11 by name, else whatever python3 is, if it is new enough.
new_enough := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
ifndef PYTHON
PYTHON := $(shell for p in python3.11 python3; do \
	$$p -c '$(new_enough)' >/dev/null 2>&1 && { echo $$p; break; }; done)
endif

BIN := .venv/bin
PY := $(BIN)/python
READY := .venv/.ready
# The lock is complete, so pip need not look for more: older pips stumble over extras there.
PIP := $(PY) -m pip --disable-pip-version-check install --quiet --no-deps

.PHONY: help setup run test test-fast test-engine serve check check-docs format lock bench mutate docs clean

help:  ## list these words
	@echo "Section 55: from an inspection report to a published, proved response."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY)  ## install the libraries into .venv (the other words do it when needed)

$(READY): requirements.lock pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed (python3.11 was not found)."; exit 1; }
	@echo "Setting up with $(PYTHON): libraries go into .venv (once; a minute or two) …"
	@[ -x $(PY) ] || $(PYTHON) -m venv .venv || \
		{ echo "No environment could be made: on Debian, apt-get install python3.11-venv."; exit 1; }
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation -e .
	@touch $@

run: $(READY)  ## take the sample report through the whole job, on this machine alone
	@$(PY) -m flows.sample_journey

test: test-fast test-engine  ## run every test; what a missing program left out is listed

test-fast: $(READY)  ## run the tests that need no engine, on all processors
	@echo "Tests, first part: everything below the engine …"
	@$(PY) -m pytest -q -n auto --dist loadgroup --ignore=tests/flows -m "not engine"

test-engine: $(READY)  ## run the tests before a real engine, in one process
	@echo "Tests, second part: before a real engine (a minute or two) …"
	@$(PY) -m pytest -q -m engine

serve: $(READY)  ## start the service here: engine, flows, worker, dispatcher; Ctrl-C stops it
	@exec $(BIN)/section55 up

check: $(READY) check-docs  ## style, types, floors, dependencies, printed pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

check-docs: $(READY)
	@$(PY) -m tests.generated_docs --check

docs: $(READY)  ## print again the pages of docs/ that come from the code
	@$(PY) -m tests.generated_docs

format: $(READY)  ## put every file into the one style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY)  ## choose the newest versions that fit pyproject.toml, and note their hashes
	$(BIN)/uv pip compile --quiet --upgrade --all-extras --group dev --generate-hashes \
		--no-emit-index-url --no-header --python-version 3.11 --universal \
		-o requirements.lock pyproject.toml

bench: $(READY)  ## measure how fast reports are read and responses written
	@$(PY) -m tests.bench

mutate: $(READY)  ## do the tests notice a wrong rule? Some: ONLY=casework/rules/plan.py SAMPLE=400
	@$(PY) -m tests.mutation $(ONLY) $(SAMPLE:%=--sample %) $(SEED:%=--seed %) $(JOBS:%=--jobs %)

clean:  ## take away .venv and caches; the record in outputs/ stays
	rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
