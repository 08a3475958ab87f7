# Written for the make of macOS (3.81) as well as that of Linux (4.x): no newer feature, please.

# The first Python that is new enough; `make test PYTHON=/some/python3` chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && exit; done; echo python3)

# Where `make serve` shows the site, or the next free port; `make serve PORT=8001` chooses another.
PORT ?= 8000

# Silences the theme's banner about its end of life, which is known here and planned for.
export NO_MKDOCS_2_WARNING = 1

.PHONY: help serve desk test build publish bundle draft weights lock clean

help: ## list these targets (the default)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

serve: .venv/base.installed .venv/draft.installed ## show the site on this machine, anew on every change
	.venv/bin/python -m tools serve --port $(PORT)

desk: .venv/base.installed .venv/draft.installed .venv/desk.installed ## review drafts in a browser on this machine
	.venv/bin/python -m tools desk

test: .venv/test.installed .venv/draft.installed ## run every check that a pull request has to pass
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/python -m tools check
	.venv/bin/pytest

build: .venv/base.installed ## build the site into site/
	.venv/bin/mkdocs build --strict

publish: .venv/base.installed ## build the site for the public: SITE_URL, and REPOSITORY or CONTACT
	.venv/bin/python -m tools publish

bundle: build ## build the site, and say where its zip is, which opens without a server
	.venv/bin/python -m tools bundle site

draft: .venv/draft.installed ## install what `.venv/bin/python -m tools draft` needs

weights: .venv/draft.installed ## learn the drafter's weights anew from tools/draft/stances/examples
	.venv/bin/python -m tools.draft.stances.learn

# Each lock is complete on its own, and all four start from one resolution, since uv keeps the versions
# it finds in its output file: so they can be installed together.
COMPILE = .venv/bin/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
	--custom-compile-command 'make lock'
LOCK = cp .venv/all.txt .venv/$(1).txt \
	&& $(COMPILE) --generate-hashes $(2) --output-file .venv/$(1).txt \
	&& mv .venv/$(1).txt requirements/

lock: .venv/uv.installed ## resolve requirements/*.txt anew from pyproject.toml
	$(COMPILE) --upgrade --all-extras --output-file .venv/all.txt
	$(call LOCK,base)
	$(call LOCK,draft,--extra draft)
	$(call LOCK,desk,--extra desk)
	$(call LOCK,test,--extra test)

clean: ## remove what was built or installed here
	rm -rf .venv site .cache .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# A stamp says that an install succeeded: it is written last, and outdated as soon as its lock changes.
# Wheels only, since a source package runs code of its own, with build tools that no hash covers;
# jstyleson, which extruct needs, has no wheel.
.venv/%.installed: requirements/%.txt .venv/made
	@echo 'Installing $<, which takes a minute or two, and only when it has changed.'
	@.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
		--only-binary :all: --no-binary jstyleson --require-hashes -r $<
	@touch $@

.venv/uv.installed: Makefile .venv/made
	.venv/bin/python -m pip install -qq --disable-pip-version-check uv==0.13.9
	@touch $@

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Python 3.11 or newer is needed: install it (python.org, apt, brew), or name yours with PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python cannot make environments: on Debian or Ubuntu run `sudo apt install python3-venv`.' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@
