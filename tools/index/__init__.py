"""Where candidates are kept and found: one Protocol, and the stores that satisfy it."""
