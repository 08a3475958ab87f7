"""What people answered in an issue form, read from the Markdown that GitHub makes of it.

GitHub writes each field as `### Label`, an empty line and the answer, in the order of the form.
The labels come from the form itself, so that the two cannot drift apart.
"""

from __future__ import annotations

import re

import yaml

FORM = ".github/ISSUE_TEMPLATE/new-article.yml"
NO_ANSWER = "_No response_"
FENCE = re.compile(r"(`{3,})text")


class NotTheFormError(Exception):
    """Raised by `answers` where a text is not what GitHub makes of the form."""


def labels(form: str) -> dict[str, str]:
    """The labels of a form's fields by their ids, in the order of the form, from its YAML."""
    body = yaml.safe_load(form)["body"]
    return {one["id"]: one["attributes"]["label"] for one in body if one["type"] != "markdown"}


def answers(body: str, form: str) -> dict[str, str]:
    """The answers by the ids of their fields; empty where a field was left empty.

    Everything after the last label is the last answer, whatever it looks like.
    Raises `NotTheFormError`.
    """
    lines = body.replace("\r\n", "\n").split("\n")
    fields = list(labels(form).items())
    starts: list[int] = []
    for _, label in fields:
        here = starts[-1] + 1 if starts else 0
        try:
            starts.append(lines.index(f"### {label}", here))
        except ValueError:
            raise NotTheFormError(
                f"the line '### {label}' is missing, or not in its place"
            ) from None
    ends = [*starts[1:], len(lines)]
    found = {}
    for (name, _), start, end in zip(fields, starts, ends, strict=True):
        answer = _unfenced("\n".join(lines[start + 1 : end]).strip("\n"))
        found[name] = "" if answer.strip() == NO_ANSWER else answer
    return found


def _unfenced(answer: str) -> str:
    """An answer without the fence that `render: text` puts around it; fences inside stay."""
    first, _, rest = answer.partition("\n")
    fence = FENCE.fullmatch(first)
    if fence is None:
        return answer
    inside, _, last = rest.rstrip().rpartition("\n")
    return f"{inside}\n" if last == fence[1] else rest
