"""Web pages: their markup taken out, and what their styles hide left out."""
