"""Names the handlers that the cloud calls."""
