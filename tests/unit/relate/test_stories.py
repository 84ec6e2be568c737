"""Articles that report one event share a story; others stand alone."""

import random

from articles import make_article
from generator.analyse import analyse
from generator.config import Settings
from generator.models import Article
from generator.relate import relate

FERRY = (
    (
        "Ferry runs aground off Northport, 40 rescued",
        "2025-09-02",
        """A ferry with 40 passengers ran aground on Tuesday off Northport. All passengers of the
        ferry Marianne were rescued by the coast guard, said harbour master Ada Holm. The ferry
        Marianne had left Northport in dense fog.""",
    ),
    (
        "Passengers rescued from ferry Marianne",
        "2025-09-02",
        """The coast guard rescued 40 passengers from the ferry Marianne, which ran aground in fog
        near Northport. Harbour master Ada Holm praised the crew of the ferry. Nobody was hurt.""",
    ),
    (
        "Fog blamed for grounding of the Marianne",
        "2025-09-03",
        """Dense fog led to the grounding of the ferry Marianne off Northport, harbour master Ada
        Holm said. The 40 passengers of the Marianne were rescued by the coast guard.""",
    ),
)
OTHERS = (
    (
        "Orchard growers expect a record harvest",
        "2025-09-02",
        """Apple growers in the Vale of Ems expect a record harvest. Warm nights helped the
        orchards, said the growers' union. Prices for apples may fall by a tenth.""",
    ),
    (
        "City library opens on Sundays",
        "2025-09-03",
        """The city library of Brandhaven will open on Sundays from October. Students had asked for
        longer hours. The council pays for two more librarians.""",
    ),
    (
        "Chess champion loses to schoolgirl",
        "2025-09-04",
        """A schoolgirl of twelve beat the national chess champion Igor Dahl in Westhill. She
        played the endgame without a mistake, Dahl said after the match.""",
    ),
)


def articles(rows):
    return [
        make_article(" ".join(text.split()), source=f"{at}.txt", title=title, date=date)
        for at, (title, date, text) in enumerate(rows)
    ]


def stories(found):
    insights = relate(found, [analyse(article) for article in found], Settings())
    return {article.title: insight.story for article, insight in zip(found, insights, strict=True)}


def test_articles_of_one_event_share_a_story_named_by_its_first_article():
    found = stories(articles(FERRY + OTHERS))
    assert [found[title] for title, _, _ in FERRY] == ["0.txt"] * 3
    assert [found[title] for title, _, _ in OTHERS] == [None] * 3


def test_the_order_of_articles_changes_nothing():
    made = articles(FERRY + OTHERS)
    expected = stories(made)
    random.Random(1).shuffle(made)
    assert stories(made) == expected


def test_the_same_words_a_year_later_are_another_event():
    title, _, text = FERRY[1]
    later = (title, "2026-09-02", text.replace("40 passengers", "12 passengers"))
    found = articles((*FERRY[:1], later, *OTHERS))
    made = list(relate(found, [analyse(article) for article in found], Settings()))
    assert [insight.story for insight in made] == [None] * 5


REGATTA = (
    (
        "Oar Days regatta begins on the Ems with sixty boats",
        "2025-09-02",
        """The Oar Days regatta begins on the river Ems on Saturday. Sixty boats row from Brandhaven
        to the weir at Westhill. The regatta has been held on the Ems since 1926. Rowers from nine
        towns take part, and the river is closed to other boats.""",
    ),
    (
        "Regatta of the lake: rowers from nine towns meet at Northport",
        "2025-09-24",
        """Three weeks after the Oar Days on the river Ems, rowers meet again: the regatta on
        the lake of Northport begins on Sunday. Forty boats row from Northport to the island of
        Holm. The regatta on the lake is younger than that on the Ems, held since 1998.""",
    ),
)


def test_one_subject_three_weeks_later_is_another_event_in_a_small_collection():
    found = stories(articles((*REGATTA, *OTHERS, *FERRY)))
    assert [found[title] for title, _, _ in REGATTA] == [None, None]
    assert len({found[title] for title, _, _ in FERRY} - {None}) == 1


def test_an_undated_article_does_not_name_a_story():
    (first, _, text), *rest = FERRY
    found = stories(articles(((first, None, text), *rest, *OTHERS)))
    assert found[rest[0][0]] == found[rest[1][0]] == "1.txt"


def test_drafts_belong_to_no_story():
    made = articles(FERRY + OTHERS)
    drafts = [Article(**{**_fields(made[0]), "draft": True}), *made[1:]]
    found = list(relate(drafts, [analyse(article) for article in drafts], Settings()))
    assert found[0].story is None
    assert found[1].story == found[2].story == "1.txt"


def _fields(article):
    return {name: getattr(article, name) for name in Article.__slots__}


def test_nothing_and_one_article_have_no_story():
    assert stories([]) == {}
    assert list(stories(articles(OTHERS[:1])).values()) == [None]
