"""What a reader should know first, chosen from an article's own sentences.

The answer, the key points, striking figures, what is not known, and which words the glossary
explains. Nothing is said that the article does not say: a sentence is only tidied and shortened.
"""

from __future__ import annotations

from tools.draft.points.figures import figures
from tools.draft.points.glossary import glossary_terms
from tools.draft.points.summary import answer_of, key_points
from tools.draft.points.told import Told, told_in
from tools.draft.points.unknowns import unknowns

__all__ = [
    "Told",
    "answer_of",
    "figures",
    "glossary_terms",
    "key_points",
    "told_in",
    "unknowns",
]
