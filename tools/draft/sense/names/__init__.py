"""The names of an article: which of them are companies, and where each is mentioned."""

from tools.draft.sense.names.families import Name, Names, key_of, names_of

__all__ = ["Name", "Names", "key_of", "names_of"]
