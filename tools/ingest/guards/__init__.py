"""Orders to a machine, found and taken out of a résumé."""
