"""What the publication talks about: articles, records, quotations, dates, positions.

Frozen types and pure functions: nothing here reads or writes a file, and nothing here knows how a
page looks.
Everything else in tools/ may import this package; it imports nothing of theirs.
"""
