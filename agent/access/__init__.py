"""Who may ask: API keys and tokens → tenant, user and role; knows nothing of HTTP."""
