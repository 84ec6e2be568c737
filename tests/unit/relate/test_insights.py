"""Keywords, key points and related articles of a few articles."""

import dataclasses
import datetime as dt
from collections import Counter

import numpy as np
import pytest

from articles import make_article
from generator import relate as relate_module
from generator.analyse import analyse
from generator.config import Settings
from generator.models import Keyword
from generator.relate import choose_keywords, explain, relate
from generator.relate.kept_parts import Kept
from generator.relate.related import RelatedArticles, confirmed, telling
from generator.relate.similarity import Likeness, Near, Terms

BRIDGE = (
    "The city of Norhaven opens the Albert Lindqvist Bridge on Sunday after two years of repairs.",
    "Mayor Greta Holm said the old bridge had carried twice the traffic it was built for.",
    "The National Road Agency paid nine million crowns for new steel cables and a cycle path.",
    "“We waited long for this,” Holm told the council. “The cycle path changes the town.”",
    "Steel cables from the old bridge go to the Norhaven museum, which opens a show in May.",
)
FERRY = (
    "The ferry that replaced the Albert Lindqvist Bridge makes its last trip on Saturday.",
    "Greta Holm thanked the crew, who carried forty thousand people during the repairs.",
    "The National Road Agency sells the ferry to an island community in the north of the country.",
    "A new timetable for buses begins on the day the Albert Lindqvist Bridge opens to traffic.",
)
HARVEST = (
    "Apple growers around Lake Vessen expect their largest harvest in a decade this autumn.",
    "A mild spring and steady rain let the orchards flower early, the growers' union said.",
    "Prices at the weekly market fell by a fifth, and the cider presses work at night.",
    "Schools in the valley close for three days so that children can help with the harvest.",
)


def article(name, title, paragraphs, day=1, language="en"):
    date = f"2026-05-{day:02}"
    return make_article(*paragraphs, source=name, title=title, language=language, date=date)


ARTICLES = (
    article("bridge.txt", "Bridge opens after repairs", BRIDGE, 2),
    article("ferry.txt", "The last trip of the ferry", FERRY, 4),
    article("harvest.txt", "A large apple harvest", HARVEST, 20),
)


def insights(articles=ARTICLES, **keywords):
    settings = Settings.model_validate({"keywords": keywords})
    return list(relate(articles, [analyse(item) for item in articles], settings))


def links_of_first(articles, keywords, likeness):
    """Return the links of the first article; `likeness` is that of each article to it."""
    headlines = Likeness.of(Terms.of(analyse(each)) for each in articles).headlines
    return RelatedArticles(articles, keywords, headlines).of(0, Near.of(np.array(likeness)))


def texts(insight):
    return [keyword.text for keyword in insight.keywords]


def test_kept_keywords_are_those_that_would_be_chosen(tmp_path, monkeypatch):
    """Articles are added and taken away, and a setting changes; unchanged ones choose nothing."""
    chosen = []
    monkeypatch.setattr(
        relate_module, "choose_keywords", lambda *given: chosen.append(1) or choose_keywords(*given)
    )
    analyses = {item.key: analyse(item) for item in ARTICLES}

    def related(articles, settings, cache):
        own = [analyses[item.key] for item in articles]
        kept = Kept([item.key for item in articles], cache)
        return list(relate(articles, own, settings, kept))

    never = Settings.model_validate({"keywords": {"never": ["Greta Holm"]}})
    for articles, settings in (
        *((ARTICLES[:1], Settings()), (ARTICLES, Settings()), (ARTICLES[::-1], Settings())),
        *((ARTICLES, never), (ARTICLES[1:], never)),
    ):
        assert related(articles, settings, tmp_path) == related(articles, settings, None)
        chosen.clear()
        related(articles, settings, tmp_path)
        assert not chosen


def test_the_same_collection_is_not_compared_again(tmp_path, monkeypatch):
    analyses = [analyse(item) for item in ARTICLES]
    kept = Kept([item.key for item in ARTICLES], tmp_path)
    first = list(relate(ARTICLES, analyses, Settings(), kept))
    monkeypatch.setattr(relate_module, "Likeness", None)
    assert list(relate(ARTICLES, analyses, Settings(), kept)) == first
    renamed = (dataclasses.replace(ARTICLES[0], title="Another title"), *ARTICLES[1:])
    for articles, settings in (
        (renamed, Settings()),
        (ARTICLES, Settings.model_validate({"keywords": {"never": ["Greta Holm"]}})),
    ):
        with pytest.raises(AttributeError):  # it compares
            list(relate(articles, analyses, settings, kept))


def test_names_are_whole():
    found = texts(insights()[0])
    assert "Albert Lindqvist Bridge" in found
    assert not {"Albert", "Lindqvist", "Lindqvist Bridge", "Mayor Greta Holm"} & set(found)


def test_a_name_that_never_occurs_without_its_office():
    paragraphs = (
        "Mayor Greta Holm opens the harbour of Norhaven on Sunday after two years of repairs.",
        "The harbour cost nine million crowns, and Mayor Greta Holm calls that a fair price.",
    )
    (found,) = insights((article("one.txt", "A harbour opens", paragraphs),))
    assert "Greta Holm" in texts(found)


def test_no_keyword_contains_another():
    for insight in insights():
        words = [set(text.lower().split()) for text in texts(insight)]
        pairs = [(a, b) for a in words for b in words if a is not b]
        assert not [pair for pair in pairs if pair[0] <= pair[1]]


def test_the_editor_s_decision_takes_precedence():
    found = insights(
        never=["Albert Lindqvist Bridge"], always=["cycle path"], aliases={"Greta Holm": "G. Holm"}
    )[0]
    assert "Albert Lindqvist Bridge" not in texts(found)
    assert texts(found)[0] == "cycle path"
    assert "Greta Holm" not in texts(found)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("stood closed", "The bridge had stood\nclosed since the flood."),
        ("Cycle path", "Its CYCLE-PATH is new."),
        ("橋", "港の橋が再開した。"),
    ],
)
def test_what_is_always_a_keyword_need_be_no_candidate(wanted, text):
    (found, other) = insights(
        (
            article("a.txt", "News", (text,)),
            article("b.txt", "News", ("Nothing of it stood here.",)),
        ),
        always=[wanted],
    )
    assert texts(found)[0] == wanted
    assert wanted not in texts(other)


def test_what_is_always_a_keyword_is_found_by_its_variants():
    (found,) = insights(
        (article("a.txt", "Nachrichten", ("Die Mondfinsternis war überall zu sehen.",)),),
        always=["lunar eclipse"],
        aliases={"Mondfinsternis": "lunar eclipse"},
    )
    assert texts(found)[0] == "lunar eclipse"


def test_variants_meet():
    talks = article(
        "one.txt", "Talks", ("Officials of the U.S. met growers in Vessen on trade.",) * 2
    )
    trade = article(
        "two.txt", "Trade", ("The United States signed a treaty on apples in Vessen.",) * 2
    )
    both = [set(texts(insight)) for insight in insights((talks, trade))]
    assert "United States" in both[0] & both[1]


def test_key_points_are_whole_sentences_in_order():
    assert any(analyse(source).key_points for source in ARTICLES)
    for source in ARTICLES:
        points = analyse(source).key_points
        assert len(points) <= 3
        assert [point.paragraph for point in points] == sorted(point.paragraph for point in points)
        assert all(point.text in source.blocks[point.paragraph].text for point in points)
        assert not [
            point for point in points if point.text.startswith(("He ", "She ", "“", "They "))
        ]


def test_related_says_why():
    bridge, _, _ = insights()
    assert bridge.related[0].key == "ferry.txt"
    assert "Albert Lindqvist Bridge" in bridge.related[0].keywords
    assert bridge.related[0].days == 2


def test_every_candidate_is_explained():
    (decided, *_) = explain(ARTICLES, [analyse(item) for item in ARTICLES], Settings())
    assert [item for item in decided if not item.dropped]
    assert [item for item in decided if item.dropped.startswith("said by")]


LANGUAGES = {
    "de": (
        (
            "Die Albert-Schweitzer-Schule in Neustadt bekommt ein neues Dach. Bürgermeisterin "
            "Anna Weber nannte das neue Dach dringend nötig."
        ),
        "Anna Weber",
    ),
    "es": (
        (
            "El ayuntamiento de Valdeluz abre la biblioteca el lunes. La alcaldesa Marta Ruiz "
            "dijo que la biblioteca cierra tarde. Marta Ruiz visitó el barrio."
        ),
        "Marta Ruiz",
    ),
    "fr": (
        (
            "La mairie de Valbrun ouvre la bibliothèque lundi. La maire Jeanne Moreau a "
            "promis des livres. Jeanne Moreau habite Valbrun."
        ),
        "Jeanne Moreau",
    ),
    "ru": (
        (
            "Город Северск открывает новый мост в воскресенье. Об этом сообщила Анна Петрова. "
            "Анна Петрова руководит городом."
        ),
        "Анна Петрова",
    ),
    "uk": (
        (
            "Місто Озерне відкриває новий міст у неділю. Про це розповіла Ганна Коваль. "
            "Мешканці чекали, і Ганна Коваль подякувала."
        ),
        "Ганна Коваль",
    ),
    "pl": (
        (
            "Miasto Jeziorno otwiera nowy most w niedzielę. Poinformowała o tym Anna Nowak. "
            "Potem Anna Nowak podziękowała mieszkańcom."
        ),
        "Anna Nowak",
    ),
    "it": (
        (
            "Il comune di Valdoro apre il ponte domenica. Lo ha detto Marta Rossi. Poi Marta "
            "Rossi ha ringraziato tutti."
        ),
        "Marta Rossi",
    ),
    "nl": (
        (
            "De stad Meerdorp opent zondag de nieuwe brug. Dat zei Anna Visser. Later "
            "bedankte Anna Visser de bewoners."
        ),
        "Anna Visser",
    ),
    "tr": (
        (
            "Göller kenti yeni köprüyü pazar günü açıyor. Bunu Ayşe Demir söyledi. Sonra Ayşe "
            "Demir halka teşekkür etti."
        ),
        "Ayşe Demir",
    ),
    "ja": (
        ("新空港は来月開業する。新空港の滑走路は二本である。市民は新空港を待っている。"),
        "新空港",
    ),
    "zh": (
        ("跨海大桥将在周日通车。居民等待跨海大桥已有两年。"),
        "跨海大桥",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_names_in_many_languages(language):
    text, name = LANGUAGES[language]
    only = article("a.txt", name, (text,), language=language)
    (insight,) = insights((only,))
    found = texts(insight)
    assert name in found
    assert not [word for word in name.split() if word in found and word != name]


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
