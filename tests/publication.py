"""Who publishes the invented project."""

from __future__ import annotations

import yaml

from tests.project import golden
from tools.model.publication import Publication
from tools.model.story import PUBLICATION, Publisher

PUBLISHER = Publisher(
    PUBLICATION,
    publication=Publication.model_validate(
        yaml.load(str(golden("project.yml")["publication.yml"]), Loader=yaml.CSafeLoader)
    ),
)
