# Needs Python 3.11 or newer and GNU make. Everything else comes from the lock files, into .venv.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)
# Twice quiet: errors only.
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
PINNED := $(PIP_INSTALL) --require-hashes

# First and exactly, by this spelling: whatever else asks for a torch is then content with it. No lock
# holds it: each platform has builds of its own.
TORCH := torch==2.13.0

.PHONY: help demo test check lock clean
.DELETE_ON_ERROR:

help:
	@echo 'make demo   install, and print a sourced brief of the sample articles'
	@echo 'make test   run all tests'
	@echo 'make check  style, types, import rules, container files, a clean install of the wheel'
	@echo 'make lock   write the lock files again (UPGRADE=1: with the newest versions)'
	@echo 'make clean  remove .venv and everything that was built'

demo: $(VENV)/.runtime
	@$(BIN)/summarizer demo

test: $(VENV)/.dev
	@$(BIN)/python -m pytest
	@printf '%s\n' '' 'Try next:' \
		'  make check                      style, types, import rules, the wheel' \
		'  $(BIN)/summarizer --help       everything that the command line does'

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	$(BIN)/hadolint Dockerfile
	.ci/check-wheel
	@printf '%s\n' '' 'All checks passed. Try next: make demo'

# Each stamp is as old as the last install, so that a changed lock installs again.
$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@echo 'Installing what the tests need …'
	@$(PIP_INSTALL) $(TORCH)
	@$(PINNED) -r requirements-dev.lock
	@touch $@

$(VENV)/.runtime: requirements.lock requirements-build.lock pyproject.toml | $(BIN)/pip
	@echo 'Installing into $(VENV), a minute or two the first time …'
	@$(PINNED) -r requirements.lock -r requirements-build.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/pip:
	@test -n '$(PYTHON)' || { echo 'No Python 3.11 or newer found: name one with make PYTHON=…' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# torch stays out: what is locked beside it asks for none. The locks name neither indexes nor paths, and
# hold for every platform. The development lock is solved first, so that all three agree.
COMPILE = $(VENV)-lock/bin/uv pip compile --quiet --no-config --universal --fork-strategy fewest \
	--python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)

lock:
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/pip install -qq --disable-pip-version-check uv
	$(COMPILE) pyproject.toml --group build --extra dev --extra postgres --extra eval -o requirements-dev.lock
	$(COMPILE) pyproject.toml --constraint requirements-dev.lock -o requirements.lock
	$(COMPILE) --group build --constraint requirements-dev.lock -o requirements-build.lock
	@rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find summarizer api prompts seeds tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
