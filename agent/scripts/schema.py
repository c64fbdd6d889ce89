"""The JSON Schema of scripts, so that an editor completes and checks them as they are written."""

from __future__ import annotations

import json

from agent.scripts.script import Script


def json_schema() -> str:
    """Return the schema (JSON Schema 2020-12) as indented JSON."""
    schema = Script.model_json_schema(by_alias=True)
    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scripted conversation",
    }
    return json.dumps({**schema, **about}, indent=2, ensure_ascii=False) + "\n"
