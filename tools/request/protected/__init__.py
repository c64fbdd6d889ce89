"""Finds wishes about protected attributes, which are named back and never searched."""
