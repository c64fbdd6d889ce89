"""Dates and periods of time, in the languages and the forms that résumés write them."""
