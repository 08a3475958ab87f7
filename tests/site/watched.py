"""A page in a browser, what it asked for, and what went wrong in it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

PHONE, NARROW, DESK = (
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
    {"width": 1440, "height": 900},
)


class Watched:
    """A page, what it asked for, and what went wrong in it."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(**{"viewport": DESK, **options})
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._noted)

    def _noted(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def open(self, where: str) -> Page:
        self.page.goto(self.address + where)
        return self.page

    def close(self) -> None:
        self.context.close()
