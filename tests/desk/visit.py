"""A browser without a window that visits the desk of an invented project."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from tests.project import write_site_seeds
from tools.desk.app import create_app

HOST, PORT = "127.0.0.1", 8010
DRAFT = "2031-08-draft"
MAPS = "2031-05-acme-maps"


class Visit:
    """A visit to the desk of the project at `root`, which is made where it is not there."""

    def __init__(self, root: Path) -> None:
        if not (root / "seeds").exists():
            write_site_seeds(root)
        self.root = root
        self.app = create_app(root, HOST, PORT)
        self.client = self.app.test_client()
        self.headers = {"Host": f"{HOST}:{PORT}"}
        self.token = str(self.app.jinja_env.globals["token"])

    def get(self, path: str, **headers: str) -> Any:
        answer = self.client.get(path, headers=self.headers | headers)
        answer.get_data()  # of a file, which is open until then
        answer.close()
        return answer

    def page(self, path: str) -> str:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.text)
        return str(answer.text)

    def post(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> Any:
        return self.client.post(
            path, data={"token": self.token} | (data or {}), headers=self.headers | headers
        )

    def seen(self, path: str) -> str:
        """The digest that the forms of a page have."""
        found = re.search(r'name="seen" value="([^"]*)"', self.page(path))
        assert found
        return found[1]

    def act(self, act: str, story: str = DRAFT, **fields: Any) -> Any:
        """An act on a story, from the form of its page as it is now."""
        fields.setdefault("seen", self.seen(f"/story/{story}"))
        return self.post(f"/story/{story}", {"act": act, **fields})

    def file(self, story: str = DRAFT) -> Path:
        return self.root / "seeds/stories" / story / "explainer.yml"

    def text(self, story: str = DRAFT) -> str:
        return self.file(story).read_text("utf-8")

    def keys(self, kind: str, story: str = DRAFT) -> list[str]:
        """The keys of the entries of a list, in their order."""
        found = re.findall(
            rf'class="card {kind}[^"]*" id="c-([^"]*)"', self.page(f"/story/{story}")
        )
        return [html.unescape(one) for one in found]


def changed_lines(old: str, new: str) -> list[tuple[str, str]]:
    """The pairs of lines that differ, where nothing was added or taken away."""
    pairs = zip(old.split("\n"), new.split("\n"), strict=True)
    return [(one, other) for one, other in pairs if one != other]
