# Everything a fresh Debian 12 or Ubuntu needs to run, try, test and release the plugin.
# `make demo` and `make test` work from a bare clone: they install what is missing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# QGIS belongs to the system's Python; another one on PATH does not see it.
PYTHON := /usr/bin/python3
VENV := .venv
TOOLS := .venv-tools
PEERS := .venv-peers
PGSTAC := .venv-pgstac
QT6 := .venv-qt6
STAGE := build/stage/copernicus_plugin
QT_ENV := QT_QPA_PLATFORM=offscreen
SOURCES := $(shell find copernicus_plugin -name '*.py' -o -name '*.json' -o -name '*.svg' 2>/dev/null)

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

## --- set-up ---------------------------------------------------------------------------------------------

.PHONY: system
system:
	@bash tools/install_system_packages.sh

$(VENV)/.done: requirements/test.txt | system
	$(PYTHON) -m venv --system-site-packages $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(TOOLS)/.done: requirements/tools.txt | system
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(PEERS)/.done: requirements/peers.txt | system
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(PGSTAC)/.done: requirements/pgstac.txt | system
	$(PYTHON) -m venv $(PGSTAC)
	$(PGSTAC)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(QT6)/.done: requirements/qt6.txt | system
	$(PYTHON) -m venv $(QT6)
	$(QT6)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

## --- using it -------------------------------------------------------------------------------------------

.PHONY: demo
demo: $(VENV)/.done i18n ## Search, footprints, download, streaming, map and project, on the sandbox (LIVE=1: on the internet)
	$(VENV)/bin/python tools/demo.py $(if $(LIVE),--live)

.PHONY: run
run: $(VENV)/.done stage ## QGIS desktop with the plugin, in a profile of its own
	bash tools/run_qgis.sh

.PHONY: sandbox
sandbox: $(VENV)/.done ## The sandbox alone; prints the proxy and the certificate to use
	$(VENV)/bin/python -m tests.sandbox --port 9190

.PHONY: screenshots
screenshots: $(VENV)/.done stage ## The real desktop in build/screenshots, beside the mockups where they are
	$(VENV)/bin/python tools/screenshots.py

## --- checking it ----------------------------------------------------------------------------------------

.PHONY: test
test: test-unit test-qgis test-desktop ## The three tiers of tests

.PHONY: test-unit
test-unit: $(VENV)/.done
	$(VENV)/bin/python -m pytest -p no:pytest_qgis -n 3 tests/unit

.PHONY: test-qgis
test-qgis: $(VENV)/.done i18n
	$(QT_ENV) $(VENV)/bin/python -m pytest tests/qgis

.PHONY: test-desktop
test-desktop: $(VENV)/.done stage
	$(VENV)/bin/python -m pytest -p no:pytest_qgis tests/desktop

.PHONY: test-peers
test-peers: $(VENV)/.done $(PEERS)/.done $(PGSTAC)/.done ## Official clients and a real STAC server against the sandbox and our adapter
	$(VENV)/bin/python -m pytest -p no:pytest_qgis tests/peers

.PHONY: test-matrix
test-matrix: $(VENV)/.done i18n ## The three tiers on QGIS 3.40 and 3.44, in chroots that are made when missing (root)
	bash tools/test_matrix.sh

.PHONY: check-qt6
check-qt6: $(QT6)/.done ## What of our Qt code would fail on Qt 6, told from PyQt6's own classes
	$(QT6)/bin/python tools/check_qt6.py

.PHONY: lint
lint: $(TOOLS)/.done $(VENV)/.done ## Format, style, types, imports, texts
	$(TOOLS)/bin/ruff format --check .
	$(TOOLS)/bin/ruff check .
	$(TOOLS)/bin/mypy
	$(TOOLS)/bin/lint-imports
	$(VENV)/bin/python tools/check_runtime_imports.py
	$(VENV)/bin/python tools/check_texts.py
	$(VENV)/bin/python tools/check_desktop_tests.py

.PHONY: scan
scan: $(TOOLS)/.done stage ## The plugin site's own rules: bandit, detect-secrets, flake8, package structure
	$(TOOLS)/bin/python tools/scan.py build/stage

.PHONY: bench
bench: $(VENV)/.done $(PEERS)/.done ## Benchmarks, side by side with their peers
	$(VENV)/bin/python benchmarks/bench_stac.py

.PHONY: check-live
check-live: $(VENV)/.done ## Ask the real services what needs no account (needs internet)
	$(VENV)/bin/python tools/check_live.py

## --- releasing it ---------------------------------------------------------------------------------------

.PHONY: i18n
i18n: $(VENV)/.done ## Gather the texts into i18n/*.ts and compile them
	$(VENV)/bin/python tools/i18n.py

.PHONY: stage
stage: i18n
	$(PYTHON) tools/stage.py $(STAGE)

.PHONY: package
package: stage ## build/copernicus_plugin-<version>.zip, ready for the plugin site
	$(PYTHON) tools/package.py $(STAGE) build

.PHONY: format
format: $(TOOLS)/.done ## Let ruff format and mend what it can
	$(TOOLS)/bin/ruff format .
	$(TOOLS)/bin/ruff check --fix .

.PHONY: clean
clean: ## Remove what was built (not the virtual environments)
	rm -rf build copernicus_plugin/i18n
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
