#!/bin/sh
# Builds and deploys one stage: infra/deploy.sh STAGE. What a stage is stands in infra/samconfig.toml.
# MATCHER_DEPLOY holds further parameters of the template, as in "PineconeHost=https://… Model=openai:…".
set -eu
cd "$(dirname "$0")/.."

stop() { echo "deploy: $1" >&2; exit 2; }

stage=${1:-}
[ -n "$stage" ] || stop "name the stage, as in make deploy STAGE=dev"
grep -q "^\[$stage\.deploy\.parameters\]" infra/samconfig.toml ||
  stop "there is no stage '$stage' in infra/samconfig.toml: use one that is there, or add a part for it"
command -v aws >/dev/null ||
  stop "the aws command is missing: install it (https://docs.aws.amazon.com/cli), then sign in with aws sso login"
command -v sam >/dev/null ||
  stop "the sam command is missing: install it (https://docs.aws.amazon.com/serverless-application-model)"
aws sts get-caller-identity >/dev/null 2>&1 ||
  stop "there are no AWS credentials that work: run aws sso login, or set AWS_PROFILE"

architecture=${MATCHER_ARCHITECTURE:-arm64}
.venv/bin/python -m infra.build --architecture "$architecture" --python 3.13
overrides=$(.venv/bin/python -m infra.parameters "$stage") || exit 2
# shellcheck disable=SC2086 # each word is a parameter
sam deploy --template-file infra/template.yaml --config-file samconfig.toml --config-env "$stage" \
  --parameter-overrides $overrides "Architecture=$architecture" ${MATCHER_DEPLOY:-}
aws cloudformation describe-stacks --stack-name "candidate-matcher-$stage" \
  --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text
