"""Measures a ranking against judgements: how good are the first names, and how sure is that."""
