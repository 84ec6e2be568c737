"""Key points say what the headline says, alone or together."""

import pytest

from bridge_points import LEAD, points

MORE = (
    "Rain fell in Vessen on roofs, gardens, dogs and hats, and wind came up from the sea.",
    "Two masons drank beer and ate bread at the inn, and later went home by boat.",
    "Rowers sang songs on the water while the sun set over the hills of the island.",
)


def test_two_points_say_what_neither_says_alone():
    title = "Norhaven council sells old ferry to Captain Erik Lund"
    lead = "The council of Norhaven sells a ferry that carried the people of the town for decades."
    buyer = "Captain Erik Lund of Vessen pays nine crowns for a ferry which he wants to paint red."
    assert [point.text for point in points((lead, buyer, *MORE), title)] == [lead, buyer]
    assert points((lead, *MORE, *MORE, *MORE, buyer), title) == ()


def test_a_word_of_the_headline_that_the_text_never_says_is_not_missed():
    title = "Norhaven council axes ferry to Vessen"
    lead = "The council of Norhaven ends a line of boats to Vessen that lost money every year."
    assert [point.text for point in points((lead, *MORE), title)] == [lead]
    later = "A clerk said that no ferry was left and that the last ferry had gone to a museum."
    assert points((lead, *MORE, later), title) == ()


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Council of Norhaven won't open bridge",
            "The council of Norhaven met on the bridge to see when it could open.",
        ),
        (
            "Norhaven council: bridge is 'going nowhere'",
            "The council of Norhaven met on Sunday to look at the plans of a new bridge.",
        ),
        ("Norhaven 3, Vessen 0", "Norhaven and Vessen met on Sunday on a field of mud and rain."),
    ],
)
def test_a_negation_a_quotation_and_a_verb_are_part_of_the_news(title, lead):
    said = "The mason said that it was going nowhere in a year of rain and wind."
    assert points((lead, *MORE, said), title) == ()


def test_an_acronym_is_said_by_the_name_that_it_stands_for():
    title = "FNC pays for repairs of ferry"
    lead = "The Ferry Navigation Company pays nine crowns for repairs of a ferry with a red hull."
    later = "A clerk of the FNC said so, and the FNC itself put up a sign at the harbour gate."
    assert [point.text for point in points((lead, *MORE, later), title)] == [lead]


def test_no_further_point_has_a_speaker_whom_another_sentence_names():
    further = "The Lindqvist Bridge gets nine lamps, bells and gates of steel in Norhaven, {} said."
    told = [point.text for point in points((LEAD, further.format("Greta Holm"), *MORE))]
    assert further.format("Greta Holm") in told
    told = [point.text for point in points((LEAD, further.format("he"), *MORE))]
    assert further.format("he") not in told


@pytest.mark.parametrize(
    ("language", "title", "lead", "turn"),
    [
        (
            "en",
            "Norhaven buys a red ferry, but it leaks",
            "The council of Norhaven buys a red ferry from the island of Vessen for the summer.",
            "The council of Norhaven buys a red ferry from Vessen although it leaks in the rain.",
        ),
        (
            "de",
            "Norhaven kauft rote Fähre, aber sie leckt",
            "Der Rat von Norhaven kauft eine rote Fähre von der Insel Vessen für neun Kronen.",
            "Der Rat von Norhaven kauft eine rote Fähre von der Insel Vessen, die leckt.",
        ),
    ],
)
def test_what_follows_a_but_in_the_headline_is_told(language, title, lead, turn):
    assert points((lead, *MORE), title, language) == ()
    assert [point.text for point in points((turn, *MORE), title, language)] == [turn]


def test_names_alone_do_not_tell_what_happened():
    title = "Norhaven Mayor Greta Holm quit, wept over Vessen"
    lead = "Mayor Greta Holm of Norhaven shouted at Captain Erik Lund of Vessen on Sunday at noon."
    assert lead not in [point.text for point in points((lead, *MORE), title)]


def test_a_first_sentence_with_most_of_the_headlines_words_tells_it():
    title = "Economy of Norhaven added 900 boats in May, prices fall to lowest level"
    lead = "Prices fell to the lowest level in May even as builders of Norhaven added 900 boats."
    later = "The economy is small. The economy needs rain. The economy rests. The economy is old."
    assert [point.text for point in points((lead, *MORE, later), title)] == [lead]
    assert points((MORE[0], lead, *MORE[1:], later), title) == ()


def test_no_further_point_has_an_acronym_that_another_sentence_explains():
    before = "He read from the Vessen Rules for Bridges (VRB) and was thanked."
    further = (
        "The Lindqvist Bridge gets {} lamps, bells and gates of steel in Norhaven, Greta Holm said."
    )
    told = [point.text for point in points((LEAD, before, further.format("new"), *MORE))]
    assert further.format("new") in told
    told = [point.text for point in points((LEAD, before, further.format("VRB"), *MORE))]
    assert further.format("VRB") not in told


def test_a_sentence_that_only_names_the_speaker_of_a_quotation_is_none():
    said = "Greta Holm told the happy crowd on the Lindqvist Bridge."
    found = [point.text for point in points((LEAD, f"“We did it!” {said}", *MORE))]
    assert said not in found


def test_a_third_point_has_two_words_of_the_headline():
    second = "The National Road Agency paid for nine steel cables on the Lindqvist Bridge in May."
    third = "Four in ten houses of {} have roofs of straw and doors of oak with brass bells."
    last = "Rowers sang songs on the water while the sun set over the hills of the island of Lund."
    texts = [
        (LEAD, second, third.format(place), *MORE, *[last] * 8) for place in ("Norhaven", "Vessen")
    ]
    for paragraphs in texts:
        assert paragraphs[2] not in [point.text for point in points(paragraphs)]
