"""The conversation as a state machine: what happens in a turn, box by box."""
