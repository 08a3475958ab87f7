"""A text in Markdown without its marks: what a reader of the rendered page would see."""

from __future__ import annotations

import html
import re

FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<fields>(?:.*\n){1,60}?)---[ \t]*\n")
SIGNS = 2  # kinds of marks that make a text Markdown; a link with its address alone does

_LINES = re.MULTILINE
_ANY_LINE = re.MULTILINE | re.IGNORECASE
_FRONT_FIELD = re.compile(r"^(title|author|authors|byline|date|published):\s*(.+)$", _ANY_LINE)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\[\]]{0,100}\]){1,400})\]"
    r"\( ?<?(?P<to>[^()\s<>]{0,900}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)>?"
    r"(?: [\"'(][^\n]{0,200}?[\"')])? ?\)"
)
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]]*\])")
_REFERENCE = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\[[^\[\]\n]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$\n?", _LINES)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>.{1,400}?)[ \t]{0,9}#*[ \t]{0,9}$", _LINES)
_UNDERLINE = re.compile(r"^(?P<text>.{2,300})\n {0,3}(?:=+|-{3,})[ \t]*$", _LINES)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", _LINES)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$\n?", _LINES)
_TABLE_LINE = re.compile(
    r"^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?)?[ \t]*$\n?", _LINES
)
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", _LINES)
_ITEM = re.compile(r"^(?P<in>[ \t]*)[*+-][ \t]+(?:\[[ xX]\][ \t]+)?", _LINES)
_STRONG = re.compile(r"(?<![\\\w*])(\*\*\*|\*\*|__)(?=\S)(?P<text>[^\n]{1,400}?)(?<=\S)\1(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\\\w*])(\*|_)(?=[^\s*_])(?P<text>[^\n*]{1,400}?)(?<=\S)\1(?![\w*])")
_STRUCK = re.compile(r"~~(?P<text>[^\n~]{1,400})~~")
_CODE = re.compile(r"(`{1,2})(?P<text>[^`\n]{1,400})\1")
_TAG = re.compile(
    r"</?(?:br|p|div|span|em|strong|b|i|u|a|img|sup|sub|center|figure|hr)\b[^<>\n]*>", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def is_markdown(text: str) -> bool:
    """Whether marks of Markdown stand in a text; one kind of them alone says nothing."""
    if any(link["to"].startswith(("http", "/", "#", "mailto")) for link in _LINK.finditer(text)):
        return True
    headings = sum(not match["text"].isdigit() for match in _HEADING.finditer(text))
    signs = (headings > 0, headings > 1, _STRONG.search(text), _EMPHASIS.search(text))
    more = (  # of rarer kinds
        _FRONT_FIELD.search(m["fields"]) if (m := FRONT.match(text)) else None,
        _QUOTE.search(text),
        _REFERENCE.search(text) and _DEFINITION.search(text),
        _TABLE_LINE.search(text),
        _IMAGE.search(text),
    )
    return sum(map(bool, signs + more)) >= SIGNS


def without_marks(text: str) -> str:
    """The text as it is read, its paragraphs where they stood."""
    text = text.replace("\r\n", "\n")
    front = FRONT.match(text)
    if front:
        text = _front_matter(front["fields"], text[front.end() :])
    for pattern in (_FENCE, _TABLE_LINE, _DEFINITION, _IMAGE, _FOOTNOTE):
        text = pattern.sub("", text)
    text = _RULE.sub("", _UNDERLINE.sub(r"\g<text>\n", text))
    text = _HEADING.sub(r"\g<text>", _QUOTE.sub("", text))
    text = _ADDRESS.sub("", _ITEM.sub(r"\g<in>• ", text))
    for pattern in (_LINK, _REFERENCE, _STRONG, _STRONG, _EMPHASIS, _EMPHASIS, _STRUCK, _CODE):
        text = pattern.sub(r"\g<text>", text)
    text = "\n".join(line.rstrip("\\").rstrip() for line in _TAG.sub("", text).split("\n"))
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _front_matter(fields: str, text: str) -> str:
    """Title, author and day of the fields above a text as its first lines, where it lacks them."""
    known = {
        name.casefold(): value.strip().strip("\"'[]")
        for name, value in _FRONT_FIELD.findall(fields)
    }
    head = []
    title = known.get("title", "")
    if title and title.casefold() not in text[:400].casefold():
        head.append(title)
    author = known.get("author") or known.get("authors") or known.get("byline") or ""
    if author and author.casefold() not in text[:600].casefold():
        head.append(f"By {re.sub('^by ', '', author, flags=re.IGNORECASE)}")
    if day := known.get("published") or known.get("date"):
        head.append(f"Published {day}")
    return "\n\n".join([*head, text])
