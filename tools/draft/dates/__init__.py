"""Finding the dates of an English text, and saying which days they are.

`tokens` cuts the text, `scan` finds the words that can head an expression, `months`, `weekdays`,
`years`, `numeric`, `relative`, `holidays`, `seasons` and others read what stands around them,
`resolve` and `year` say which day is meant, `periods` joins the ends of what lasts.
Evidence is tried in the order of HeidelTime (Strötgen and Gertz, 2010) for news: what the words
state, then the publication day with the tense of the clause, then the last date named.
A text that `history` finds to tell the past is read as `narrative` has it, from its last date on.
Standard library only, since the command `dates` is to start at once.
"""
