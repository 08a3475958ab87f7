"""From an article to a draft of its record, by rules over one pass of spaCy, and offline.

`reading` says what of a text is the article, `parse` what its words do, and each further part
finds one kind of claim; `whole` puts an article's together, `record` a story's.
Not sure means no entry: what a draft lacks an editor adds, what it invents nobody would notice.
"""
