"""The browser is that of the site's tests."""

from tests.site.conftest import browser

__all__ = ["browser"]
