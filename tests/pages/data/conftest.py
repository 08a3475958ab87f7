"""The invented site's pages and data, built once with an address and once without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.project import write_site_seeds
from tools.check import check
from tools.files.read import seeds
from tools.model.story import Seeds
from tools.pages import Settings, build

URL = "https://stand.example/site/"
WITH_ADDRESS = Settings(url=URL, repository="https://code.example/stand", bundle="stand.zip")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    """The seeds of the invented site, free of Problems."""
    root = tmp_path_factory.mktemp("data") / "project"
    write_site_seeds(root)
    found, unread = seeds(root)
    assert [problem for problem in check(found, unread) if not problem.notice] == []
    return found


@pytest.fixture(scope="session")
def built(invented: Seeds) -> dict[str, str]:
    """Every generated file of a site that knows its address."""
    return build(invented, WITH_ADDRESS)


@pytest.fixture(scope="session")
def bare(invented: Seeds) -> dict[str, str]:
    """Every generated file of a site that does not."""
    return build(invented, Settings())


@pytest.fixture(scope="session")
def reordered(invented: Seeds) -> dict[str, str]:
    """The same site, its stories and companies read in another order."""
    vocabulary = invented.vocabulary
    companies = dict(reversed(vocabulary.companies.items()))
    return build(
        replace(
            invented,
            stories=invented.stories[::-1],
            vocabulary=replace(vocabulary, companies=companies),
        ),
        WITH_ADDRESS,
    )
