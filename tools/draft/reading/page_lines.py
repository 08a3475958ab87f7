"""A saved page as the lines that it shows, with the parts left out that are never the article."""

from __future__ import annotations

from typing import Any

# Parts whose words no reader sees, or that HTML itself calls something else than the article.
LEFT_OUT = frozenset(
    "script style noscript template svg head nav footer button select option input textarea label "
    "form iframe object audio video canvas dialog menu figcaption".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset figure h1 h2 h3 "
    "h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
# A table that holds these lays out a page, as old ones do, and shows no data.
NEVER_IN_CELLS = frozenset("table form h1 h2 article script style iframe".split())
CELL = 160  # characters of the longest cell; a longer one is a paragraph
LEAST_ROWS = 2
LINKED = frozenset("p h3 h4 h5 h6".split())  # where one of these is a link, it is a list's item
LINK_SPACES = 3
PARTED = frozenset("p h1 h2 h3 h4 h5 h6 blockquote".split())  # a blank line stands around these


def lines_of(tree: Any) -> str:
    """The text of a page: a line a block, a bullet before the items of lists."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:  # not recursive: pages nest deeper than Python's stack
        node, closing = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else None
        if closing:
            parts.append(_break(tag))
            parts.append(_flat(node.tail))
            continue
        if tag is None or tag in LEFT_OUT or _hidden(node):
            parts.append(" " + _flat(node.tail))
            continue
        if tag == "table" and (rows := table_rows(node)):
            parts += ["\n\n", *(f"| {' | '.join(row)} |\n" for row in rows), "\n"]
            parts.append(_flat(node.tail))
            continue
        parts.append(_break(tag))
        if tag == "li" or (tag in LINKED and _is_link(node)):
            parts.append("• ")
        parts.append(_flat(node.text))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return _tidy("".join(parts))


def table_rows(table: Any) -> list[list[str]]:
    """The cells of a table of data, row by row; none where a table only lays out the page."""
    if any(node.tag in NEVER_IN_CELLS for node in table.iterdescendants()):
        return []
    rows = [
        [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")]
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    short = all(len(cell) <= CELL for row in rows for cell in row)
    several = sum(len(row) > 1 for row in rows) >= LEAST_ROWS
    return rows if short and several else []


def _is_link(block: Any) -> bool:
    """Whether all that a block says is one link, as the titles of other stories are."""
    if block.getparent() is not None and block.getparent().tag == "li":
        return False
    links = list(block.iter("a"))
    whole = "".join(block.text_content().split())
    if block.text_content().count(" ") < LINK_SPACES:
        return False  # a name, which may be the author's
    return len(links) == 1 and bool(whole) and "".join(links[0].text_content().split()) == whole


def _break(tag: str | None) -> str:
    if tag in PARTED:
        return "\n\n"
    return "\n" if tag in BLOCKS else ""


def _flat(text: str | None) -> str:
    return " ".join(f"x{text}x".split())[1:-1] if text else ""


def _hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").casefold()
    return node.get("hidden") is not None or "display:none" in style


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    kept: list[str] = []
    for line in lines:
        if line and line != "•":
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    return "\n".join(kept).strip() + "\n"
