"""The only code that reads or writes what people wrote.

It keeps the line and column of every value, and returns a Problem for whatever cannot be read.
"""
