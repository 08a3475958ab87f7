"""Whom the desk answers: forged names, other sites, stolen forms, and names that lead elsewhere."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from tests.desk.visit import DRAFT, MAPS, Visit
from tools.desk.safety import HEADERS, MOST


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def everything(root: Path) -> dict[str, bytes]:
    """Every file below the root, its folder of the desk aside."""
    files = [path for path in root.rglob("*") if path.is_file()]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if path.relative_to(root).parts[0] not in (".desk", ".cache")
    }


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8010", "127.0.0.1:9", ""])
def test_a_forged_host_is_refused(visit: Visit, host: str) -> None:
    assert visit.get("/", Host=host).status_code == 403
    assert visit.post("/new", Host=host).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_another_site_changes_nothing(visit: Visit, headers: dict[str, str]) -> None:
    before = everything(visit.root)
    data = {"act": "drop stance-dial-works", "seen": visit.seen(f"/story/{DRAFT}")}
    assert visit.post(f"/story/{DRAFT}", data, **headers).status_code == 403
    assert everything(visit.root) == before


@pytest.mark.parametrize("token", ["", "wrong", "ü", "a" * 100_000])
def test_a_form_without_the_token_of_this_run_changes_nothing(visit: Visit, token: str) -> None:
    before = everything(visit.root)
    for path in (f"/story/{DRAFT}", f"/story/{DRAFT}/finish", "/new", "/lists/companies"):
        assert visit.post(path, {"token": token, "act": "undo"}).status_code == 403, path
    assert everything(visit.root) == before


def test_a_page_of_another_site_cannot_read_a_page_of_the_desk(visit: Visit) -> None:
    asked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert visit.get("/", **asked).status_code == 403
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert visit.get("/", **followed).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../../etc",
        "..%2f..%2fetc",
        "%2e%2e%2f%2e%2e",
        "..%5c..%5cetc",
        "a%00b",
        ".hidden",
        "2031-08-draft%2f..%2f2031-08-draft",
        "no-such-story",
    ],
)
def test_a_name_that_leads_elsewhere_is_no_story(visit: Visit, name: str) -> None:
    before = everything(visit.root)
    for path in ("", "/text", "/finish", "/join"):
        assert visit.get(f"/story/{name}{path}").status_code in (404, 405), path
    assert visit.post(f"/story/{name}", {"act": "text", "text": "x"}).status_code in (404, 405)
    assert visit.get(f"/lists/{name}").status_code in (404, 405)
    assert everything(visit.root) == before


def test_a_link_out_of_seeds_is_never_followed(visit: Visit, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "explainer.yml").write_text("title: secret\nstatus: draft\nsources: []\n")
    (visit.root / "seeds/stories/2031-10-link").symlink_to(outside)
    assert visit.get("/story/2031-10-link").status_code == 404
    record = visit.file()
    record.rename(outside / "other.yml")
    record.symlink_to(outside / "other.yml")
    before = (outside / "other.yml").read_bytes()
    answer = visit.post(f"/story/{DRAFT}", {"act": "text", "text": "x", "seen": ""})
    assert answer.status_code >= 400
    assert (outside / "other.yml").read_bytes() == before


@pytest.mark.parametrize(
    "name", ["../evil", "a/b", "/etc/cron", "a\\b", "a\0b", "con", "A b", ".x"]
)
def test_a_new_story_has_no_name_that_is_a_path(visit: Visit, name: str) -> None:
    before = everything(visit.root)
    answer = visit.post("/new", {"name": name, "article": "A headline\n\nSome words were said."})
    assert answer.status_code == 422
    assert everything(visit.root) == before


def test_the_name_of_an_uploaded_file_leads_nowhere(visit: Visit) -> None:
    before = everything(visit.root)
    file = (io.BytesIO(b"Cog says no\n\nCog said no."), "../../../../tmp/evil.txt")
    data = {"file": file, "name": "../evil", "seen": visit.seen(f"/story/{DRAFT}")}
    assert visit.post(f"/story/{DRAFT}/join", data).status_code == 422
    assert everything(visit.root) == before
    file = (io.BytesIO(b"Cog says no\n\nCog said no."), "../../../../tmp/evil.txt")
    data |= {"file": file, "name": ""}
    assert visit.post(f"/story/{DRAFT}/join", data).status_code == 303
    added = everything(visit.root).keys() - before.keys()
    assert added == {f"seeds/stories/{DRAFT}/cog-says-no.txt"}


def test_a_body_that_is_too_large_is_not_read(visit: Visit) -> None:
    answer = visit.client.post(
        f"/story/{DRAFT}",
        data=b"text=" + b"a" * MOST,
        headers=visit.headers | {"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413


def test_nothing_that_is_asked_for_changes_anything(visit: Visit) -> None:
    before = everything(visit.root)
    rules = [rule for rule in visit.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    for rule in rules:
        values = {"name": DRAFT, "address": "", "filename": "desk.css"}
        with visit.app.test_request_context():
            names = {one: values[one] for one in rule.arguments}
            path = visit.app.url_map.bind(f"{visit.headers['Host']}").build(rule.endpoint, names)
        if not path.startswith("/preview"):  # which needs the theme, and a test of its own
            visit.get(f"{path}?act=drop+answer&token={visit.token}&seen=x")
    assert everything(visit.root) == before


def test_what_people_wrote_is_shown_and_never_run(visit: Visit) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    answer = visit.act("change record", **{"f.title": evil})
    assert answer.status_code == 303
    for path in ("/", f"/story/{DRAFT}", f"/story/{DRAFT}?edit=record", f"/story/{DRAFT}/text"):
        page = visit.page(path)
        assert "alert(1)" in page, path
        assert "<script>alert" not in page, path
        assert "<img" not in page, path
    assert "<script>alert" not in visit.page("/story/2031-07-hostile")


def test_every_answer_says_what_a_browser_may_do_with_it(visit: Visit) -> None:
    paths = ["/", f"/story/{DRAFT}", "/help", "/static/desk.js", "/no", f"/story/{MAPS}/finish"]
    for path in paths:
        answer = visit.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
        page = answer.text if "html" in answer.headers["Content-Type"] else ""
        assert not re.search(r"<[^>]* (style|on\w+)=", page), path
