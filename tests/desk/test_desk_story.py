"""A story at the desk: decided, changed, undone, finished; and files with faults."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
import yaml

from tests.desk.visit import DRAFT, MAPS, Visit, changed_lines


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


STANCE = "stance-dial-works"


def left(visit: Visit) -> str:
    found = re.search(r"(\d+ of \d+) left", visit.page(f"/story/{DRAFT}"))
    assert found
    return found[1]


def test_a_claim_that_is_kept_changes_no_file(visit: Visit) -> None:
    before = visit.text()
    assert left(visit) == "2 of 2"
    assert visit.act(f"keep {STANCE}").status_code == 303
    assert left(visit) == "1 of 2"
    assert visit.text() == before
    assert "1 of 2 left to decide" in visit.page("/")
    visit.act("undo")
    assert left(visit) == "2 of 2"


def test_a_visit_goes_on_where_it_stopped(visit: Visit) -> None:
    visit.act(f"keep {STANCE}")
    before = visit.text()
    visit.act(f"change {STANCE}", **{"f.text": "Will think."})
    again = Visit(visit.root)
    assert left(again) == "1 of 2"
    assert again.text() != before
    again.act("undo")
    assert again.text() == before
    again.act("redo")
    assert "Will think." in again.text()


def test_one_word_that_is_changed_is_one_line(visit: Visit) -> None:
    before = visit.text(MAPS)
    key = visit.keys("key_points", MAPS)[0]
    page = visit.page(f"/story/{MAPS}?edit={key}")
    text = re.search(r'name="f.text"[^>]*>\n([^<]*)</textarea>', page)
    assert text
    visit.act(f"change {key}", MAPS, **{"f.text": text[1].replace(" ", " really ", 1)})
    assert len(changed_lines(before, visit.text(MAPS))) == 1


def test_a_form_that_nobody_touched_changes_nothing(visit: Visit) -> None:
    """Every field of every entry is sent back as the page shows it, with the line ends of forms."""
    before = visit.text(MAPS)
    for card in re.findall(r'id="c-([^"]*)"', visit.page(f"/story/{MAPS}")):
        page = visit.page(f"/story/{MAPS}?edit={card}")
        editor = page.partition('class="fields editor"')[2].partition("</form>")[0]
        assert editor, card
        data: dict[str, list[str] | str] = {
            name: html.unescape(value)
            for name, value in re.findall(
                r'<input id="[^"]*" name="(f\.[^"]*)" value="([^"]*)"', editor
            )
        }
        areas = re.findall(r'<textarea[^>]* name="(f\.[^"]*)"[^>]*>\n([^<]*)</textarea>', editor)
        for name in dict.fromkeys(name for name, _ in areas):
            some = [html.unescape(v).replace("\n", "\r\n") for n, v in areas if n == name]
            data[name] = some if name == "f.quote" else some[0]
        assert visit.act(f"change {card}", MAPS, **data).status_code == 303
        assert visit.text(MAPS) == before, card


def test_a_candidate_becomes_a_position_or_goes(visit: Visit) -> None:
    (candidate,) = visit.keys("candidate")
    visit.act(f"take {candidate} pauses")
    assert "position: pauses" in visit.text()
    assert visit.keys("candidate") == []
    assert left(visit) == "1 of 2"  # the new position was decided by that
    visit.act("undo")
    assert visit.keys("candidate") == [candidate]
    visit.act(f"none {candidate}")
    assert "position: pauses" not in visit.text()
    assert left(visit) == "1 of 2"
    assert visit.act(f"take {candidate} no-such-position").status_code == 422


def test_words_of_the_article_become_a_quotation(visit: Visit) -> None:
    words = "maker,  said it\nwould think abou"  # cut inside a word, as a hasty selection is
    visit.act(f"quote {STANCE}", words=words)
    assert "maker, said it would think about" in visit.text()
    before = visit.text()
    assert visit.act(f"quote {STANCE}", words="never said").status_code == 422
    assert visit.act(f"quote {STANCE}", words=" ").status_code == 422
    assert visit.text() == before
    visit.act(f"more {STANCE}", words="Dial Works")
    (stance,) = yaml.safe_load(visit.text())["stances"]
    assert stance["quote"] == ["maker, said it would think about", "Dial Works"]


def test_a_sentence_becomes_an_event_and_a_new_claim(visit: Visit) -> None:
    article = (visit.file().parent / "article.txt").read_text("utf-8")
    start = article.index("Dial Works, a")
    place = f"{start}-{len(article.rstrip())} article.txt"
    visit.act(f"event 2031-08-01 {place}")
    assert "timeline:" in visit.text()
    assert "date: 2031-08-01" in visit.text()
    visit.act("make unknowns", **{"f.text": "Not known when.", "f.quote": "a clock maker"})
    assert "Not known when." in visit.text()
    assert visit.act("make unknowns").status_code == 422
    assert visit.act("event 2031 0-9 ../../x.txt").status_code == 422


def test_a_company_is_made_in_place_and_both_are_undone(visit: Visit) -> None:
    lists = visit.root / "seeds/vocabulary/companies.yml"
    before = lists.read_bytes(), visit.text()
    fields = {
        "new.name": "Dial Works",
        "new.kind": "clock maker",
        "new.description": "It makes clocks.",
        "f.company": "Dial Works",
        "f.text": "It would think about it.",  # what else was typed is not lost
    }
    assert visit.act(f"company {STANCE}", **fields).status_code == 303
    assert "company: dial-works" in visit.text()
    assert "text: It would think about it." in visit.text()
    assert "- id: dial-works" in lists.read_text("utf-8")
    visit.act("undo")
    assert (lists.read_bytes(), visit.text()) == before
    assert visit.act(f"company {STANCE}", **(fields | {"new.kind": ""})).status_code == 422
    assert (lists.read_bytes(), visit.text()) == before


def test_a_file_that_changed_meanwhile_is_never_overwritten(visit: Visit) -> None:
    seen = visit.seen(f"/story/{DRAFT}")
    other = visit.text().replace("Will think about it.", "Thought of it.")
    visit.file().write_text(other, "utf-8")
    answer = visit.act("change record", seen=seen, **{"f.title": "Another title"})
    assert answer.status_code == 409
    assert "Thought of it." in answer.text
    assert "Another title" in answer.text
    assert visit.text() == other
    form = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.text))
    assert visit.post(f"/story/{DRAFT}", form).status_code == 303
    assert "Another title" in visit.text()
    assert "Thought of it." in visit.text()


def test_a_published_claim_keeps_its_anchor_when_it_is_dated_anew(visit: Visit) -> None:
    key = next(one for one in visit.keys("timeline", MAPS) if re.search(r"\d$", one))
    answer = visit.act(f"change {key}", MAPS, **{"f.date": "2031-01-02"})
    assert answer.status_code == 303
    assert f"id: {key}" in visit.text(MAPS)
    said = visit.page(answer.headers["Location"].partition("#")[0])
    assert f"Links to it stay as they are: id: {key}" in said


def test_a_published_claim_goes_with_a_word_in_the_log(visit: Visit) -> None:
    key = (
        visit.keys("unknowns", MAPS)[0]
        if visit.keys("unknowns", MAPS)
        else visit.keys("timeline", MAPS)[0]
    )
    before = visit.text(MAPS)
    answer = visit.act(f"drop {key}", MAPS)
    assert visit.text(MAPS) == before
    assert f"drop={key}" in answer.headers["Location"]
    visit.act(f"drop {key}", MAPS, day="2031-09-01", log="It said too much.")
    assert f"was: [{key}]" in visit.text(MAPS) or f"- {key}" in visit.text(MAPS)
    assert "It said too much." in visit.text(MAPS)


def test_a_record_with_faults_opens_and_the_rest_can_be_edited(visit: Visit) -> None:
    text = visit.text().replace("position: undeclared", "position: undeclard, colour: {a: [b]}")
    visit.file().write_text(text, "utf-8")
    page = visit.page(f"/story/{DRAFT}")
    assert "must be a known key: &#39;colour&#39;" in page
    edit = visit.page(f"/story/{DRAFT}?edit=stance-dial-works")
    assert 'name="f.colour"' in edit
    visit.act("change stance-dial-works", **{"f.colour": "a: [c]"})
    assert "colour: {a: [c]}" in visit.text()
    answer = visit.act("change stance-dial-works", **{"f.colour": "a: [c"})
    assert answer.status_code == 422
    assert "a: [c" in answer.text


def test_a_way_out_that_is_one_value_is_a_button(visit: Visit) -> None:
    visit.file().write_text(
        visit.text().replace("position: undeclared", "position: undeclard"), "utf-8"
    )
    found = re.search(r'value="(mend [^"]*)"', visit.page(f"/story/{DRAFT}"))
    assert found
    visit.act(found[1])
    assert "position: undeclared" in visit.text()


def test_a_digest_that_is_none_is_written_by_a_button(visit: Visit) -> None:
    good = visit.text()
    visit.file().write_text(re.sub("sha256: [0-9a-f]{64}", "sha256: none", good), "utf-8")
    found = re.search(r'value="(mend sources[^"]*)"', visit.page(f"/story/{DRAFT}"))
    assert found
    visit.act(found[1])
    assert visit.text() == good


def test_a_record_that_is_no_yaml_is_mended_as_text(visit: Visit) -> None:
    good = visit.text()
    visit.file().write_text("title: [\n" + good, "utf-8")
    page = visit.page(f"/story/{DRAFT}")
    assert "cannot be read" in page
    assert 'name="text"' in page
    visit.act("text", text=good.replace("\n", "\r\n"))
    assert visit.text() == good
    assert "left to decide" in visit.page(f"/story/{DRAFT}")


def test_a_story_without_a_record_and_one_that_is_gone(visit: Visit) -> None:
    visit.file().unlink()
    assert "no record yet" in visit.page(f"/story/{DRAFT}")
    assert visit.post(f"/story/{DRAFT}", {"act": "keep answer"}).status_code == 422
    for path in visit.file().parent.iterdir():
        path.unlink()
    visit.file().parent.rmdir()
    assert visit.get(f"/story/{DRAFT}").status_code == 404


def test_an_article_that_was_changed_is_told(visit: Visit) -> None:
    article = visit.file().parent / "article.txt"
    article.write_text(article.read_text("utf-8") + "More.\n", "utf-8")
    assert "sha256" in visit.page(f"/story/{DRAFT}")


def test_two_windows_on_one_story(visit: Visit) -> None:
    first = second = visit.seen(f"/story/{DRAFT}")
    assert visit.act("change record", seen=first, **{"f.title": "One"}).status_code == 303
    assert visit.act("change record", seen=second, **{"f.title": "Two"}).status_code == 409
    assert "title: One" in visit.text()


def test_an_open_page_is_sent_what_changed_alone(visit: Visit) -> None:
    page = visit.page(f"/story/{DRAFT}")
    version = re.search(r'name="version" value="([^"]*)"', page)
    assert version
    data = {"act": f"keep {STANCE}", "seen": visit.seen(f"/story/{DRAFT}"), "version": version[1]}
    answer = visit.post(f"/story/{DRAFT}", data, Accept="application/json").json
    assert answer["parts"].keys() == {"bar", f"c-{STANCE}"}
    assert answer["said"] == "Kept."
    data |= {"act": "keep nothing", "version": "unknown"}
    answer = visit.post(f"/story/{DRAFT}", data, Accept="application/json")
    assert answer.status_code == 422
    assert answer.json["reload"] is True


def test_a_draft_becomes_reviewed(visit: Visit) -> None:
    path = f"/story/{DRAFT}/finish"
    before = visit.text()

    def finish(day: str) -> str:
        data = {"act": "finish", "day": day, "seen": visit.seen(f"/story/{DRAFT}")}
        answer = visit.post(path, data)
        assert answer.status_code == 303
        return visit.page(answer.headers["Location"])

    assert "2 are left to decide" in finish("2031-09-01")
    visit.act(f"keep {STANCE}")
    visit.act(f"none {visit.keys('candidate')[0]}")
    assert "something to mend first" in finish("2031-09-01")
    assert "Write the day of the review in full" in finish("2031-09")
    assert "status: reviewed" not in visit.text()
    visit.act("text", text=whole(visit.text()))
    kinds = ("answer", "key_points", "stances", "timeline")
    for key in [key for kind in kinds for key in visit.keys(f"{kind} open")]:
        visit.act(f"keep {key}")
    assert "Reviewed." in finish("2031-09-01")
    assert "status: reviewed\nreviewed: 2031-09-01\n" in visit.text()
    assert "First published." in visit.text()
    assert "candidates" not in visit.text()
    page = visit.page(path)
    assert f"git add seeds/stories/{DRAFT}" in page
    assert before != visit.text()
    data = {
        "act": "withdraw",
        "day": "2031-10-01",
        "why": "It was wrong.",
        "seen": visit.seen(path),
    }
    visit.post(path, data)
    assert "status: withdrawn" in visit.text()


def whole(text: str) -> str:
    """The invented draft with all that a review asks for."""
    said = "said it would think about the map order"
    points = "".join(f"  - {{id: p{n}, text: Point {n}., quote: {said}}}\n" for n in range(3))
    return (
        text.replace(
            "published: null", "published: 2031-08, published_basis: Its address."
        ).replace(
            "company: Dial Works, position: undeclared, topic: town-maps",
            "company: cog, position: undeclared, date: 2031-08-01",
        )
        + f"topic: town-maps\nanswer: {{text: It thinks., quote: {said}}}\nkey_points:\n{points}"
        + f"timeline:\n  - {{date: 2031-08-01, text: It thinks., quote: {said}}}\n"
    )


def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = visit.text()
    seen = visit.seen(f"/story/{DRAFT}")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "explainer.yml")

    monkeypatch.setattr("tools.desk.store.write_whole", refuse)
    answer = visit.act("change record", seen=seen, **{"f.title": "Another"})
    assert answer.status_code == 500
    assert "could not be written" in answer.text
    monkeypatch.undo()
    assert visit.text() == before
    assert left(visit) == "2 of 2"


def test_a_long_article_is_shown_in_part(visit: Visit) -> None:
    article = visit.file().parent / "article.txt"
    paragraph = "A sentence that says nothing of note, and another one. " * 8
    article.write_text(article.read_text("utf-8") + f"\n{paragraph}\n" * 1500, "utf-8")
    page = visit.page(f"/story/{DRAFT}")
    assert "further paragraphs without a claim are not shown" in page
    assert len(page) < 1_500_000
