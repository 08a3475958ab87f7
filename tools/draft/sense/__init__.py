"""An article understood once, and handed to every part of a draft.

Over the one pass of spaCy `names` tells companies, persons and bodies apart, `reference`
whom other words stand for, `clauses` how a verb is meant, `demands` what is asked for, `meanings`
what words have in common, `dates` when. Out comes one frozen `Understood`.
"""

from tools.draft.sense.understood import Understood, understand

__all__ = ["Understood", "understand"]
