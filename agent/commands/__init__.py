"""The commands of `matcher`, one file a family; each translates and decides nothing."""
