"""Small words, offices and first words of headlines beside names."""

import pytest

from generator.analyse.keywords.names import name_spans
from generator.analyse.text.tokens import tokenize


def names(language, *sentences, title="-"):
    """Return the names in the sentences of a text."""
    text = tokenize([title, *sentences], language)
    return {
        " ".join(token.text for token in text.sentences[number][start:end])
        for at in range(1, len(text.sentences))
        for number, start, end in name_spans(text, at)
    }


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("es", "Los vecinos fueron ayer a La Moneda con una carta.", "La Moneda"),
        ("es", "Hoy empieza el juicio contra “El Corvo” en la ciudad.", "El Corvo"),
        ("en", "On Monday the vote of Republican Greta Holm surprised them.", "Greta Holm"),
        ("en", "They asked Amb. Bill Holm about it.", "Bill Holm"),
        ("en", "Experts say that 5G is fast and the H5N1 virus is not.", "5G"),
        ("en", "The smart money says that President Bashar al-Holm will win.", "Bashar al-Holm"),
        ("en", "She works for Concerned Veterans for Norhaven.", "Concerned Veterans for Norhaven"),
        ("en", "They met General George W. Holm in town.", "George W. Holm"),
        ("fr", "Le discours de B. Holm a plu aux habitants.", "Holm"),
        ("de", "Gestern hat Interimstrainer Schubert gesprochen.", "Schubert"),
    ],
)
def test_a_name_is_whole(language, sentence, name):
    assert name in names(language, sentence)


def test_a_name_at_the_beginning_of_a_sentence_is_as_whole_as_elsewhere():
    sentences = "New Norhaven state began with tests.", "They live in New Norhaven.", "It is new."
    assert "New Norhaven" in names("en", sentences[0], *sentences)
    assert "Norhaven" not in names("en", *sentences)


def test_a_german_pronoun_that_addresses_someone_is_no_name():
    found = names("de", "Der Mann, der heute früh kam, ist in Ihrem Leben sehr wichtig.")
    assert not any("Ihrem" in name for name in found)


def test_a_verb_of_a_headline_is_no_name():
    repeated = "Should Holm Stick To Its Guns On Norhaven"
    assert "Holm Stick" not in names("en", repeated, repeated, "It was said by Holm in Norhaven.")
