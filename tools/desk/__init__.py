"""The editor's desk: a page on this machine in which a draft becomes a reviewed record.

It wires the other parts together, as the commands do; nothing but its command imports it.
"""
