"""The words of every trade: skills, titles, places, languages, degrees, as tables with loaders."""
