"""What a message wraps around its request: addresses, a greeting, a signature, lines of e-mail."""
