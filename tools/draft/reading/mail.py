"""A mail as an article: its subject is the headline, its day the date, its text the rest."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parsedate_to_datetime

from tools.draft.reading import NotAnArticleError
from tools.model.months import MONTHS

WAY_OUT = "open it in your mail program, copy the article's text and save that as a .txt"
QUOTED_MORE = 2  # times the words of the rest: then the mail passes on what it quotes

WRAPPED = 98  # characters: no line of a mail that was broken at one width is longer
FULL = 50  # a line this long was broken, and did not end by itself

FEW_WORDS = 25  # above a mail that is passed on
DEEPEST = 5  # heads of mails under each other, where one was passed on again and again

_ITEM = re.compile(r"\s*(?:[•*–-]|\d{1,2}[.)])\s")
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{1,40}):[ \t]*(?P<value>.*)")
_PASSED_ON = re.compile(
    r"-{3,} ?(?:forwarded|original) message ?-{3,}|begin forwarded message:?|"
    r"-{3,} ?original appointment ?-{3,}",
    re.IGNORECASE,
)
_OF_MAIL = frozenset("from to cc date sent reply-to message-id received return-path".split())
_ENVELOPE = re.compile(r"From \S+@?\S* .*\d{4}$")  # the first line of a mailbox
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|sv)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_WROTE = re.compile(r"^(?:on|le|am) .{5,160}(?:wrote|writes|a écrit|schrieb)\s?:$", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:> ?)+")
_SENT_FROM = re.compile(r"^(?:sent from my|get outlook for|sent via)\b.{0,60}$", re.IGNORECASE)


def is_mail(text: str) -> bool:
    """Whether a text begins with the head of a mail: a subject, and who sent it or when."""
    names = {name for name, _ in _head(text.splitlines())[0]}
    return "subject" in names and bool(names & _OF_MAIL)


def mail_text(text: str, depth: int = 0) -> str:
    """The article that a mail holds; raises `NotAnArticleError` where that cannot be told."""
    lines = text.splitlines()
    fields, rest = _head(lines)
    head = dict(reversed(fields))
    if {"mime-version", "content-type", "content-transfer-encoding"} & set(head):
        start = next(i for i, line in enumerate(lines) if _FIELD.match(line))
        body = _decoded("\n".join(lines[start:]))
    else:
        body = "\n".join(lines[rest:])
        body, before = _parted(body)
        if depth < DEEPEST and before and len(body.split()) < FEW_WORDS and is_mail(before):
            return mail_text(before, depth + 1)  # passed on, with a word or two above
    parts = [_REPLY.sub("", head["subject"]).strip(), _day(head), _own(body)]
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def _head(lines: list[str]) -> tuple[list[tuple[str, str]], int]:
    """The fields at the beginning, names in lower case, and the index of the line after them."""
    fields: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        bare = line.strip().replace("*", "")
        field = _FIELD.fullmatch(bare)
        if field:
            fields.append((field["name"].casefold(), field["value"]))
        elif fields and line[:1] in " \t" and bare:
            fields[-1] = fields[-1][0], f"{fields[-1][1]} {bare}"
        elif fields:
            return fields, index
        elif bare and not _PASSED_ON.fullmatch(bare) and not _ENVELOPE.fullmatch(bare):
            return [], 0
    return fields, len(lines)


def _parted(body: str) -> tuple[str, str]:
    """What a mail says, and the earlier mail that it passes on or answers, with its head."""
    lines = body.splitlines()
    for index, line in enumerate(lines):
        heads = [_FIELD.fullmatch(one.strip().replace("*", "")) for one in lines[index : index + 2]]
        names = [field["name"].casefold() for field in heads if field]
        opens = len(names) == 2 and names[0] == "from" and names[1] in _OF_MAIL | {"subject"}
        if opens or _PASSED_ON.fullmatch(line.strip()):
            return "\n".join(lines[:index]), "\n".join(lines[index:])
    return body, ""


def _decoded(source: str) -> str:
    """The plain text of a mail in its raw form."""
    message = message_from_bytes(source.encode(), policy=default)
    part = _plain_part(message)
    try:
        content = part.get_content() if part is not None else None
    except (LookupError, ValueError, AttributeError):
        content = None
    if not isinstance(content, str) or not content.strip():
        raise NotAnArticleError(f"it is a mail that holds no plain text: {WAY_OUT}")
    return content


def _plain_part(message: Message) -> EmailMessage | None:
    if not isinstance(message, EmailMessage):
        return None
    part = message.get_body(preferencelist=("plain",))
    return part if isinstance(part, EmailMessage) else None


def _day(head: dict[str, str]) -> str:
    """The day on which it was sent, as an article states one; as it stands where unclear."""
    written = head.get("date") or head.get("sent") or ""
    try:
        day = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return written.strip()
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _own(body: str) -> str:
    """What the mail itself says, or what it quotes where it does little else."""
    lines = body.splitlines()
    end = next((i for i, line in enumerate(lines) if line in ("-- ", "--")), len(lines))
    lines = [line for line in lines[:end] if not _SENT_FROM.match(line.strip())]
    quoted = [_QUOTED.sub("", line) for line in lines if _QUOTED.match(line)]
    own = [line for line in lines if not _QUOTED.match(line) and not _WROTE.match(line.strip())]
    many = _words(quoted) > QUOTED_MORE * _words(own)
    return _unwrapped(quoted if many else own)


def _unwrapped(lines: list[str]) -> str:
    """The lines with each paragraph on one, where the mail was broken at one width."""
    if max(map(len, lines), default=0) > WRAPPED:
        return "\n".join(lines).strip()
    text = ""
    for line in lines:
        goes_on = text and not text.endswith("\n") and line.strip() and not _ITEM.match(line)
        before = len(text) - text.rfind("\n") - 1
        text += f" {line.strip()}" if goes_on and before >= FULL else f"\n{line.rstrip()}"
        text = text if line.strip() else text + "\n"
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)
