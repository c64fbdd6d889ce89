"""What the vocabularies know in a request, and who may name which of its words."""
