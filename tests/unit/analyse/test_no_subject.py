"""What stands in an article, but is nothing that it is about."""

import pytest

from articles import make_article
from generator.analyse import candidates

ENGLISH = (
    (
        "The harbour of Norhaven is closed for repairs, the port authority said on a cold Monday "
        "morning. The repairs of the harbour cost more than the town of Norhaven has."
    ),
    "Fishing boats lie in Eastmoor until the harbour opens again. (Getty Images/Ann Holm)",
    "REUTERS/Peter Brandt",
    "Advertisement",
    "The port authority expects the first fishing boats back in Norhaven in June. Advertisement",
)
GERMAN = (
    (
        "Der neue Hafen von Norhaven bekommt einen kurzen Steg, einen zweiten kurzen Steg und "
        "einen dritten kurzen Steg aus Holz. Das sagte das Hafenamt der Stadt am Montag."
    ),
    (
        "Die Fischer von Norhaven sagen, der kurze Steg passe zu ihren Booten. Der Hafen is open, "
        "sagte einer von ihnen, und open bleibe er, solange es Fischer gibt: open."
    ),
)


def found(paragraphs, language="en", **known):
    article = make_article(*paragraphs, title="Norhaven harbour", language=language, **known)
    return {candidate.text for candidate in candidates(article)}


@pytest.mark.parametrize(
    "phrase", ["Ann Holm", "Peter Brandt", "Getty Images", "REUTERS", "Advertisement"]
)
def test_who_took_the_pictures_and_what_the_page_says(phrase):
    assert phrase not in found(ENGLISH)
    assert "fishing boats" in found(ENGLISH)


def test_an_office_separates_a_name_from_its_field_and_its_institution():
    text = (
        "There were long talks between the House Speaker Lena Moor and the visiting Secretary of "
        "State Jonas Brandt about repairs of the harbour. The members of the National Executive "
        "Committee listened. Later the House Speaker Lena Moor and Secretary of State Jonas "
        "Brandt left."
    )
    phrases = found((text,))
    assert {"Lena Moor", "Jonas Brandt", "National Executive Committee"} <= phrases
    assert not {"State Jonas Brandt", "House Speaker Lena Moor", "State"} & phrases


def test_an_institution_s_name_with_and_inside_is_whole():
    text = (
        "Three pills were recalled after the Food and Drug Administration warned the port. Later "
        "the Food and Drug Administration closed two shops."
    )
    phrases = found((text,))
    assert "Food and Drug Administration" in phrases
    assert not {"Drug Administration", "Food"} & phrases


def test_two_names_that_also_occur_apart_are_not_one():
    text = (
        "Lawyers of Parliament and Harbour Department staff met in Norhaven. Parliament and "
        "Harbour Department staff left together. The Harbour Department has nine boats."
    )
    phrases = found((text,))
    assert {"Parliament", "Harbour Department staff"} <= phrases
    assert not any("Parliament and" in phrase for phrase in phrases)


def test_the_abbreviation_of_a_state_and_a_repeated_word_are_no_keywords():
    text = (
        "A ferry from Eastmoor, Wis., sank near Norhaven, Wis., on a calm night. The crew shouted "
        "Go Go Go Go over the radio, and again Go Go Go Go."
    )
    phrases = found((text,))
    assert "Eastmoor" in phrases
    assert not {"Wis", "Wis.", "Go Go Go Go"} & phrases


def test_no_day_is_in_a_phrase():
    assert not any("Monday" in phrase for phrase in found(ENGLISH))


def test_the_author_and_the_outlet_unless_the_headline_names_them():
    text = (*ENGLISH, "Lena Moor reports for the Eastmoor Gazette. Lena Moor lives in Norhaven.")
    assert {"Lena Moor", "Eastmoor Gazette"} <= found(text)
    signed = found(text, authors=("Lena Moor",), outlet="Eastmoor Gazette")
    assert not {"Lena Moor", "Eastmoor Gazette"} & signed
    assert "Norhaven" in found(ENGLISH, outlet="Norhaven Post")


def test_german_phrases_end_with_a_noun_and_are_not_inflected():
    phrases = found(GERMAN, "de")
    assert "Hafenamt" in phrases
    assert not {"open", "kurzen Steg"} & phrases


def test_a_verb_before_its_object_is_no_phrase():
    text = (
        "The town recycles paper, and a new law requiring parental consent troubles Norhaven.",
        "Norhaven likes the sports club and its arms control group.",
    )
    phrases = found((*ENGLISH, *text))
    assert not {"recycles paper", "requiring parental consent"} & phrases
    assert "sports club" in phrases


def test_names_are_divided_at_offices_and_at_verbs_of_the_page():
    text = (
        "Senate Majority Leader Mia Holm spoke in Norhaven before the Senate Foreign Relations "
        "Committee. JUST WATCHED Holm warns Norhaven. Senate Majority Leader Mia Holm thanked the "
        "Senate Foreign Relations Committee, which meets in Norhaven."
    )
    phrases = found((text,))
    assert {"Mia Holm", "Senate Foreign Relations Committee"} <= phrases
    assert not {"Senate Majority Leader Mia Holm", "WATCHED Holm", "Relations Committee"} & phrases


def test_an_adjective_of_a_country_alone():
    text = [
        "O porto de Norhaven fechou ontem, disse um português que ali vive há muitos anos.",
        "O porto abre em junho, e o português espera por um barco.",
    ]
    assert "português" not in found(text, "pt")
    assert "porto" in found([*text, "O porto é velho."], "pt")
