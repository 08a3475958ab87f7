"""What a build is told of the site, and the addresses at which its source is changed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tools.pages.phrases import phrase


@dataclass(frozen=True)
class Settings:
    """The address of the site, and where its source is kept."""

    url: str = ""  # ends in a slash; empty where the site does not know its address
    repository: str = ""  # address of the source on the web; empty where there is none
    branch: str = "main"
    bundle: str = ""  # name of the whole site as a zip; empty where none is made
    contact: str = ""  # of the editors, in the place of what the publication says

    def edit(self, path: str) -> str:
        """The address at which a file of the project is edited in a browser, or nothing."""
        return f"{self.repository}/edit/{self.branch}/{path}" if self.repository else ""

    def history(self, path: str) -> str:
        """The address of all changes of a file, or nothing."""
        return f"{self.repository}/commits/{self.branch}/{path}" if self.repository else ""

    def report(self, here: str, anchor: str = "", title: str = "") -> str:
        """The address of the form by which a mistake is reported, with the place filled in.

        The names are the ids of the fields of .github/ISSUE_TEMPLATE/correction.yml.
        """
        page = f"{self.url}{here}{'#' if anchor else ''}{anchor}"
        fields = {"template": "correction.yml", "page": page}
        if title:
            fields["title"] = phrase("report", title=title)
        return f"{self.repository}/issues/new?{urlencode(fields, quote_via=quote)}"
