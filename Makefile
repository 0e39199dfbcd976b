# Every target makes what it needs: a virtual environment in .venv, with pinned and hashed packages.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test test-all check fmt lint types content lock audit sbom clean bench crash soak fuzz train safety-report train-faq faq-report screenshots

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: $(VENV)/run.stamp ## Start the playground, or the bot on Telegram when BOT_TOKEN is set
	@$(BIN)/python -m bot run

test: $(VENV)/dev.stamp ## Run the tests
	@echo "==> Running the tests on $(WORKERS) processes; on two cores this takes about twelve minutes"
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

test-all: export JOURNEYS = all
test-all: test ## Run the tests, with every journey on PostgreSQL too

check: $(VENV)/dev.stamp ## Everything that must hold: format, lint, types, content, tests
	@echo "==> Format"
	@$(BIN)/ruff format --check .
	@echo "==> Lint"
	@$(BIN)/ruff check .
	@echo "==> Types"
	@$(BIN)/mypy
	@echo "==> Content"
	@$(BIN)/python -m bot check-content
	@$(MAKE) --no-print-directory test

fmt: $(VENV)/dev.stamp ## Format the code and mend what can be mended by machine
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

content: $(VENV)/run.stamp ## Check the content store
	@$(BIN)/python -m bot check-content

bench: $(VENV)/dev.stamp ## Measure beside the usual designs; writes docs/benchmarks.md (QUICK=1: five minutes)
	@$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

crash: $(VENV)/dev.stamp ## Kill the program 100 times under traffic; writes docs/crash.md
	@$(BIN)/python -m tests.soak --kills $(or $(N),100) --write docs/crash.md

soak: $(VENV)/dev.stamp ## The same with 1,000 kills, or N=...
	@$(BIN)/python -m tests.soak --kills $(or $(N),1000) --write docs/crash.md

fuzz: $(VENV)/dev.stamp ## Feed the program 50,000 made-up updates, or N=...
	@$(BIN)/python -m tests.fuzz $(or $(N),50000)

train: $(VENV)/dev.stamp ## Train the small model behind the concern rules
	@$(BIN)/python -m training.concern.train

safety-report: $(VENV)/dev.stamp ## Measure concern detection; writes docs/safety-figures.md
	@$(BIN)/python -m training.concern.report

train-faq: $(VENV)/dev.stamp ## Train the search of questions; writes content/faq/votes.npz
	@$(BIN)/python -m training.faq.train

faq-report: $(VENV)/dev.stamp ## Measure the search of questions; writes docs/faq-figures.md
	@$(BIN)/python -m training.faq.report

screenshots: $(VENV)/dev.stamp ## Make the README's pictures anew, by the browser tests
	@SCREENSHOTS=1 $(BIN)/python -m pytest tests/browser

lock: $(VENV)/dev.stamp ## Resolve the dependencies anew into requirements/*.lock
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra playground --extra build pyproject.toml -o requirements/run.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra playground --extra build --extra dev pyproject.toml -o requirements/dev.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header -c requirements/run.lock pyproject.toml -o requirements/bot.lock

# pip-audit has many packages of its own; they stay out of the environment that they look at.
audit: $(VENV)/venv.stamp ## Look for known vulnerabilities in what is installed and shipped
	@test -x $(VENV)-audit/bin/pip-audit || { \
		$(PYTHON) -m venv $(VENV)-audit && $(VENV)-audit/bin/pip install --quiet pip-audit; }
	@for lock in bot run dev; do echo "==> requirements/$$lock.lock"; \
		$(VENV)-audit/bin/pip-audit --require-hashes --disable-pip -r requirements/$$lock.lock || exit 1; done

sbom: $(VENV)/run.stamp ## Write what is installed to sbom.json (CycloneDX)
	@$(BIN)/python -m bot sbom > sbom.json && echo "sbom.json"

clean: ## Remove the virtual environment and caches (not the data)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A Debian python3 without python3-venv cannot make an environment with pip in it: then the system's
# pip installs into it.
$(VENV)/venv.stamp:
	@echo "==> Making a virtual environment in $(VENV) (once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	@touch $@

$(VENV)/run.stamp: $(VENV)/venv.stamp requirements/run.lock pyproject.toml
	@echo "==> Installing what the program needs (once; about a minute)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/venv.stamp requirements/dev.lock pyproject.toml
	@echo "==> Installing what the tests need (once; about two minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run.stamp
