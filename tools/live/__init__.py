"""The site as `python -m tools serve` shows it: each page is made when a browser asks for it.

theme.py  MkDocs' part: its settings, its theme, and the pages written by hand
reader.py seeds/ in memory, of which only what changed is read again
site.py   what stands at each address, and the Problems of what cannot be shown
watch.py  says which files were saved
server.py answers browsers, and tells them to load a page anew
"""
