"""The sentences that carry an article."""

import pytest

from articles import make_article
from generator.analyse import text_of
from generator.analyse.key_points import key_points, verdicts
from generator.models import Block

TITLE = "Norhaven opens the Lindqvist Bridge"
LEAD = (
    "NORHAVEN (Reuters) - The Lindqvist Bridge in Norhaven opened on Sunday after two years of "
    "repairs that cost nine million crowns."
)
REST = (
    "But not all were glad. She said the noise of the trucks was more than the town could bear.",
    "The National Road Agency paid for new steel cables and a cycle path on the Lindqvist Bridge.",
    "Sign up for our newsletter about Norhaven and the Lindqvist Bridge.",
    "“The bridge took too long,” said Mayor Greta Holm. “We waited. We hoped.",
    "“Now the ferry can rest,” Holm told the council of Norhaven.",
    "Why did the Lindqvist Bridge in Norhaven take two years?",
    "Steel cables from the old bridge go to the Norhaven museum, which opens a show in May.",
    "The ferry makes its last trip from Norhaven on Saturday and is then sold to an island town.",
)


def points(paragraphs, title=TITLE, language="en", date=None):
    article = make_article(*paragraphs, title=title, language=language, date=date)
    return key_points(article, text_of(article)[0])


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
    assert 2 <= len(found) <= 4
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


def test_a_long_article_has_four():
    more = [
        f"The council of {name} gave {count} hundred crowns for the {thing} of the old ferry."
        for count, (name, thing) in enumerate(
            (name, thing)
            for name in ("Vessen", "Meerdorp", "Valbrun", "Neustadt", "Jeziorno", "Sjøstad")
            for thing in ("engine", "deck", "mast", "anchor", "bell", "crew", "paint", "wheel")
        )
    ]
    assert (
        len(points((LEAD, *REST, *more, *(point.replace("ferry", "tram") for point in more)))) == 4
    )


LANGUAGES = {
    "de": (
        "Die Albert-Schweitzer-Schule in Neustadt bekommt am 3. Mai ein neues Dach aus Kupfer.",
        "Sie hat lange darauf gewartet. Allerdings fehlt das Geld für neue Fenster in Neustadt.",
        "Die Stadt Neustadt zahlt zwei Millionen Euro für das Dach und die neue Heizung.",
        "Bürgermeisterin Anna Weber will die Schule noch im Sommer besuchen und das Dach sehen.",
    ),
    "ru": (
        "Город Северск в воскресенье открывает новый мост через реку после двух лет ремонта.",
        "Но денег на второй мост нет. Он обошёлся бы городу вдвое дороже первого.",
        "Мэр Анна Петрова сообщила, что мост обошёлся городу Северску в девять миллионов.",
        "Старый паром из Северска продадут на остров в северной части страны.",
    ),
    "ja": (
        "新空港は来月十日に開業する。",
        "しかし、市民の不安は残る。この空港には二本の滑走路がある。",
        "市長の山田花子氏は、新空港の滑走路を二本とも使うと述べた。",
        "古い空港の建物は、来年の春に博物館として公開される予定だ。",
    ),
    "ar": (
        "افتتحت مدينة الزهراء يوم الأحد جسرها الجديد بعد عامين من أعمال الإصلاح.",
        "لكن السكان ما زالوا قلقين. وأضافت العمدة أن الضجيج كبير في المدينة.",
        "دفعت هيئة الطرق تسعة ملايين لشراء كابلات فولاذية جديدة للجسر الجديد.",
        "تباع العبارة القديمة لمدينة صغيرة في جزيرة تقع شمال البلاد هذا العام.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_points_in_many_languages(language):
    paragraphs = LANGUAGES[language]
    found = points(paragraphs, "…", language)
    assert found[0].text == paragraphs[0]
    assert len(found) >= 2
    assert 1 not in {point.paragraph for point in found}


def test_each_rejected_sentence_has_a_reason():
    article = make_article(LEAD, *REST, title=TITLE)
    found = {
        point.point.text[:12]: point.dropped for point in verdicts(article, text_of(article)[0])
    }
    assert found["The Lindqvis"] == ""
    assert found["She said the"] == "depends on other sentences or addresses the reader"
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
    ],
)
def test_no_first_sentence_depends_on_a_missing_one_or_sets_a_scene(opener):
    assert opener not in [point.text for point in points((opener, LEAD, *REST))]


def test_what_happened_long_before_the_article_is_background():
    opener = "In March 1888, when the ferry sank, the council of Norhaven planned a first bridge."
    recent = (
        "In March 2024, when the ferry sank, the council of Norhaven closed the Lindqvist Bridge."
    )
    said = [point.text for point in points((opener, LEAD, recent, *REST[1:5]), date="2025-05-04")]
    assert opener not in said
    assert recent in said


def test_one_of_them_tells_what_the_headline_does():
    others = (
        "Bakers sold bread in May, tailors sold hats, painters sold boats, growers sold apples.",
        "Growers sold apples to bakers in May, and bakers sold apple bread to the painters.",
        "Painters painted boats for growers in May, and tailors made hats for bakers and painters.",
    )
    found = points((*others, REST[1], *others[:1]))
    assert REST[1] in [point.text for point in found]


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
