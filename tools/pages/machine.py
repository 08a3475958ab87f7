"""Files for machines: the site map and what crawlers may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from tools.pages.site import Site


def files(site: Site, pages: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Machine-readable files by their path; those that need the site's address only where it is
    known.

    Of each page `address` is needed, and `robots` and `lastmod` where it has them.
    """
    if not site.settings.url:
        return {}
    return {"sitemap.xml": _site_map(site, pages), "robots.txt": _robots(site)}


def _site_map(site: Site, pages: Iterable[Mapping[str, str]]) -> str:
    """The pages a search engine should know, with the day of the last change from the records."""
    public = [page for page in pages if "robots" not in page]
    entries = [(page["address"], page.get("lastmod", "")) for page in public]
    by_hand = sorted(site.seeds.publisher.pages - {"index"})
    entries += [(f"{name}/", "") for name in by_hand]
    url = site.settings.url
    lines = "\n".join(_entry(url + there, day) for there, day in sorted(entries))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{lines}\n</urlset>\n"
    )


def _entry(location: str, day: str) -> str:
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"<url><loc>{escape(location)}</loc>{changed}</url>"


def _robots(site: Site) -> str:
    return f"User-agent: *\nAllow: /\nSitemap: {site.settings.url}sitemap.xml\n"
