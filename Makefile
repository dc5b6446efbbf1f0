# The only door.  Every target sets up the project's own environment in .venv by itself.
VENV := .venv
BIN := $(VENV)/bin
CORE := $(VENV)/.ready-core
DATA := $(VENV)/.ready-data
DEV := $(VENV)/.ready-dev
BENCH := $(VENV)/.ready-bench
OUT ?= out
LANG_OF_BRIEF ?= both

.DEFAULT_GOAL := help
.PHONY: help brief test check bench docs data snap clean

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

brief: $(CORE) ## the briefing from the sample articles and the sample market data, offline, into out/
	@$(BIN)/wollet brief --samples --out $(OUT) --lang $(LANG_OF_BRIEF)

test: $(DEV) ## all tests
	@$(BIN)/python -m pytest

check: $(DEV) ## lint, types, the layer contract, documentation
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/docs.py --check

bench: $(BENCH) ## speed: the readers beside others where they install, then the market store (STORE=FOLDER; else the sample)
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.market $(STORE)

docs: $(DEV) ## write the generated pages of docs/
	@$(BIN)/python scripts/docs.py

data: $(DATA) ## import reference figures: make data DATA_FROM=FOLDER DATA_TO=FOLDER
	@test -n "$(DATA_FROM)" && test -n "$(DATA_TO)" || \
	  { echo "make data needs both folders: make data DATA_FROM=figures DATA_TO=store" >&2; exit 2; }
	@$(BIN)/wollet data import "$(DATA_FROM)" --to "$(DATA_TO)"

snap: $(DEV) ## rewrite inline snapshots after an intended change; read the diff before you commit
	@$(BIN)/python -m pytest --inline-snapshot=create,fix

clean: ## remove what was built, the environment too
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(CORE): pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(VENV) $@

$(DATA): pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(VENV) $@ data

$(DEV): pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(VENV) $@ dev

$(BENCH): $(DEV)
	@scripts/setup.sh $(VENV) $@ dev,bench || { echo "wollet: some peers did not install; timing without them" >&2; touch $@; }
