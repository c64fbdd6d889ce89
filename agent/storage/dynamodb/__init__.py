"""Conversations on AWS: a table of threads and a table of audit entries."""
