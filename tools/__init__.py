"""What the agent can do with candidates: no environment, no door, no language-model provider."""
