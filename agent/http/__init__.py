"""The HTTP door, one router a file; `agent.api` puts them together."""
