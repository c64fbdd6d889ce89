"""Conversations on this machine: two SQLite files in the data directory."""
