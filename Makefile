# Everything a person needs, one word each: `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# By two processes or more, in the order of tests/conftest.py.
PYTEST := OMP_NUM_THREADS=1 $(BIN)/python -m pytest \
	--numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
EXTRAS := test,dev,samples
QUESTIONS ?= $(wildcard samples/*/questions.jsonl)
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run test browser-test check lint types format samples pictures eval clean

# The stamp holds the folder it was made in: a .venv that was copied or moved along with the
# project, or whose Python is gone, counts as not installed.
STALE := $(shell [ "$$(cat $(STAMP) 2>/dev/null)" = "$(CURDIR)" ] \
	&& $(BIN)/python -c "" 2>/dev/null || rm -f $(STAMP))

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## Install the packages into .venv, unless they are there

run: $(STAMP) ## Index ingest/ and serve the page on this machine
	@$(BIN)/python app.py $(ARGS)

test: $(STAMP) ## Run the tests that need no browser
	@$(PYTEST) --ignore tests/browser $(ARGS)

browser-test: $(STAMP) ## Run the tests that drive the page in Chromium
	@$(PYTEST) tests/browser $(ARGS)

check: lint types test ## Format, lint, types and tests: what must hold before a commit

lint: $(STAMP) ## Check format and style
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m ruff check

types: $(STAMP) ## Check types
	@$(BIN)/python -m mypy

format: $(STAMP) ## Format the code, and mend what the linter can mend
	@$(BIN)/python -m ruff check --fix --quiet || true
	@$(BIN)/python -m ruff format

samples: $(STAMP) ## Typeset the sample documents in ingest/ from samples/
	@$(BIN)/python samples/typeset.py $(ARGS)

pictures: $(STAMP) ## Take pictures of each view of the page into docs/pictures/
	@$(BIN)/python docs/take_pictures.py $(ARGS)

eval: $(STAMP) ## Measure the index with labelled questions: make eval QUESTIONS=file.jsonl
	@[ -n "$(QUESTIONS)" ] || { echo "Name a question file: make eval QUESTIONS=file.jsonl"; exit 2; }
	@$(BIN)/beslutssok eval $(QUESTIONS) $(ARGS)

clean: ## Remove .venv and the tools' caches (documents and index stay)
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .gradio
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or later is needed, and '$(PYTHON)' is not that."; \
		echo "Name another: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' lacks the venv module. On Debian and Ubuntu: apt-get install python3-venv"; \
		exit 1; }
	@$(BIN)/python -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing packages into $(VENV); the first time takes some minutes ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check \
		-c constraints.txt -e '.[$(EXTRAS)]' || { \
		echo "The packages could not be installed: pip says why above."; exit 1; }
	@tesseract --list-langs 2>/dev/null | grep -qx swe || \
		echo "Optional: with Tesseract and its Swedish, scanned pages are read too (see README)."
	@echo "$(CURDIR)" > $@
