# For a newcomer: `make demo`, `make test`. `make check` is exactly what CI runs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

.PHONY: help demo test check check-format lint types layout data site format docs pins clean

help:
	@echo "make demo    read the example articles and print a brief of them"
	@echo "make test    run the tests"
	@echo "make check   everything that CI runs: format, lint, types, layout, data, tests, docs"
	@echo "make format  put the code into the format that the check asks for"
	@echo "make docs    write the generated pages and build the documentation into site/"
	@echo "make clean   remove what the others made"

demo: $(RUN)
	@mkdir -p out && rm -f out/demo.case*
	@$(BIN)/dragoman read examples/articles --case out/demo.case
	@echo
	@$(BIN)/dragoman brief --case out/demo.case
	@$(BIN)/dragoman brief --case out/demo.case --format html -o out/brief.html 2>/dev/null
	@echo
	@echo "The same brief as a web page: out/brief.html"
	@echo "To look into it: . $(BIN)/activate, then: dragoman events --case out/demo.case; dragoman show ID --case out/demo.case"

test: $(DEV)
	$(BIN)/pytest

# In the order of time taken; `make -k check` goes on after the first that fails.
check: check-format lint types layout data site test

check-format: $(DEV)
	$(BIN)/ruff format --check .
lint: $(DEV)
	$(BIN)/ruff check .
types: $(DEV)
	$(BIN)/mypy
layout: $(DEV)
	$(BIN)/lint-imports
data: $(DEV)
	$(BIN)/dragoman vocabulary check
	$(BIN)/dragoman world check
site: $(DEV)
	$(BIN)/mkdocs build --strict --quiet

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(DEV)
	$(BIN)/python docs/cli_reference.py
	$(BIN)/python docs/export_examples.py
	$(MAKE) site

# Needs uv in the environment: pip install uv.
pins:
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/run.txt
	$(COMPILE) pyproject.toml requirements/build.in --extra dev -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) out site build dist src/*.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up: from pinned versions with their hashes, once; again when the pins or the package's metadata change.

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Dragoman needs Python 3.11 or later, and $(PYTHON) is not that: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN): $(VENV)/pyvenv.cfg requirements/run.txt pyproject.toml
	@echo "Setting up $(VENV) from pinned versions (once, a minute or two)"
	@$(BIN)/python -m pip install -q -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -q -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	@$(BIN)/python -m pip install -q -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
