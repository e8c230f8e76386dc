# Everything a person needs: `make demo`, `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
TRACKER ?= tracker.xlsx

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint tidy bench readme lock clean

help:  ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.ready  ## Install everything into .venv (and missing Debian packages)

$(VENV)/.ready: requirements-dev.txt pyproject.toml .ci/setup
	PYTHON="$(PYTHON)" bash .ci/setup "$(VENV)"
	@touch $@

demo: setup  ## Ingest the sample reports into tracker.xlsx
	$(BIN)/highlight-tracker ingest samples/reports --tracker $(TRACKER)
	@echo "The tracker is $(abspath $(TRACKER)): open it in Excel or LibreOffice."

test: setup  ## Run every test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: setup  ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tidy: setup  ## Let the tools mend style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup  ## Measure speed against the floors of the libraries
	$(BIN)/python -m tests.bench.speed

readme: setup  ## Write into the README what its commands print now
	$(BIN)/python -m tests.test_documentation

lock:  ## Renew the lock files from pyproject.toml (needs pip-tools in the environment)
	pip-compile --build-deps-for wheel -o requirements.txt pyproject.toml
	pip-compile --build-deps-for wheel --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean:  ## Remove what was installed and made here
	rm -rf $(VENV) *.egg-info build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f $(TRACKER) $(TRACKER:.xlsx=.sqlite)
