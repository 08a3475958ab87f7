"""Finding the dates of an English text, and saying which days they are.

`tokens` cuts the text, `scan` finds the words that can head an expression, `months`, `weekdays`,
`years`, `numeric`, `relative` and `parts` read what stands around them, `resolve` says which day
is meant, from the publication day, `tense` and the last dates named.
Standard library only, since the command `dates` is to start at once.
"""
