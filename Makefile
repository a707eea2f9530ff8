# Everything needs Python 3.11 or newer and pip alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: play test check bench certificate consumers soak clean

play: $(READY)
	$(BIN)/simulator

test: $(DEV_READY) check
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile -m "not soak"

check: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_READY)
	$(BIN)/python -m tests.benchmarks

certificate: $(DEV_READY)
	$(BIN)/python -m tests.proof.page

# The programs of others that a class is used with, and the compiler for the layer by which disks are made to fail; of
# Debian's packages where they are not there.
consumers: $(DEV_READY)
	$(BIN)/python -m pip install --quiet --editable ".[dev,consumers]"
	PATH="$$PATH:/usr/sbin"; command -v chromium >/dev/null && command -v openssl >/dev/null && command -v nginx >/dev/null \
	&& command -v cc >/dev/null \
	|| { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q --yes --no-install-recommends chromium nginx-light openssl \
	gcc libc6-dev; }

soak: $(DEV_READY)
	$(BIN)/python -m pytest -q -m soak

clean:
	rm -rf $(VENV) dist build

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(DEV_READY): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $(READY) $@
