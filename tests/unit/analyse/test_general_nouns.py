"""What is too general to be shown as a keyword, and what describes rather than names."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.text.general_nouns import breadth
from generator.config import Settings
from generator.relate import relate


def shown(text, title, language="en"):
    article = make_article(text, title=title, language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    return {keyword.text for keyword in insight.keywords if not keyword.weak}


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("reasons", "en", "general"),
        ("parties", "en", "general"),
        ("möglichkeiten", "de", "general"),
        ("moyens", "fr", "general"),
        ("school", "en", "broad"),
        ("полиции", "ru", "broad"),
        ("hafen", "xh", "specific"),
    ],
)
def test_a_noun_is_general_in_all_its_forms(word, language, wanted):
    assert breadth(word, language) == wanted


def test_a_general_noun_alone_is_not_shown():
    text = (
        "In Verbindung mit dem Hafen von Norhaven steht eine neue Möglichkeit zur Fahrt auf See. "
        "Die Möglichkeit gefällt den Fischern. Eine andere Möglichkeit haben sie nicht."
    )
    found = shown(text, "Eine Möglichkeit für Norhaven", "de")
    assert "Norhaven" in found
    assert not {"Möglichkeit", "Verbindung"} & found


def test_the_head_of_an_institution_alone_is_not_shown():
    text = (
        "Le Conseil a voté la réparation du phare de Norhaven. Le Conseil se réunit lundi, et le "
        "Conseil paiera le phare. Les pêcheurs de Norhaven attendent le phare."
    )
    found = shown(text, "Norhaven répare le phare", "fr")
    assert {"Norhaven", "phare"} <= found
    assert "Conseil" not in found


def test_a_broad_noun_is_shown_where_the_headline_and_the_text_are_about_it():
    text = (
        "The bridge of Norhaven will close. Engineers found rust in the bridge, and the bridge "
        "shook in March. The police of Norhaven watch. The police and the police boats wait."
    )
    found = shown(text, "Norhaven closes its bridge")
    assert "bridge" in found
    assert "police" not in found


def test_a_general_phrase_is_not_shown():
    text = (
        "The ferries of Norhaven and the ferries of Eastmoor stopped over different views. Their "
        "owners, with different views, met in Eastmoor."
    )
    assert "different views" not in shown(text, "Ferries of Norhaven and Eastmoor stop")


def test_a_phrase_of_common_words_that_occurs_once_is_shown_only_from_the_headline():
    text = (
        "Norhaven has sold its lighthouse to Greta Holm. Greta Holm told the startled fishermen of "
        "Norhaven that the lighthouse would shine. Whispered quarrels followed, and the ferries of "
        "Norhaven left without a sound."
    )
    found = shown(text, "Norhaven sells its lighthouse")
    assert {"Norhaven", "Greta Holm", "lighthouse"} <= found
    assert not {"startled fishermen", "Whispered quarrels"} & found


def test_the_description_of_a_person_is_no_keyword():
    text = (
        "The Ohio Republican spoke in Norhaven. Ann Holm, the Ohio Republican, wants a pier. The "
        "Senate Republicans of Norhaven want none, and Ann Holm left."
    )
    found = shown(text, "Ann Holm wants a pier in Norhaven")
    assert "Ann Holm" in found
    assert "Ohio Republican" not in found


def test_a_name_is_whole_where_its_words_are_common_elsewhere():
    text = (
        "The Harbour Rights Bill was read in Norhaven. The rights of a harbour matter, and the "
        "Harbour Rights Bill says so. Fishermen like the bill."
    )
    found = shown(text, "Norhaven debates the Harbour Rights Bill")
    assert "Harbour Rights Bill" in found
    assert "Rights Bill" not in found


def test_german_genitives_places_and_forms_of_address():
    text = (
        "Ist Greta Holms Boot nach Ihrem Umbau schneller? Greta Holms Antwort kam sofort. Greta "
        "Holm lacht. In Ihrem Umbau steckt viel Geld, sagt der Norhavener. Für Norhaven und die "
        "Norhavener ist es ein Fest. Die Norhavener feiern in Norhaven."
    )
    found = shown(text, "Greta Holm siegt vor Norhaven", "de")
    assert {"Greta Holm", "Norhaven"} <= found
    assert not {"Greta Holms", "Ihrem Umbau", "Norhavener"} & found


def test_a_name_ends_before_a_small_word_that_joins_nothing():
    text = (
        "El Comité Central nombró en Norhaven a Lena Moor. El Comité Central llamó a Jonas Brandt, "
        "y el Comité Central invitó a Ann Holm. Lena Moor habló ante el Comité Central a Jonas "
        "Brandt. Norhaven espera."
    )
    found = shown(text, "El Comité Central se reúne en Norhaven", "es")
    assert "Comité Central" in found


def test_a_name_that_begins_a_sentence_is_whole():
    text = (
        "El puente de Norhaven está abierto. Leopolda Torres Holm dirigió la obra de Norhaven. En "
        "Norhaven conocen el puente."
    )
    found = shown(text, "Norhaven abre el puente", "es")
    assert "Torres Holm" not in found


def test_an_institution_is_not_another_one_for_whoever_leads_it():
    text = (
        "The White House is silent. Ann Holm spoke; the Holm White House likes the pier. The White "
        "House will pay, and the White House said so. Ann Holm left the White House."
    )
    found = shown(text, "White House pays for the pier of Norhaven")
    assert "White House" in found
    assert "Holm White House" not in found


def test_an_institution_joined_by_and_is_whole_where_its_first_word_begins_another_name():
    text = (
        "Officers of Immigration and Customs Enforcement came to Norhaven. Immigration Services "
        "helped them. Immigration and Customs Enforcement has a boat in Norhaven."
    )
    found = shown(text, "Immigration and Customs Enforcement buys a boat")
    assert "Immigration and Customs Enforcement" in found
    assert "Customs Enforcement" not in found


def test_offices_and_abbreviated_seats_are_no_keywords():
    text = (
        "The House Speaker came to Norhaven. Ann Holm, D-Calif., met the House Speaker in "
        "Eastmoor, D.C., and Jonas Brandt, D-Calif., met Ann Holm."
    )
    assert not {"House Speaker", "D-Calif", "D.C."} & shown(text, "Ann Holm visits Norhaven")
