# Every target is a line or two that you could type yourself. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help install demo chat services test soak lint types contracts check bench wheel package deploy diagram lock clean
SHELL := /bin/sh

VENV := .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
MATCHER := $(VENV)/bin/matcher
SAMPLE := tools/sample/people tools/sample/files
DEMO_DATA := .demo-data
# What a start imports is compiled once, with the installation, and not by whoever waits for it.
STARTED := agent.api, agent.commands.serve, agent.offline.planner, agent.storage.sqlite.checkpoints, \
  agent.wiring, faiss, onnxruntime, tokenizers, tools.index.local, tools.ingest.pipeline, uvicorn

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

install: $(VENV)/.stamp ## Create .venv from requirements.lock; `.venv/bin/matcher` is the command

$(VENV)/.stamp: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: candidate-matcher needs Python 3.11 or newer and found none:" \
	  "install one (https://www.python.org/downloads), or name it: make install PYTHON=/path/to/python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than" \
	  "Python 3.11: name a newer one, as in make install PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	sed -n '/^uv==/,/# via/p' requirements.lock > $(VENV)/uv.txt
	$(VENV)/bin/python -m pip install -q --require-hashes -r $(VENV)/uv.txt
	$(VENV)/bin/uv pip install -q --python $(VENV) --no-deps --require-hashes -r requirements.lock \
	  || $(VENV)/bin/python -m pip install -q --no-deps --require-hashes -r requirements.lock
	$(VENV)/bin/python -m pip install -q --no-deps --no-build-isolation -e .
	env -u PYTHONDONTWRITEBYTECODE $(VENV)/bin/python -c "import $(STARTED)"
	@touch $@

$(DEMO_DATA)/.stamp: $(VENV)/.stamp $(SAMPLE)
	$(MATCHER) ingest $(SAMPLE) --data-dir $(DEMO_DATA)
	@touch $@

demo: $(DEMO_DATA)/.stamp ## Index the bundled sample and serve the chat page on 127.0.0.1:8000
	$(MATCHER) serve --data-dir $(DEMO_DATA)

chat: $(DEMO_DATA)/.stamp ## Index the bundled sample and talk to it in the terminal
	$(MATCHER) chat --data-dir $(DEMO_DATA)

services: install ## Fetch DynamoDB Local into .services, for the tests and `make aws-local`
	$(VENV)/bin/python -m tests.services.dynamodb_local

.PHONY: aws-local
aws-local: services ## Serve the AWS configuration against DynamoDB Local, moto and needledb
	$(VENV)/bin/python -m tests.services.aws_local --port $${PORT:-8000}

test: services ## Run all tests
	$(VENV)/bin/python -m pytest -q -n 2

soak: install ## Let 500 simulated recruiters talk, and look for broken rules
	$(MATCHER) soak -n 500

lint: install ## Check style and formatting
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: install ## Check types, strictly
	$(VENV)/bin/mypy

contracts: install ## Check that imports point down and stores stay in the module that wraps them
	$(VENV)/bin/lint-imports --no-cache

check: lint types contracts test ## Everything a change must pass

NAMED = @test -n "$(CORPUS)" || { echo "make: name the corpus, a JSONL file with candidate_id and text on each" \
  "line: make $@ CORPUS=tools/sample/people/nurses.jsonl" >&2; exit 2; }

bench: install ## Measure against a bare LangGraph loop: make bench CORPUS=people.jsonl
	$(NAMED)
	$(VENV)/bin/python -m tests.benchmarks.all --corpus "$(CORPUS)" --data-dir "$${BENCH_DATA:-.bench-data}"

.PHONY: bench-ingest bench-scale bench-slack
bench-ingest: install ## Time the ingest and its steps: make bench-ingest CORPUS=people.jsonl
	$(NAMED)
	$(VENV)/bin/python -m tests.benchmarks.ingest --corpus "$(CORPUS)"

bench-scale: install ## Measure the index over generated people: make bench-scale PEOPLE=100000
	$(VENV)/bin/python -m tests.benchmarks.scale --people "$${PEOPLE:-100000}" --data-dir "$${BENCH_DATA:-.bench-data}"

bench-slack: install ## Measure the Slack door: a burst, first words, a storm with kills
	$(VENV)/bin/python -m tests.benchmarks.slack

wheel: install ## Build dist/candidate_matcher-*.whl
	$(VENV)/bin/python -m build --wheel --no-isolation

package: install ## Build build/lambda, what the functions on AWS run
	$(VENV)/bin/python -m infra.build

deploy: ## Build and deploy a stage to AWS: make deploy STAGE=dev
	@sh infra/deploy.sh "$(STAGE)"

diagram: install ## Draw the graph anew: graphs/recruiter.mmd
	$(MATCHER) diagram > graphs/recruiter.mmd

lock: install ## Resolve the dependencies anew into requirements.lock
	$(VENV)/bin/uv pip compile pyproject.toml --all-extras --group dev --generate-hashes --no-emit-index-url --universal -o requirements.lock

clean: ## Remove what the other targets made (.venv stays)
	rm -rf dist build $(DEMO_DATA) .bench-data .mypy_cache .ruff_cache .pytest_cache .hypothesis
