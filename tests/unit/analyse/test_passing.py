"""What a text names only in passing is not shown as a keyword."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.keywords.passing import is_in_passing
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.tokens import tokenize
from generator.config import Settings
from generator.relate import relate

HARBOUR = (
    "NORHAVEN, Eastland (Wire Desk) — The ferry line Blue Gull will close in May, its owners said.",
    "The Blue Gull carried nine thousand people last year. Half of them came from Southmoor.",
    "Its captain, Jonas Brandt, told the Harbour Herald that he had expected it.",
    "The ferry was built in Lowmouth. The ferry was repaired twice. Few people used it in winter.",
    "The Blue Gull was sold to Anna Lund. According to the Harbour Herald, Lund paid little.",
)


def shown(*paragraphs, title, language="en"):
    article = make_article(*paragraphs, title=title, language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    return [keyword.text for keyword in insight.keywords if not keyword.weak]


def test_places_outlets_and_people_in_passing_are_not_shown():
    found = shown(*HARBOUR, title="Ferry line ends after forty years")
    assert "Blue Gull" in found
    passing = {"Norhaven", "Eastland", "Southmoor", "Harbour Herald", "Lowmouth", "Jonas Brandt"}
    assert not passing & set(found)


def test_what_the_headline_names_is_shown_even_if_the_text_has_it_once():
    found = shown(*HARBOUR, title="Ferry line sold to Lund and lost to Lowmouth")
    assert {"Anna Lund", "Lowmouth"} <= set(found)


def test_another_name_of_a_country_in_the_headline_counts():
    text = (
        "The ferry line will close in May, its owners said. The ferry carried few people. "
        "It was built in the United Kingdom. The ferry was repaired twice. Few used it in winter. "
        "The line had debts. The ferry was old."
    )
    assert shown(text, title="Ferry from Britain is scrapped")[0] in {"Britain", "United Kingdom"}
    assert "United Kingdom" not in shown(text, title="Old ferry is scrapped")


def test_a_page_has_keywords_even_if_all_are_named_in_passing():
    text = "It was Lena Moor who left. Rain fell. It fell long. Few went out. Some did. It went on."
    assert shown(text, title="What to do on such a day") == ["Lena Moor"]


def test_what_comes_late_must_be_named_once_more():
    start = "The ferry line will close soon. Few people used it. It had debts. It was too old. "
    late = "The Harbour Museum wants the boat. The boat is very long. It is blue and white. "
    more = "Its crew will work for the Harbour Museum. "
    title = "Ferry line ends after forty years"
    assert "Harbour Museum" not in shown(f"{start}{late}{more}", title=title)
    assert "Harbour Museum" in shown(f"{start}{late}{more}{more}", title=title)
    assert "Harbour Museum" in shown(f"{late}{start}{more}", title=title)


def test_a_common_noun_tells_the_subject_in_the_headline():
    text = tokenize(["The captains met", *["The captains talked for hours."] * 4], "en")
    places = tuple((number, 1, 2) for number in range(5))
    surface = text.sentences[1][1:2]
    assert is_in_passing(Phrase((), 0, places[1:], 0.0), surface, text)
    assert not is_in_passing(Phrase((), 0, places, 0.0), surface, text)


def test_a_word_before_a_surname_is_glued_to_it():
    text = (
        "The court will charge Holm on Monday. Anna Holm sold the ferry. They charge Holm with "
        "fraud. Few people charge Holm with more. Anna Holm said so."
    )
    assert "charge Holm" not in shown(text, title="Ferry owner in court")


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("en", "He told the Harbour Herald so.", "Harbour Herald"),
        ("en", "The Harbour Herald first reported the sale.", "Harbour Herald"),
        ("de", "Das berichtete der Norhavener Bote gestern.", "Norhavener Bote"),
        ("fr", "Selon le Courrier Bleu, il part.", "Courrier Bleu"),
        ("es", "Según la Voz Azul, se va.", "Voz Azul"),
        ("pt", "Segundo o Correio Azul, ele vai.", "Correio Azul"),
    ],
)
def test_a_source_does_not_count(language, sentence, name):
    other = sentence.replace(name, "Blue Gull")
    text = tokenize(["Zorv", *[sentence, other] * 4], language)
    words = [token.text for token in text.sentences[1]]
    at = words.index(name.split()[0])
    places = tuple((number, at, at + 2) for number in range(1, 9, 2))
    surface = text.sentences[1][at : at + 2]
    assert is_in_passing(Phrase((), 0, places, 0.0), surface, text)


def test_a_name_behind_bin_is_no_name_of_its_own():
    text = (
        "The crown prince, Tariq bin Zorvan, sold the ferry. Critics say that bin Zorvan paid for "
        "it. The ferry of bin Zorvan is old."
    )
    assert "Zorvan" not in shown(text, title="Prince sells the ferry")
