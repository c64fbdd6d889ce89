"""Scripted conversations: written in YAML, played over any door, checked turn by turn."""
