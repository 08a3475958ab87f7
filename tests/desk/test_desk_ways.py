"""What helps an editor on at the desk: ways out, early warnings, and nothing asked twice."""

from __future__ import annotations

import html
import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from tests.desk.visit import DRAFT, MAPS, Visit
from tools.desk.words import in_words

STANCE = "stance-dial-works"


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def dated(visit: Visit) -> str:
    """Gives the article its day; returns the act that writes it into the position."""
    told = "published: 2031-08, published_basis: Its address."
    visit.file().write_text(visit.text().replace("published: null", told), "utf-8")
    page = visit.page(f"/story/{DRAFT}?edit={STANCE}")
    found = re.search(r'<button ([^>]*value="(mend stance[^"]*)"[^>]*)>', page)
    assert found
    assert 'form="acts"' not in found[1]  # it belongs to the form that is open
    assert 'data-field="f.date" data-value="../2031-08"' in found[1]
    return found[2]


def test_a_date_that_a_button_writes_takes_nothing_with_it_and_decides_nothing(
    visit: Visit,
) -> None:
    act = dated(visit)
    visit.act(act, **{"f.text": "It would think about it.", "f.date": ""})
    assert "text: It would think about it." in visit.text()
    assert "date: ../2031-08" in visit.text()
    assert "2 of 2 left to decide" in visit.page(f"/story/{DRAFT}")
    assert "2 of 2 left to decide" in visit.page("/")
    (key,) = visit.keys("stances")
    visit.act(f"keep {key}")
    assert "1 of 2 left to decide" in visit.page(f"/story/{DRAFT}")


def test_a_decided_claim_stays_decided_when_a_button_dates_it(visit: Visit) -> None:
    act = dated(visit)
    visit.act(f"keep {STANCE}")
    visit.act(act)
    assert "date: ../2031-08" in visit.text()
    assert "1 of 2 left to decide" in visit.page(f"/story/{DRAFT}")


def test_an_article_that_a_story_has_is_refused_where_it_is_pasted(visit: Visit) -> None:
    article = (visit.file(MAPS).parent / "article.txt").read_text("utf-8")
    before = sorted(visit.root.rglob("*.txt"))
    form = {"article": article.replace("\n", "\r\n") + "\n", "name": "2031-09-again"}
    seen = visit.seen(f"/story/{DRAFT}")
    for path in ("/new", f"/story/{DRAFT}/join"):
        answer = visit.post(path, form | {"seen": seen})
        assert answer.status_code == 422
        assert f"must be the article of one story, and is {MAPS}/article.txt" in answer.text
        assert f'href="/story/{MAPS}"' in answer.text
    assert sorted(visit.root.rglob("*.txt")) == before


def test_the_last_step_looks_at_other_stories_anew(visit: Visit) -> None:
    path = f"/story/{DRAFT}/finish"
    assert "as well" not in visit.page(path)
    article = visit.file().parent / "article.txt"
    other = visit.file(MAPS).parent
    (other / "more.txt").write_bytes(article.read_bytes())
    assert f"{MAPS}/more.txt as well" in visit.page(path)


def offer(visit: Visit, count: int) -> None:
    """Gives the draft sentences, and candidates of them, that no position quotes."""
    article = visit.file().parent / "article.txt"
    old = article.read_bytes()
    said = [f"Cog said on day {number} that it would wait." for number in range(count)]
    article.write_text(old.decode() + "\n" + " ".join(said) + "\n", "utf-8")
    text = visit.text().replace(sha256(old).hexdigest(), sha256(article.read_bytes()).hexdigest())
    some = [f'  - {{company: cog, quote: "{one}", positions: [pauses]}}\n' for one in said]
    visit.file().write_text(text + "".join(some), "utf-8")


def test_a_candidate_goes_when_a_position_of_its_company_quotes_its_sentence(visit: Visit) -> None:
    offer(visit, 2)
    before = visit.text()
    assert "4 of 4 left" in visit.page(f"/story/{DRAFT}")
    form = {"f.position": "pauses", "f.text": "It waits.", "f.quote": "on day 0 that it"}
    visit.act("make stances", **form, **{"f.company": "dial-works"})
    assert "4 of 5 left" in visit.page(f"/story/{DRAFT}")  # it is another company's
    visit.act("undo")
    visit.act("make stances", **form, **{"f.company": "cog"})
    assert len(visit.keys("candidate")) == 2
    assert "3 of 5 left" in visit.page(f"/story/{DRAFT}")
    visit.act("undo")
    assert visit.text() == before
    assert "4 of 4 left" in visit.page(f"/story/{DRAFT}")
    visit.act("redo")
    visit.act(f"quote {visit.keys('stances')[1]}", words="Cog said on day 1")
    assert len(visit.keys("candidate")) == 1


def test_none_of_the_rest_is_one_act(visit: Visit) -> None:
    offer(visit, 3)
    before = visit.text()
    assert "None of 4 candidates" in visit.page(f"/story/{DRAFT}")
    visit.act("rest")
    assert visit.keys("candidate") == []
    assert "1 of 5 left" in visit.page(f"/story/{DRAFT}")
    visit.act("undo")
    assert visit.text() == before
    assert "5 of 5 left" in visit.page(f"/story/{DRAFT}")
    visit.act("redo")
    assert "1 of 5 left" in visit.page(f"/story/{DRAFT}")
    assert visit.act("rest").status_code == 422


def test_what_a_new_entry_lacks_is_told_at_its_field(visit: Visit) -> None:
    path = "/lists/topics"
    page = visit.page(path)
    assert re.search(r'name="f.name" value=""[^>]* required', page)
    assert not re.search(r'name="f.id" value=""[^>]* required', page)
    assert re.search(
        r'<select id="f-new-kind" name="f.kind".*?<option>ruling</option>', page, re.DOTALL
    )
    assert f'<option value="{authority(visit)}">' in page.partition('id="ids-by"')[2]
    form = {"act": "make", "seen": visit.seen(path), "f.name": "Bell ropes", "f.by": ["a", "", "b"]}
    answer = visit.post(path, form)
    assert answer.status_code == 422
    label = answer.text.partition('for="f-new-question"')[2].partition("<textarea")
    assert "Fill in as well: question, place, complies" in label[0]
    assert "autofocus" in label[2].partition(">")[0]
    assert [f'value="{one}" list="ids-by"' in answer.text for one in "ab"] == [True, True]


def authority(visit: Visit) -> str:
    lists = yaml.safe_load((visit.root / "seeds/vocabulary/authorities.yml").read_text("utf-8"))
    return str(lists[0]["id"])


def test_a_topic_is_made_by_its_hints(visit: Visit) -> None:
    path = "/lists/topics"
    example = re.search(r'<pre class="example">([^<]*)</pre>', visit.page(path))
    assert example
    form = {
        "act": "make",
        "seen": visit.seen(path),
        "f.name": "Bell ropes",
        "f.question": "Will it ring?",
        "f.place": "Ostvale",
        "f.complies": "It rings.",
        "f.kind": "ruling",
        "f.by": [authority(visit), ""],
        "f.asked": html.unescape(example[1]),
    }
    assert visit.post(path, form).status_code == 303
    topics = yaml.safe_load((visit.root / "seeds/vocabulary/topics.yml").read_text("utf-8"))
    made = next(one for one in topics if one["id"] == "bell-ropes")
    assert made["by"] == [authority(visit)]
    assert made["asked"]["how"] == "The order took effect"
    assert set(made["asked"]) == {"date", "how", "story", "quote"}
    about = f"change {topics.index(made)} bell-ropes"
    seen = visit.seen(f"{path}?edit=bell-ropes")
    visit.post(f"{path}?edit=bell-ropes", {"act": about, "seen": seen, "f.by": ["one", "two", ""]})
    text = (visit.root / "seeds/vocabulary/topics.yml").read_text("utf-8")
    assert next(one for one in yaml.safe_load(text) if one["id"] == "bell-ropes")["by"] == [
        "one",
        "two",
    ]


def test_a_company_that_came_into_the_list_is_offered_by_its_id(visit: Visit) -> None:
    assert "Use dial-works" not in visit.page(f"/story/{DRAFT}")
    form = {
        "act": "make",
        "seen": visit.seen("/lists/companies"),
        "f.name": "Dial",
        "f.aliases": "Dial Works",
        "f.kind": "clock maker",
        "f.description": "It makes clocks.",
    }
    assert visit.post("/lists/companies", form).status_code == 303
    before = visit.text()
    page = visit.page(f"/story/{DRAFT}")
    assert page.count('">Use dial<') == 2  # at the position and at the candidate
    visit.act(f"keep {STANCE}")
    visit.act(f"use {visit.keys('candidate')[0]}")
    record = yaml.safe_load(visit.text())
    assert {one["company"] for one in (*record["stances"], *record["candidates"])} == {"dial"}
    assert "1 of 2 left" in visit.page(f"/story/{DRAFT}")
    visit.act("undo")
    assert visit.text() == before
    edit = visit.page(f"/story/{DRAFT}?edit={STANCE}")
    assert 'data-field="f.company" data-value="dial"' in edit
    assert "a new company" not in edit
    visit.act(f"use {STANCE}", **{"f.text": "It thinks.", "f.company": "Dial Works"})
    assert "text: It thinks." in visit.text()
    assert visit.act("use answer").status_code == 422


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("stances[3].company must be known", "Position 3: company must be known"),
        ("sources[2].file must be one", "Article 2: file must be one"),
        ("stances[1].quote[2] must stand", "Position 1: quote 2 must stand"),
        ("answer.quote must stand", "Answer: quote must stand"),
        ("key_points must be three to five", "Key points must be three to five"),
        ("title must be given", "title must be given"),
        ("it is told twice", "it is told twice"),
    ],
)
def test_the_place_of_a_fault_is_told_in_words(message: str, told: str) -> None:
    assert in_words(message) == told


def test_faults_are_told_in_words_on_the_page_and_at_the_end(visit: Visit) -> None:
    visit.file().write_text(visit.text().replace("position: und", "position: Und"), "utf-8")
    assert "Position 1: position must" in visit.page(f"/story/{DRAFT}")
    assert "Position 1: position must" in visit.page(f"/story/{DRAFT}/finish")


def test_topics_stand_by_their_names(visit: Visit) -> None:
    menu = visit.page(f"/story/{DRAFT}?edit=record").partition('name="f.topic"')[2]
    names = re.findall(r"<option [^>]*>([^<]+)", menu.partition("</select>")[0])
    assert len(names) > 1
    assert names == sorted(names, key=str.lower)
