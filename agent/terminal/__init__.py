"""How a terminal shows people, criteria and a turn."""
