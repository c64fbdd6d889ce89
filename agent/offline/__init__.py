"""The planner that needs no language model: recruiter language in, tool calls and wording out."""
