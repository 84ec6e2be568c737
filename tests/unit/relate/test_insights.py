"""Keywords and key points of a few articles."""

import dataclasses

import pytest

from bridge_articles import ARTICLES, article, insights
from generator import relate as relate_module
from generator.analyse import analyse
from generator.config import Settings
from generator.relate import choose_keywords, explain, relate
from generator.relate.kept_parts import Kept


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
