"""The sentences that carry an article."""

import pytest

from articles import make_article
from bridge_points import LEAD, REST, TITLE, points
from generator.analyse import text_of
from generator.analyse.key_points import verdicts
from generator.models import Block


def test_the_lead_comes_first_without_its_dateline():
    found = points((LEAD, *REST))
    assert found[0].text == LEAD.removeprefix("NORHAVEN (Reuters) - ")
    assert (found[0].paragraph, found[0].sentence) == (0, 0)


def test_what_cannot_stand_alone_is_left_out():
    said = " ".join(point.text for point in points((LEAD, *REST)))
    for part in ("But not", "She said", "Sign up", "We hoped", "Now the ferry", "Why did"):
        assert part not in said


def test_they_are_in_the_order_of_the_text():
    found = points((LEAD, *REST))
    assert len(found) == 2
    places = [(point.paragraph, point.sentence) for point in found]
    assert places == sorted(places)
    assert all(point.text in (LEAD, *REST)[point.paragraph] for point in found)


def test_nothing_is_said_twice():
    twice = "The Lindqvist Bridge in Norhaven opened on Sunday after repairs of two years."
    assert (
        len([point for point in points((LEAD, twice, *REST)) if "opened on Sunday" in point.text])
        == 1
    )


def test_the_headline_is_not_said_again():
    again = "Bridges Norhaven opens the Lindqvist Bridge The mayor and the council came on Sunday."
    found = points((f"{TITLE}.", again, LEAD, *REST))
    assert not [point for point in found if point.paragraph < 2]


def test_headings_items_and_set_off_quotations_are_none():
    others = [
        Block("The Lindqvist Bridge in Norhaven has a new cycle path.", kind)
        for kind in ("heading", "item", "quote")
    ]
    assert not {1, 2, 3} & {point.paragraph for point in points((LEAD, *others, *REST))}


def test_a_short_article_has_no_key_points():
    assert points((LEAD, REST[1])) == ()


def test_an_article_has_three_at_most():
    more = [
        "Bakers of Vessen sold nine hundred loaves during repairs of the Lindqvist Bridge.",
        "Greta Holm promised lamps, gates and steel railings for the Lindqvist Bridge.",
        "Rowers from Meerdorp hung flags, horns and lanterns on cables of the Lindqvist Bridge.",
        "Masons from Valbrun gave the Lindqvist Bridge a plaque of granite and a bear of steel.",
    ]
    rain = "Rain fell in Vessen on roofs, gardens, dogs and hats, and wind came up from the sea."
    assert len(points((LEAD, *more, *REST[3:], *[rain] * 6))) == 3


def test_the_lead_alone_is_one():
    assert len(points((LEAD, *REST[:1], *REST[4:6], REST[7]))) == 1


LANGUAGES = {
    "de": (
        "Schule in Neustadt bekommt ein neues Dach",
        "Die Albert-Schweitzer-Schule in Neustadt bekommt am 3. Mai ein neues Dach aus Kupfer.",
        "Sie hat lange darauf gewartet. Allerdings fehlt das Geld für neue Fenster in Neustadt.",
        "Die Stadt Neustadt zahlt zwei Millionen Euro für ein Dach mit neuer Heizung.",
        "Bürgermeisterin Anna Weber will die Schule noch im Sommer besuchen und das Dach sehen.",
    ),
    "ru": (
        "Северск открывает новый мост",
        "Город Северск в воскресенье открывает новый мост через реку после двух лет ремонта.",
        "Но денег на второй мост нет. Он обошёлся бы городу вдвое дороже первого.",
        "Мэр Анна Петрова сообщила, что мост обошёлся городу Северску в девять миллионов.",
        "Старый паром из Северска продадут на остров в северной части страны.",
    ),
    "ja": (
        "新空港、来月開業",
        "新空港は来月十日に開業する。",
        "しかし、市民の不安は残る。この空港には二本の滑走路がある。",
        "市長の山田花子氏は、新空港の滑走路を二本とも使うと述べた。",
        "古い空港の建物は、来年の春に博物館として公開される予定だ。",
    ),
    "ar": (
        "الزهراء تفتتح جسرها الجديد",
        "افتتحت مدينة الزهراء يوم الأحد جسرها الجديد بعد عامين من أعمال الإصلاح.",
        "لكن السكان ما زالوا قلقين. وأضافت العمدة أن الضجيج كبير في المدينة.",
        "دفعت هيئة الطرق تسعة ملايين لشراء كابلات فولاذية جديدة للجسر الجديد.",
        "تباع العبارة القديمة لمدينة صغيرة في جزيرة تقع شمال البلاد هذا العام.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_point_in_many_languages(language):
    title, *paragraphs = LANGUAGES[language]
    found = points(paragraphs, title, language)
    assert found[0].text == paragraphs[0]
    assert 1 not in {point.paragraph for point in found}


def test_where_no_words_show_what_is_definite_the_first_is_the_only_one():
    title, *paragraphs = LANGUAGES["ru"]
    assert len(points(paragraphs, title, "ru")) == 1


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Does Norhaven need the Lindqvist Bridge?", "en"),
        ("Why Norhaven opens the Lindqvist Bridge", "en"),
        ("Opinion: Norhaven opens the Lindqvist Bridge", "en"),
        ("Your first walk over the Lindqvist Bridge, open in Norhaven", "en"),
        ("Warum Norhaven die Lindqvist Bridge öffnet", "de"),
        ("Pourquoi Norhaven ouvre le Lindqvist Bridge", "fr"),
        ("Por qué Norhaven abre el Lindqvist Bridge", "es"),
    ],
)
def test_a_headline_without_news_has_no_key_points(title, language):
    assert points((LEAD, *REST), title, language) == ()


def test_a_quoted_you_in_a_headline_is_news():
    assert points((LEAD, *REST), "Holm opens Lindqvist Bridge: “You will like it”")


@pytest.mark.parametrize(
    "title",
    [
        "Norhaven council and Lindqvist heirs settle quarrel over flooded meadows",
        "Harbour fire kills three in Vessen",
    ],
)
def test_without_a_sentence_that_says_what_the_headline_does_there_are_none(title):
    assert points((LEAD, *REST), title) == ()


def test_an_article_in_which_the_writer_speaks_has_none():
    spoken = (
        "I walked over the Lindqvist Bridge in Norhaven.",
        "My dog liked the Lindqvist Bridge.",
    )
    assert points((LEAD, *REST, *spoken, *spoken)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The contract gives the Lindqvist Bridge in Norhaven nine hundred steel cables.",
        "Erik Lund told the mayors that the Lindqvist Bridge in Norhaven needs more cables.",
        "The steel of the Lindqvist Bridge in Norhaven had been a home of owls and doves.",
        "The Lindqvist Bridge in Norhaven will also get lamps, gates and bells of steel.",
        "In 2019 the Lindqvist Bridge in Norhaven lost six lamps, gates and bells of steel.",
        "“The Lindqvist Bridge in Norhaven has good steel,” said a clerk of the town hall.",
        "Many drivers want lamps and steel gates at the Lindqvist Bridge in Norhaven.",
        "The Lindqvist Bridge in Norhaven opened on Sunday after two years of repairs.",
        "Rain fell on the roofs, gardens, dogs and hats of three towns in May.",
    ],
)
def test_background_and_what_refers_to_the_unsaid_do_not_follow_the_first(sentence):
    before = "A contract was signed by the mason Erik Lund. Lund was glad."
    last = ("Three towns sent flowers.", "Two towns sent wine and bread to all who came.")
    said = [point.text for point in points((LEAD, before, sentence, *REST[2:3], *last))]
    assert said == [LEAD.removeprefix("NORHAVEN (Reuters) - ")]


def test_each_rejected_sentence_has_a_reason():
    article = make_article(LEAD, *REST, title=TITLE)
    found = {
        point.point.text[:12]: point.dropped for point in verdicts(article, text_of(article)[0])
    }
    assert found["The Lindqvis"] == ""
    assert found["She said the"] == "depends on other sentences"
    assert found["Sign up for "] == "no statement of the article"


def test_the_last_sentence_is_no_key_point_without_a_word_of_the_topic():
    biography = (
        "Erik Lund writes novels, walks dogs and lives with his wife beside a lake in Vessen."
    )
    article = make_article(LEAD, *REST, biography, title=TITLE)
    last = verdicts(article, text_of(article)[0])[-1]
    assert last.point.text == biography
    assert last.dropped == "shares no words with the headline or the lead"


@pytest.mark.parametrize(
    "opener",
    [
        "The answer, to be decided by the council of Norhaven, is likely to be known in May.",
        "Nowhere is that reality plainer than in Norhaven, where two ferries were sold in May.",
        "One might have expected the council of Norhaven to open the Lindqvist Bridge in May.",
        "The road agency has no money for Norhaven, but that has not stopped the Lindqvist Bridge.",
        "Norhaven has repairs of the Lindqvist Bridge, which those two towns open in May.",
        "Whether Norhaven opens the Lindqvist Bridge after repairs is one of the questions of May.",
        "If there is a town that opens a bridge after repairs, it is Norhaven.",
        "Congrats to Norhaven, which opens the Lindqvist Bridge after two years of repairs.",
    ],
)
def test_no_first_sentence_depends_on_a_missing_one_or_sets_a_scene(opener):
    assert opener not in [point.text for point in points((opener, LEAD, *REST))]


def test_what_happened_long_before_the_article_is_background():
    opener = "In March 1888, when the ferry sank, the council of Norhaven planned a first bridge."
    recent = "In May 2025, Greta Holm gave the Lindqvist Bridge lamps, gates and steel bells."
    said = [point.text for point in points((opener, LEAD, recent, *REST[2:6]), date="2025-05-04")]
    assert opener not in said
    assert recent in said


@pytest.mark.parametrize(
    ("at", "paragraph"),
    [
        (
            1,
            (
                "FILE - In this May 2 photo, the Lindqvist Bridge is empty. Greta Holm "
                "recently opened the Lindqvist Bridge in Norhaven to cyclists."
            ),
        ),
        (99, "Peter Brandt is a senator of Norhaven who paid for the Lindqvist Bridge."),
    ],
)
def test_neither_a_file_picture_nor_the_writer_is_what_the_article_says(at, paragraph):
    paragraphs = [LEAD, *REST]
    paragraphs.insert(at, paragraph)
    article = make_article(*paragraphs, title=TITLE)
    said = {
        verdict.point.text
        for verdict in verdicts(article, text_of(article)[0])
        if not verdict.dropped or verdict.dropped == "others say more"
    }
    assert not [text for text in said if text in paragraph]


@pytest.mark.parametrize(
    "opening",
    [
        "One of the biggest myths about the Lindqvist Bridge in Norhaven is that it opens late.",
        "Even before the Lindqvist Bridge in Norhaven opened, the council talked of repairs.",
        "For years the Lindqvist Bridge in Norhaven waited for repairs of its steel cables.",
    ],
)
def test_a_sentence_that_sets_the_scene_is_no_key_point(opening):
    assert opening not in [point.text for point in points((opening, LEAD, *REST))]


def test_a_caption_that_is_repeated_without_its_credit_is_no_key_point():
    caption = "Mayor Greta Holm opens the Lindqvist Bridge in Norhaven after repairs, May 3, 2026."
    found = points((f"{caption} (Harbour Television via AP)", caption, LEAD, *REST))
    assert caption not in [point.text for point in found]
