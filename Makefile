# Everything a newcomer needs: `make demo` shows the work, `make check` proves it.
# Needs Python 3.11+ with venv, and make; the rest is set up in .venv from hashed locks.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# First Python that is new enough and can make a virtual environment; PYTHON=... overrules.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
  >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# The documents of the demonstration; empty means the bundled examples.
DOCS ?=
SHARED ?= ../shared
# Half of the suite waits for processes and disks: two workers pay even on two cores.
PARALLEL := --numprocesses=auto --maxprocesses=8 --dist=worksteal
export TRUCEWATCH_SHARED ?= $(SHARED)
# Its banner at every build; what it says is answered in docs/decisions/0002.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help demo web wheel check test evaluate floors bench docs lock hooks clean setup

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run  ## read documents, show what was found (DOCS=folder chooses them)
	$(BIN)/trucewatch demo $(if $(DOCS),"$(DOCS)")

web: $(VENV)/.run  ## build what the workbench loads besides our own (needs npm)
	$(BIN)/python tools/build_web.py

wheel: $(VENV)/.dev  ## build the wheel, and try it out where nothing else is
	-$(BIN)/python tools/build_web.py
	$(BIN)/python tools/try_wheel.py

check: $(VENV)/.dev  ## set-up, format, lint, types, rooms, docs, floors, tests
	-$(BIN)/python tools/build_web.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python -m evaluation.gate
	$(BIN)/pytest $(PARALLEL) --cov --cov-report=term

test: $(VENV)/.dev  ## the fast tests only, without coverage
	$(BIN)/pytest $(PARALLEL) -q -m "not slow"

evaluate: $(VENV)/.dev  ## quality on the development gold and the public benchmarks
	$(BIN)/python -m evaluation.evaluate

floors: $(VENV)/.dev  ## raise the floors to what is measured now
	$(BIN)/python -m evaluation.gate --update

bench: $(VENV)/.dev $(if $(SPACY),$(VENV)/.spacy) $(if $(COMPILED),compiled)  ## speed, beside other tools (SPACY=1 installs one, COMPILED=1 compiles)
	$(if $(COMPILED),PYTHONPATH=build/compiled) $(BIN)/python -m benchmarks.run

compiled: $(VENV)/.dev  ## compile the reader into build/compiled (needs a C compiler; minutes)
	$(BIN)/python tools/compile_reader.py

docs: $(VENV)/.dev  ## build the documentation into site/
	$(BIN)/mkdocs build --strict

# Universal: one lock for every platform. dev comes first and constrains the others.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
  --generate-hashes --custom-compile-command "make lock" pyproject.toml
lock: $(VENV)/.dev  ## renew the hashed locks (UPGRADE=1 takes newer versions)
	$(COMPILE) $(if $(UPGRADE),--upgrade) --all-extras --group dev -o requirements/dev.txt
	$(COMPILE) -c requirements/dev.txt -o requirements/base.txt
	$(COMPILE) -c requirements/dev.txt --extra html --extra web --group build -o requirements/run.txt
	$(COMPILE) -c requirements/dev.txt --group spacy -o requirements/spacy.txt

hooks: $(VENV)/.dev  ## let git run the quick checks before each commit
	$(BIN)/prek install

clean:  ## remove everything that make made
	rm -rf $(VENV) site demo build dist .mypy_cache .ruff_cache .pytest_cache \
	  .import_linter_cache .hypothesis .coverage

setup: $(VENV)/.dev  ## only the set-up for developers

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Trucewatch needs Python 3.11 or newer with venv \
	(on Debian: apt-get install python3 python3-venv); PYTHON=/path/to/python names one." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# A stamp is older than its lock when the lock has changed: then, and only then, install.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) for development (once; about two minutes) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.run $@

$(VENV)/.spacy: requirements/spacy.txt | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements/spacy.txt
	@touch $@
