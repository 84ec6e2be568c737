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
        ("en", "The smart money says that President Bashar al-Holm will win.", "Bashar al-Holm"),
        ("en", "She works for Concerned Veterans for Norhaven.", "Concerned Veterans for Norhaven"),
        ("en", "They met General George W. Holm in town.", "George W. Holm"),
        ("fr", "Le discours de B. Holm a plu aux habitants.", "Holm"),
        ("de", "Gestern hat Interimstrainer Schubert gesprochen.", "Schubert"),
    ],
)
def test_a_name_is_whole(language, sentence, name):
    assert name in names(language, sentence)


def test_a_german_pronoun_that_addresses_someone_is_no_name():
    found = names("de", "Der Mann, der heute früh kam, ist in Ihrem Leben sehr wichtig.")
    assert not any("Ihrem" in name for name in found)


def test_a_verb_of_a_headline_is_no_name():
    repeated = "Should Holm Stick To Its Guns On Norhaven"
    assert "Holm Stick" not in names("en", repeated, repeated, "It was said by Holm in Norhaven.")
