"""Which articles are related, and the reasons that are given."""

import datetime as dt
from collections import Counter

import numpy as np
import pytest

from articles import make_article
from bridge_articles import ARTICLES, article, insights
from generator.analyse import analyse
from generator.models import Keyword
from generator.relate.related import RelatedArticles, confirmed, telling
from generator.relate.similarity import Likeness, Near, Terms


def links_of_first(articles, keywords, likeness):
    """Return the links of the first article; `likeness` is that of each article to it."""
    headlines = Likeness.of(Terms.of(analyse(each)) for each in articles).headlines
    return RelatedArticles(articles, keywords, headlines).of(0, Near.of(np.array(likeness)))


def test_an_unrelated_article_is_not_listed():
    chess = (
        "Twelve players meet in the library of Meerdorp for the chess cup of the province.",
        "Each game lasts four hours, and the winner goes to the final in October.",
    )
    unrelated = article("chess.txt", "Chess in the library", chess, 3)
    assert insights((*ARTICLES, unrelated))[-1].related == ()


def test_a_keyword_of_many_articles_is_no_reason_beside_a_rare_one():
    frequency = Counter({"norhaven": 60, "ferry": 2})
    assert telling(["ferry", "norhaven"], frequency, 1000) == ["ferry"]
    assert telling(["ferry", "norhaven"], Counter({"norhaven": 5, "ferry": 2}), 12) == [
        "ferry",
        "norhaven",
    ]


SNOW = (
    ("Snow closes the pass of Hohenfels", 1, "The road over the pass of Hohenfels is closed."),
    ("Snow delays the ferry at Westhill", 2, "The ferry of Westhill was an hour late."),
)
DRIFTS = (
    "Snow fell all night, and the snow lay a metre deep in the morning.",
    "Snow ploughs worked through the day, and more snow is expected.",
)


@pytest.mark.parametrize(("days", "reasons"), [(0, [["snow"]]), (25, [])])
def test_a_common_word_is_a_reason_only_between_headlines_of_the_same_days(days, reasons):
    snow = [
        article(f"snow-{day}.txt", title, (text, *DRIFTS), day + days * (day > 1))
        for title, day, text in SNOW
    ]
    first, _, *_ = insights((*snow, *ARTICLES))
    assert [[text.lower() for text in link.keywords] for link in first.related] == reasons


@pytest.mark.parametrize(("year", "reasons"), [(2026, [["Vessen Valley"]]), (2028, [])])
def test_years_apart_a_shared_name_is_no_reason_without_much_likeness(year, reasons):
    fair = (
        "The Vessen Valley opens its fair with a parade of tractors on Saturday.",
        "Bakers of the Vessen Valley sell bread, and a brass band plays until midnight.",
    )
    flood = (
        "A dam above the Vessen Valley is empty for the first time since it was built.",
        "Divers had found a crack in its wall, which engineers from the Vessen Valley inspect.",
        "The dam stays closed to walkers on the day of the parade.",
    )
    pair = (
        article("fair.txt", "Tractors parade in the Vessen Valley", fair, 2),
        make_article(
            *flood, source="dam.txt", title="Crack in the wall of a dam", date=f"{year}-05-04"
        ),
    )
    first, *_ = insights((*pair, *ARTICLES))
    assert [list(link.keywords) for link in first.related] == reasons


@pytest.mark.parametrize(("likeness", "reasons"), [(0.15, ()), (0.25, ("Vessen Valley",))])
def test_a_familiar_name_alone_is_a_reason_only_of_very_similar_articles(likeness, reasons):
    """12 of 400 articles of one day share it."""
    many = [make_article("Text.", source=f"{at}.txt", date="2026-05-04") for at in range(400)]
    own = [Keyword("Vessen Valley", 0.1, name=True)]
    keywords = [own if at < 12 else [] for at in range(400)]
    links = links_of_first(many, keywords, [0.0, likeness, *[0.0] * 398])
    assert tuple(name for _, names, _ in links for name in names) == reasons


@pytest.mark.parametrize(
    ("year", "shared", "is_related"), [(2026, 1, True), (2028, 1, False), (2028, 2, True)]
)
def test_articles_more_than_a_year_apart_need_two_reasons(year, shared, is_related):
    pair = [
        make_article("Text.", source="a.txt", date="2026-05-04"),
        make_article("Text.", source="b.txt", date=f"{year}-05-10"),
    ]
    names = ("Vessen Valley", "Greta Holm")[:shared]
    own = [Keyword(name, 0.1, name=True) for name in names]
    links = links_of_first(pair, [own, own], [0.0, 0.4])
    assert any(names for _, names, _ in links) == is_related


@pytest.mark.parametrize(
    ("title", "likeness", "is_related"),
    [("A fair", 0.19, False), ("A fair of Vessen Valley", 0.19, True), ("A fair", 0.21, True)],
)
def test_one_shared_name_in_neither_headline_is_no_reason(title, likeness, is_related):
    pair = [
        make_article("Text.", source="a.txt", title=title, date="2026-05-04"),
        make_article("Text.", source="b.txt", title="A dam", date="2026-05-05"),
    ]
    own = [Keyword("Vessen Valley", 0.1, name=True)]
    links = links_of_first(pair, [own, own], [0.0, likeness])
    assert any(names for _, names, _ in links) == is_related


@pytest.mark.parametrize(
    ("name", "title", "month", "is_related"),
    [
        ("Rail Board", "The Rail Board meets", 6, True),
        ("Rail Board", "A meeting on trains", 6, False),
        ("Rail Board of Vessen", "RBV meets", 6, True),
        ("night trains", "A meeting on trains", 6, True),
        ("night trains", "A meeting on rails", 6, False),
        ("Rail Board", "A meeting on trains", 5, True),
    ],
)
def test_weeks_apart_a_single_reason_is_in_a_headline(name, title, month, is_related):
    pair = [
        make_article("Text.", source="a.txt", title=title, date=f"2026-{month:02}-05"),
        make_article("Text.", source="b.txt", title="A dam", date="2026-05-04"),
    ]
    own = [Keyword(name, 0.1, name=name[0].isupper())]
    links = links_of_first(pair, [own, own], [0.0, 0.22])
    assert any(names for _, names, _ in links) == is_related


def test_names_are_given_before_other_reasons():
    pair = [make_article("Text.", source=f"{name}.txt", date="2026-05-04") for name in "ab"]
    own = [Keyword("cable car", 0.1), Keyword("Greta Holm", 0.2, name=True)]
    links = links_of_first(pair, [own, own], [0.0, 0.4])
    assert [names for _, names, _ in links] == [("Greta Holm", "cable car")]


SAME = ("Ferry sinks off Vessen", "Vessen: a ferry sinks in a storm")
OTHER = ("Ferry sinks off Vessen", "Thirty people are missing")


@pytest.mark.parametrize(
    ("titles", "days", "likeness", "is_related"),
    [
        (SAME, 0, 0.05, True),
        (SAME, 60, 0.1, True),
        (OTHER, 0, 0.17, True),
        (OTHER, None, 0.17, True),
        (OTHER, 15, 0.17, False),
        (OTHER, 15, 0.19, True),
        (OTHER, 0, 0.12, False),
    ],
)
def test_articles_of_one_story_are_related_if_they_are_plainly_of_one_event(
    titles, days, likeness, is_related
):
    """A third article has a reason, so that the first is not without related articles."""
    dates = ("2026-05-01", str(dt.date(2026, 5, 1) + dt.timedelta(days or 0)))
    pair = [
        make_article(
            "Text.", source=f"{name}.txt", title=title, date=date if days is not None else None
        )
        for name, title, date in zip("ab", titles, dates, strict=True)
    ]
    third = make_article("Text.", source="c.txt", title="Trains", date="2026-05-01")
    own = [Keyword("Greta Holm", 0.2, name=True)]
    links = links_of_first([*pair, third], [own, [], own], [0.0, likeness, 0.3])
    found = [link.key for link in confirmed(links, "a story", {"b.txt": "a story"})]
    assert found == (["b.txt", "c.txt"] if is_related else ["c.txt"])
    assert [link.key for link in confirmed(links, "a story", {"b.txt": "another"})] == ["c.txt"]


@pytest.mark.parametrize(("day", "is_related"), [(1, True), (20, False)])
def test_without_another_related_article_one_of_the_story_is_enough(day, is_related):
    pair = [article("a.txt", OTHER[0], ["Text."]), article("b.txt", OTHER[1], ["Text."], day)]
    links = links_of_first(pair, [[], []], [0.0, 0.1])
    assert bool(confirmed(links, "a story", {"b.txt": "a story"})) == is_related
