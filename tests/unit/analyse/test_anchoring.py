"""Which sentences name what they are about, for one who knows only some words."""

import pytest

from generator.analyse.key_points.anchoring import Reader, is_anchored, names_of, refers_back
from generator.analyse.text.tokens import tokenize

TEXT = [
    "Norhaven opens its bridge",
    "The mayor of Norhaven, Greta Holm, opened the bridge with Erik Lund on Sunday.",
    "The decision of the council was late, and Greta Holm said so.",
]
KNOWN = frozenset({"norhaven", "open", "bridg"})


def knows(sentence, told=KNOWN, language="en", text=TEXT, *, wary=False):
    """Return whether one who knows some words understands a sentence that follows the text."""
    whole = tokenize([*text, sentence], language)
    reader = Reader(len(text), told, names_of(whole), language, wary)
    return is_anchored(whole.sentences[-1], reader)


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
        "Die Stadt Neustadt zahlt.", language="de", text=["Dach", "Es regnet auf die Stadt."]
    )
    assert not knows("La décision tombe tard.", language="fr", text=["Pont", "Un pont ouvre."])
    assert knows("La mairie de la ville paie.", language="fr", text=["Pont", "Un pont ouvre."])


def test_a_noun_for_what_was_said_is_named_where_it_was():
    assert not knows("Unions in Norhaven condemned the decision.")
    assert not knows("Norhaven, said the mayor, regrets the incident and waits.")
    assert knows("Unions in Norhaven condemned the decision of three towns.")
    assert knows("A decision came and Norhaven liked the decision.")
    assert knows("Unions in Norhaven condemned the decision.", KNOWN | {"decis"})
    assert not knows("Die Stadt Norhaven bedauert den Vorfall.", KNOWN, "de")


def test_a_definite_noun_that_the_text_introduced_elsewhere_refers_to_it():
    text = ["Norhaven rebuilds", "Two masons of Norhaven found a ledger.", "Rain fell."]
    assert not knows("Norhaven will sell the ledger.", text=text)
    assert not knows("Norhaven asked the two to wait.", text=text)
    assert knows("Norhaven will open the harbour.", text=text)
    assert not knows("Norhaven regrets those remarks.")


def test_the_wary_take_no_definite_noun_for_known_but_those_that_all_know():
    text = ["Norhaven rebuilds", "Two masons of Norhaven found a ledger.", "Rain fell."]
    assert not knows("Norhaven will open the harbour.", text=text, wary=True)
    assert not knows("Norhaven showed the ledger of three towns.", text=text, wary=True)
    assert knows("Norhaven will open the harbour of Vessen.", text=text, wary=True)
    assert knows("Norhaven asked the government for money.", text=text, wary=True)


def test_a_person_without_a_description_is_known_only_where_named_before():
    text = ["Norhaven rebuilds", "The mason Erik Lund found a ledger.", "Lund sold it."]
    assert not knows("In Norhaven, Erik Lund found a second one.", text=text)
    assert not knows("In Norhaven nobody believed Lund.", text=text)
    assert knows("In Norhaven, Erik Lund, a mason, found a second one.", text=text)
    assert knows("In Norhaven nobody believed Lund.", KNOWN | {"lund"}, text=text)


def test_a_first_sentence_begins_with_nothing_that_is_known_from_elsewhere():
    def back(sentence):
        return refers_back(tokenize([sentence], "en").sentences[0], KNOWN, "en")

    assert back("The ship has carried oil for years.")
    assert back("The committee submitted a brief.")
    assert not back("The bridge took two years.")
    assert not back("The ship of three masons has carried oil for years.")
    assert not back("The government paid for it.")


def test_a_verb_that_looks_like_a_noun_and_a_day_do_not_tell_which_thing_is_meant():
    assert not knows("The move exempts firms that might object in Norhaven.")
    assert not knows("Norhaven pulled the adverts Friday.", wary=True)


def test_a_surname_that_opens_a_sentence_is_one_even_if_it_is_a_common_word():
    text = ["Norhaven rebuilds", "The mason Greta Mills found a ledger.", "Mills sold it."]
    assert not knows("Mills’ ledger of three towns went to Norhaven.", text=text)
