"""The names of an article: which of them are companies, and where each is mentioned."""

from tools.draft.sense.names.families import Name, Names, names_of

__all__ = ["Name", "Names", "names_of"]
