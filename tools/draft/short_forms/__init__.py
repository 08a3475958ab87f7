"""Short forms whose expansion stands in the article, in either order."""

from __future__ import annotations

from tools.draft.findings import FoundShortForm
from tools.draft.sense import Understood
from tools.draft.sense.tokens import passage
from tools.draft.short_forms.apart import by_letters, expansions, short_in, short_of
from tools.draft.short_forms.beside import beside
from tools.draft.short_forms.initials import initials_in
from tools.draft.short_forms.letters import letters


def short_forms(article: Understood) -> list[FoundShortForm]:
    """Every short form with its expansion, one entry each, in the order of the article.

    What stands side by side comes first; a short form that stands alone takes an expansion only
    from a phrase whose initials spell it.
    """
    parsed = article.parsed
    text = parsed.reading.text
    lines = list(zip(parsed.sentences, article.words, strict=True))
    found: dict[str, FoundShortForm] = {}
    for sentence, words in lines:
        for short, start, end in beside(words):
            form = words[short].text
            long = passage(text, words[start:end])
            found.setdefault(letters(form), FoundShortForm(form, long, sentence.span))
    initials = {form for _, words in lines for form in initials_in(words)}
    shorts = [form for _, words in lines for form in short_of(words, initials)]
    title = short_in((parsed.reading.headline or "").split())
    shorts += [form for form in title if letters(form) not in initials]
    wanted = by_letters([form for form in shorts if letters(form) not in found])
    for sentence, words in lines if wanted else ():
        for form, start, end in expansions(words, wanted):
            long = passage(text, words[start:end])
            found.setdefault(letters(form), FoundShortForm(form, long, sentence.span))
    return list(found.values())
