"""Who wrote or published an article is no keyword of it, but a place in the name may be."""

import pytest

from articles import make_article
from generator.analyse.keywords.authors import is_author_or_outlet

TEXT = (
    "The ferry left Norhaven at noon, the port authority told The Norhaven Post. "
    "In Norhaven, the council had voted for it, as Al Vista and VBC News reported."
)


def article(outlet, text=TEXT, **known):
    return make_article(text, title="A new ferry", outlet=outlet, **known)


@pytest.mark.parametrize(
    ("outlet", "phrase"),
    [("The Japan Times", "Japan"), ("Times of India", "India"), ("The Norhaven Post", "Norhaven")],
)
def test_the_place_an_outlet_is_named_after_is_kept(outlet, phrase):
    assert not is_author_or_outlet(article(outlet), phrase)


@pytest.mark.parametrize(
    ("outlet", "phrase"),
    [
        ("The Japan Times", "Japan Times"),
        ("Times of India", "Times"),
        ("The Norhaven Post", "Norhaven Post"),
        ("The Norhaven Post", "Post"),
        ("Al Vista English", "Al Vista"),
        ("VBC News", "VBC"),
        ("Reuters", "Reuters"),
    ],
)
def test_an_outlet_and_its_short_names_are_not(outlet, phrase):
    assert is_author_or_outlet(article(outlet), phrase)


def test_a_place_only_within_the_outlet_s_name_is_not_kept():
    text = "A letter in The Norhaven Post asked for a ferry, and the Norhaven Post agreed."
    assert is_author_or_outlet(article("The Norhaven Post", text), "Norhaven")


def test_an_author_is_no_keyword():
    assert is_author_or_outlet(article(None, authors=("Ann Holm",)), "Holm")
