# Every command of the project. `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fix bench docs messages lock
PORT ?= 8000
RUN := .venv/bin/python

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## build the environment in .venv, with the `yixian` command in it
	@sh tools/setup.sh runtime

demo: setup ## start the site on this machine with sample data (PORT=8000)
	@.venv/bin/yixian demo --port $(PORT)

test: ## run every test, the journeys in a real browser included (ARGS="-k word")
	@sh tools/setup.sh dev
	@$(RUN) tools/test.py $(ARGS)

check: ## look for faults in style, types, layers, templates, translations, docs; edits nothing
	@sh tools/setup.sh dev
	@$(RUN) tools/check.py

fix: ## put right what can be put right without thinking
	@sh tools/setup.sh dev
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format --quiet .
	@$(RUN) tools/messages.py extract
	@$(RUN) tools/messages.py compile
	@$(RUN) tools/assemble_css.py
	@$(RUN) tools/docs.py write

bench: ## measure the pages and print the figures
	@sh tools/setup.sh dev
	@$(RUN) -m benchmarks

docs: ## write docs/reference/ from the policies and lifecycles in the code
	@sh tools/setup.sh runtime
	@$(RUN) tools/docs.py write

messages: ## collect the texts to translate and compile the translations
	@sh tools/setup.sh runtime
	@$(RUN) tools/messages.py extract
	@$(RUN) tools/messages.py compile

lock: ## pin requirements/*.in anew, with hashes
	@sh tools/setup.sh runtime
	@sh tools/lock.sh
