"""What an article adds to its story, and where the figures of two articles differ."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.figures import figures
from generator.relate.story_differences import compare

FIRST = (
    "Dam breaks above Millbrook",
    "2025-05-02T08:00:00+00:00",
    """The earth dam above Millbrook broke early on Friday after three days of rain. Rescue
    teams from Eastbridge found that 18 people were injured in the village of Millbrook.
    Water covered the main road between Millbrook and Eastbridge. The mayor Hanna Brook
    asked all residents to move to the school on the hill.""",
)
SECOND = (
    "At least 20 injured as Millbrook dam breaks",
    "2025-05-02T18:00:00+00:00",
    """The earth dam above Millbrook broke early on Friday after three days of rain. Hospitals
    in Eastbridge said that at least 20 people were injured in Millbrook. Engineers of
    the Harrow institute had warned the owner of the dam about leaks in March. A
    helicopter lifted a family of five from the roof of the old mill.""",
)
GERMAN = (
    "Damm oberhalb von Millbrook gebrochen",
    "2025-05-03",
    """Der Erddamm oberhalb von Millbrook ist am Freitag nach drei Tagen Regen gebrochen. In
    der Schule auf dem Hügel übernachteten viele Bewohner des Dorfes Millbrook. Die
    Bürgermeisterin Hanna Brook dankte den Rettern aus Eastbridge. Das Wasser bedeckte
    die Straße nach Eastbridge.""",
)


def article(name, row, language="en"):
    title, date, text = row
    source = f"{name}.txt"
    paragraph = " ".join(text.split())
    return make_article(paragraph, source=source, title=title, language=language, date=date)


def story(*articles):
    return compare(articles, list(map(analyse, articles)))


def test_articles_come_in_the_order_of_time():
    found = story(article("b", SECOND), article("c", GERMAN, "de"), article("a", FIRST))
    assert found.keys == ("a.txt", "b.txt", "c.txt")


def test_a_later_article_adds_what_none_before_it_says():
    first, second = article("a", FIRST), article("b", SECOND)
    opening, added = story(first, second).contributions
    assert (opening.opening, added.opening) == (True, False)
    texts = [passage.text for passage in added.passages]
    assert any(text.startswith("Engineers of the Harrow institute") for text in texts)
    assert not any(text.startswith("The earth dam above") for text in texts)
    assert len(texts) <= 3


def test_passages_are_verbatim_and_known_by_their_paragraph():
    first, second = article("a", FIRST), article("b", SECOND)
    by_key = {found.key: found for found in (first, second)}
    for contribution in story(first, second).contributions:
        for passage in contribution.passages:
            blocks = by_key[contribution.key].blocks
            assert passage.text in blocks[passage.paragraph].text


def test_an_article_in_another_language_is_not_compared():
    *_, german = story(article("a", FIRST), article("c", GERMAN, "de")).contributions
    assert german.opening


def test_the_same_figure_with_different_numbers():
    (sides,) = story(article("a", FIRST), article("b", SECOND)).differences
    assert [(side.key, side.number) for side in sides] == [("a.txt", 18), ("b.txt", 20)]
    assert "18 people were injured" in sides[0].passage.text


@pytest.mark.parametrize(
    "other",
    [
        "Hospitals in Eastbridge said that at least 20 people were killed in Millbrook on Friday.",
        "Hospitals in Eastbridge said that 18 people were injured in Millbrook on that Friday.",
        "In 2020 a report on traffic counted 20 people injured by horses in Westhill alone.",
        "In Millbrook 20 people were injured, Eastbridge said, and later 25 people were injured.",
        "Rescue teams found 20 people injured at Eastbridge and 15 people in Millbrook.",
        (
            "Doctors at Millbrook want to move 20 people injured in last year's fires out of other "
            "valleys' clinics, whose roofs leak, to Eastbridge and Harrow before the winter begins."
        ),
    ],
    ids=(
        *("another thing", "the same number", "another event", "two numbers"),
        *("two numbers of the same people", "few words in common"),
    ),
)
def test_no_difference_where_the_match_is_not_sure(other):
    title, date, text = SECOND
    kept = text.split("Hospitals", maxsplit=1)[0]
    assert story(article("a", FIRST), article("b", (title, date, kept + other))).differences == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "At least 20 people were injured on Friday.", ("20 peopl injur",)),
        ("en", "The crash killed 18 people and injured others.", ("18 peopl kill",)),
        (
            "en",
            "Two people were killed, 1,200 homes destroyed.",
            ("2 peopl kill", "1200 home destroy"),
        ),
        ("en", "1.2 million people voted.", ("1200000 peopl vote",)),
        ("en", "In 2019 it cost $3 million, 40 percent more than on 12 August.", ()),
        ("en", "It took 5 days and 30 kilometres.", ()),
        ("en", "It lifts 64 metric tons or 141,000 pounds.", ()),
        ("en", "He keeps the No. 2 position and the G7 nations the G-7 seats.", ()),
        ("en", "Fifteen of the 19 Sept. 11 hijackers were students.", ()),
        ("en", "In Harrow 20 people were hurt in phase 3 trials.", ("20 peopl hurt",)),
        ("de", "Mindestens 20 Menschen wurden verletzt.", ("20 mensch verletz",)),
        ("fr", "Au moins 18 personnes ont été blessées.", ("18 person bless",)),
    ],
)
def test_figures_of_a_sentence(language, text, expected):
    assert figures(text, language) == expected
