#!/bin/sh
# What the Lambda Web Adapter starts: the app, listening on the port that the adapter asks.
set -eu
export PYTHONPATH="${LAMBDA_TASK_ROOT:-.}${PYTHONPATH:+:$PYTHONPATH}${LAMBDA_RUNTIME_DIR:+:$LAMBDA_RUNTIME_DIR}"
exec python -m agent.lambdas.streaming
