"""One module for each group of commands: arguments, printing, exit codes.

Together with `__main__` and `mkdocs_hook` they are the only code that knows all parts.
Each command imports what it needs when it runs: `dates` is to start in the blink of an eye, and
the types of the records alone take a quarter of a second.
"""
