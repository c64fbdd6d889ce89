"""Who it is, told apart from what they did: names, ways to reach them, what no employer may ask."""
