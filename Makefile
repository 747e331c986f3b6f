# make site    build the handbook into site/         make check   list what is wrong with text and questions
# make serve   preview it with live reload           make test    run every test of code and site
# make lock    pin the dependencies of pyproject     make clean   remove all that make made
# make search  tell where the searches of docs/_data/searches.yml find their page, and why
# make bundle  zip the built site, to be opened by double-click
# make bench   what the site weighs and costs against a bare Material site, what PDFs and a large bank cost, and Lighthouse
# make licenses  write THIRD-PARTY.md anew from what is installed (after make lock)
# make sbom      write the software bill of materials, build/handbook.cdx.json
# make audit     ask whether any locked package has a known vulnerability (needs the network)
#
# ARGS goes on to the command: make check ARGS="--format github", make test ARGS="-k quiz", make lock ARGS=--upgrade
# Set-up is done when it is needed, with the newest Python found that fits; another: make site PYTHON=/path/to/python3
SHELL := /bin/sh
export NO_MKDOCS_2_WARNING := 1
.DELETE_ON_ERROR:
.PHONY: site workshop serve check test search bundle bench licenses sbom audit lock clean remake versions

IN_TESTS := PYTHONPATH=tests .venv/bin/python -m

stop = { echo "$(1)" >&2; exit 1; }

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3
FITS := import sys, venv, ensurepip; sys.exit(not (3, 11, 2) <= sys.version_info[:3] < (3, 15))
PYTHON ?= $(shell for each in $(PYTHONS); do "$$each" -c "$(FITS)" 2>/dev/null && break; done; echo "$$each")

site: .venv/ready workshop
	.venv/bin/handbook site $(ARGS)

serve: .venv/ready
	.venv/bin/handbook serve $(ARGS)

check: .venv/ready
	.venv/bin/handbook check $(ARGS)

test: .venv/ready-dev web/node_modules/ready .cache/workshop/ready versions
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	cd web && npm run check
	cd web && npm run build -- --check
	cd web && npm test
	.venv/bin/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

search: .venv/ready-dev web/node_modules/ready
	$(IN_TESTS) support.site_search $(ARGS)

bundle: .venv/ready
	.venv/bin/handbook bundle $(ARGS)

bench: .venv/ready-dev web/node_modules/ready .cache/workshop/ready
	$(IN_TESTS) bench.site $(ARGS)
	$(IN_TESTS) bench.speed
	$(IN_TESTS) bench.pdf
	$(IN_TESTS) bench.pages
	$(IN_TESTS) bench.quiz
	$(IN_TESTS) bench.bank
	$(IN_TESTS) bench.workshop

licenses: .venv/ready-dev web/node_modules/ready
	@$(IN_TESTS) support.third_party

sbom: .venv/ready-dev
	@$(IN_TESTS) support.sbom

# pip-audit stands apart: it is no part of the handbook, and what it needs would change what is audited
AUDITOR := .cache/pip-audit
audit: $(AUDITOR)/bin/pip-audit
	$(AUDITOR)/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements-dev.txt $(ARGS)
	cd web && npm audit

$(AUDITOR)/bin/pip-audit:
	"$(PYTHON)" -m venv $(AUDITOR)
	$(AUDITOR)/bin/python -m pip --disable-pip-version-check install --quiet pip-audit==2.10.1

versions: .venv/ready-dev web/node_modules/ready
	@.venv/bin/python --version; echo "node $$(node --version)"
	@.venv/bin/mkdocs --version; .venv/bin/ruff --version; .venv/bin/mypy --version; .venv/bin/pytest --version
	@$(IN_TESTS) support.chromium

# The workshop runs Python in the reader's browser. What it needs for that is fetched once; where it can't be, the site is
# built without.
WHEELS := --require-hashes --no-deps --only-binary=:all: --implementation cp --python-version 3.14 --abi cp314 \
  --platform pyemscripten_2026_0_wasm32
workshop: .venv/ready
	@test .cache/workshop/ready -nt requirements-browser.txt -a -d web/node_modules/pyodide || \
	  $(MAKE) --no-print-directory --silent .cache/workshop/ready || \
	  echo "The workshop is left out: Node or a part of it is missing. All else is built."

.cache/workshop/ready: requirements-browser.txt web/package-lock.json
	@command -v npm >/dev/null
	@test -d web/node_modules/pyodide || { cd web && npm ci --omit=dev; }
	@mkdir -p .cache/workshop && rm -f .cache/workshop/*
	@.venv/bin/python -m pip --disable-pip-version-check download --quiet $(WHEELS) --dest .cache/workshop -r requirements-browser.txt
	@touch .cache/workshop/ready

# "ready" is written last and names the folder it was made in: a .venv that is half made, was moved or has lost its
# Python is made anew. One that stands is only brought up to date.
MADE_IN := $(shell test -f .venv/ready && .venv/bin/python -c "print(open('.venv/ready').read().strip())" 2>/dev/null)
ifneq "$(MADE_IN)" "$(CURDIR)"
.venv/ready: remake
endif
remake:
	@command -v "$(PYTHON)" >/dev/null || $(call stop,Python 3.11.2 to 3.14 is needed and $(PYTHON) is not found.)
	@"$(PYTHON)" -c "import sys; sys.exit(not (3, 11, 2) <= sys.version_info[:3] < (3, 15))" || \
	  $(call stop,Python 3.11.2 to 3.14 is needed. $(PYTHON) is $$("$(PYTHON)" --version 2>&1).)
	@"$(PYTHON)" -c "import venv, ensurepip" 2>/dev/null || \
	  $(call stop,$(PYTHON) has no venv module. On Debian and Ubuntu: apt install python3-venv)
	@echo "Setting up .venv with $$("$(PYTHON)" --version): a minute or less, this once"
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv

PIP := .venv/bin/python -m pip --disable-pip-version-check install --quiet
.venv/ready: requirements.txt pyproject.toml
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@.venv/bin/python -m compileall -q hooks/handbook  # where Python may not keep what it has compiled, a third of each call
	@echo "$(CURDIR)" > $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

web/node_modules/ready: web/package.json web/package-lock.json web/.npmrc
	@node -e "process.exit(Number(parseInt(process.versions.node) < 20))" && npm --version >/dev/null || \
	  $(call stop,The tests need Node.js 20 or later with npm (Debian 13: apt install nodejs npm).)
	cd web && npm ci --no-audit --no-fund
	@touch $@

# Needs uv (pip install uv). Holds for Linux, macOS and Windows; names no registry and nothing of this machine.
LOCK = uv pip compile --quiet --no-config --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --custom-compile-command "make lock" pyproject.toml $(ARGS)
lock:
	@command -v uv >/dev/null || $(call stop,uv is needed: pip install uv)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv site .cache build hooks/*.egg-info web/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find hooks -name __pycache__ -prune -exec rm -rf {} +
