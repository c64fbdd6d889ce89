"""Degrees and schools, and the words by which they are known."""
