"""`draft`: the frame of a record for a story that has none."""

from __future__ import annotations

import argparse
from typing import Any

from tools.commands.common import FINE, MisuseError, story_names


def add_draft(commands: Any) -> None:
    """Adds `draft STORY...` to the parser."""
    parser = commands.add_parser("draft", help="write a first record where a story has none")
    parser.add_argument("story", nargs="+", help="folders of seeds/stories")
    parser.set_defaults(run=_draft)


def _draft(options: argparse.Namespace) -> int:
    """`draft STORY...`: writes explainer.yml where absent, and never over what people wrote."""
    from tools.draft import draft
    from tools.files.read import seeds
    from tools.files.write import write_whole

    found, _ = seeds(options.root)
    stories = {story.name: story for story in found.stories}
    for name in story_names(found, options.story):
        story = stories[name]
        if (options.root / story.path).exists():
            print(f"{story.path} is there, and stays as it is.")
            continue
        try:
            text = draft(story.articles)
        except ValueError as error:
            raise MisuseError(f"{name}: {error}") from error
        write_whole(options.root / story.path, text)
        print(f"Wrote {story.path}. Fill it in, and look at it by: python -m tools check {name}")
    return FINE
