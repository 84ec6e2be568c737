"""Which sentences name what they are about, for one who knows only some words."""

import pytest

from generator.analyse.key_points.anchoring import is_anchored, names_of
from generator.analyse.text.tokens import tokenize

TEXT = [
    "Norhaven opens its bridge",
    "The mayor of Norhaven, Greta Holm, opened the bridge with Erik Lund on Sunday.",
    "The decision of the council was late, and Greta Holm said so.",
]
KNOWN = frozenset({"norhaven", "open", "bridg"})


def knows(sentence, told=KNOWN, language="en", text=TEXT):
    tokens = tokenize([sentence], language).sentences[0]
    return is_anchored(tokens, told, names_of(tokenize(text, language)), language)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge took two years and nine million crowns.",
        "The decision to build it fell in spring.",
        "The 40 workers came from three towns.",
        "The council of three towns paid for it.",
        "The head of it, Greta Holm, paid for it.",
        "Greta Holm paid for it.",
        "Cables of steel hold it.",
    ],
)
def test_it_is_named(sentence):
    assert knows(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision came late.",
        "Holm denied it.",
        "Mr. Lund denied it.",
        "Mr. Brandt denied it.",
        "Norhaven waited during that five-year period.",
        "The article was checked by others.",
    ],
)
def test_another_sentence_names_it(sentence):
    assert not knows(sentence)


def test_a_key_point_before_it_has_named_it():
    assert knows("The decision came late.", KNOWN | {"decis"})
    assert knows("Holm denied it.", KNOWN | {"holm"})


def test_languages_without_a_list_of_articles_leave_it_open():
    assert knows("Решение приняли поздно.", language="ru", text=["Мост", "Мост открыт."])


def test_german_and_french():
    assert not knows("Die Entscheidung kam spät.", language="de", text=["Dach", "Ein Dach."])
    assert knows(
        "Die Stadt Neustadt zahlt.", language="de", text=["Dach", "In Neustadt regnet es."]
    )
    assert not knows("La décision tombe tard.", language="fr", text=["Pont", "Un pont ouvre."])
    assert knows("La mairie de la ville paie.", language="fr", text=["Pont", "Un pont ouvre."])


def test_a_noun_for_what_was_said_is_named_where_it_was():
    assert not knows("Unions in Norhaven condemned the decision.")
    assert not knows("Norhaven, said the mayor, regrets the incident and waits.")
    assert knows("Unions in Norhaven condemned the decision of the council.")
    assert knows("A decision came and Norhaven liked the decision.")
    assert knows("Unions in Norhaven condemned the decision.", KNOWN | {"decis"})
    assert not knows("Die Stadt Norhaven bedauert den Vorfall.", KNOWN, "de")


def test_a_definite_noun_that_the_text_introduced_elsewhere_refers_to_it():
    text = ["Norhaven rebuilds", "Two masons of Norhaven found a ledger.", "The harbour is shut."]
    assert not knows(
        "Norhaven will sell the ledger.", text=[*text, "Norhaven will sell the ledger."]
    )
    assert knows("Norhaven will open the harbour.", text=[*text, "Norhaven will open the harbour."])
    assert not knows("Norhaven regrets those remarks.")
