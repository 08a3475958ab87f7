"""What `_headers` of a built site asks of a host."""

from __future__ import annotations

from pathlib import Path

from tools.files.headers import headers

POLICY = "default-src 'none'; script-src 'self'"
PAGE = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.replace(chr(39), "&#39;")}">'


def site(folder: Path, page: str = PAGE) -> Path:
    for name in ("index.html", "404.html", "topics/maps/index.html", "a b/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page, "utf-8")
    (folder / "pagefind").mkdir()
    (folder / "pagefind/pagefind-worker.js").write_text("", "utf-8")
    return folder


def rules(text: str) -> dict[str, list[str]]:
    """The headers of each rule by its path."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            here = found[line] = []
        else:
            assert line.startswith("  ")
            here.append(line[2:])
    return found


def test_pages_have_the_policy_of_the_pages_and_the_worker_of_the_search_has_none(
    tmp_path: Path,
) -> None:
    found = rules(headers(site(tmp_path)))
    told = f"Content-Security-Policy: {POLICY}"
    assert [path for path, lines in found.items() if told in lines] == [
        "/",
        "/a%20b/*",
        "/topics/*",
    ]


def test_no_address_is_told_the_same_header_twice(tmp_path: Path) -> None:
    found = rules(headers(site(tmp_path)))
    everywhere = {line.partition(":")[0] for line in found.pop("/*")}
    folders = [path.removesuffix("*") for path in found if path != "/"]
    assert not [a for a in folders for b in folders if a != b and a.startswith(b)]
    for lines in found.values():
        names = [line.partition(":")[0] for line in lines]
        assert not everywhere & set(names)
        assert len(names) == len(set(names))


def test_a_page_without_a_policy_is_told_none(tmp_path: Path) -> None:
    assert "Content-Security-Policy" not in headers(site(tmp_path, "<p>"))
