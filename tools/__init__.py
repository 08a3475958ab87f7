"""Turns the people's records in seeds/ into the pages of a publication."""
