"""Which keywords `check` thinks may be one, and what the editor is told to write."""

import pytest
import yaml

from generator.config import Keywords
from generator.relate.alias_suggestions import alias_suggestions


def messages(*keywords, **aliases):
    """Return what is asked where two articles have each of some keywords, a third the first."""
    articles = [keywords, keywords, keywords[:1]]
    return [found.message for found in alias_suggestions(articles, Keywords(aliases=aliases))]


@pytest.mark.parametrize(
    ("shown", "variant"),
    [
        ("Joana Biden", "Jo Biden"),
        ("Ramzan Kadirow", "Ramzan Kadyrow"),
        ("Marta Lindqvist", "Lindqvist"),
        ("Northern Harbour Trust", "NHT"),
    ],
)
def test_names_that_may_be_one_are_suggested_and_can_be_pasted(shown, variant):
    (message,) = messages(shown, variant)
    pasted = yaml.safe_load(message.partition("`keywords.aliases`: ")[2].partition("; if")[0])
    assert pasted == {variant: shown}
    assert messages(shown, variant, **pasted) == []
    assert messages(shown, variant, **{variant: variant}) == []


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        ("Hanna Berg", "Oskar Berg"),
        ("Harbour Bridge", "Harbour Festival"),
        ("harbour", "old harbour"),
        ("Harbour", "Old Town of Harbour City"),
    ],
)
def test_other_subjects_are_not(shown, other):
    assert messages(shown, other) == []


def test_what_one_article_has_is_not():
    found = alias_suggestions([["Marta Lindqvist"], ["Lindqvist"]], Keywords())
    assert list(found) == []
