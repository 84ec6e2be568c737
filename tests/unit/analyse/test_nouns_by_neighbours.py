"""Adjectives and infinitives alone are no keywords in Romance languages; nouns are."""

from pathlib import Path

import pytest
import yaml

from articles import make_article
from generator.analyse import candidates

TEXTS = yaml.safe_load(Path(__file__).with_name("nouns_by_neighbours.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_an_adjective_beside_nouns_and_an_infinitive_are_no_keywords(language):
    row = TEXTS[language]
    found = candidates(make_article(row["text"], title=row["title"], language=language))
    texts = {candidate.text for candidate in found}
    assert set(row["wanted"]) - texts == set()
    assert set(row["unwanted"]) & texts == set()
