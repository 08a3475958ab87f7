"""What the lists of a record, and their entries, are called on the desk."""

from __future__ import annotations

HEAD = "record"  # the fields of the record itself
# the heading of each list, what one entry is called, and the letter that marks it in the article
# and is, in upper case, the key that begins another
KINDS: dict[str, tuple[str, str, str]] = {
    HEAD: ("The page", "The page", ""),
    "sources": ("Articles", "Article", ""),
    "answer": ("Answer", "Answer", "A"),
    "key_points": ("Key points", "Key point", "K"),
    "stances": ("Positions", "Position", "P"),
    "timeline": ("Timeline", "Event", "E"),
    "sections": ("Background", "Background", "B"),
    "who": ("Who is who", "Who", "W"),
    "figures": ("Figures", "Figure", "F"),
    "unknowns": ("Not known", "Not known", "U"),
    "terms": ("Short forms", "Short form", "T"),
    "candidates": ("Candidates", "Candidate", "?"),
    "notes": ("Editor’s notes", "Note", "N"),
    "changes": ("Changes", "Change", ""),
}
