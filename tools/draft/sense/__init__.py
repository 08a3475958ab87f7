"""An article understood once: its sentences, who is named in them and who is meant."""
