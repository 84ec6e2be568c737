"""Quotations in the marks of all languages, with the speaker where the text leaves no doubt."""

import pytest

from articles import make_article
from generator.analyse.quotes import quotations
from generator.models import Block


def said(language, *paragraphs):
    """Return text, paragraph and speaker (or what is credited) of each quotation."""
    blocks = tuple(
        Block(text.removeprefix("# "), "heading" if text.startswith("# ") else "paragraph")
        for text in paragraphs
    )
    article = make_article(*blocks, language=language)
    return [
        (found.text, found.paragraph, found.speaker or found.credited)
        for found in quotations(article)
    ]


ONE = [
    ("en", 'The bridge holds. "We tested every bolt," said Ann Holm, the engineer.', "Ann Holm"),
    ("en", "“We tested every bolt,” Ann Holm, who built it, told Courier.", "Ann Holm"),
    ("en", "‘We tested every single bolt,’ said Ann Holm.", "Ann Holm"),
    ("en", "According to Ann Holm, the bridge is “safe for a hundred years”.", "Ann Holm"),
    ("en", "“We tested every bolt,” said a spokesman for Ann Holm.", "a spokesman for Ann Holm"),
    ("en", "“We tested every bolt,” the ministry said.", "the ministry"),
    ("en", "“We tested every bolt,” said Ohio state Rep. Ann Holm, D-Seer.", "Ann Holm"),
    ("de", "„Wir haben jede Schraube geprüft“, sagte Bauleiterin Anna Holm.", "Anna Holm"),
    ("de", "Anna Holm sagte: »Wir haben jede Schraube geprüft.«", "Anna Holm"),
    ("de", "«Wir haben jede Schraube geprüft», so der Feuerwehrsprecher.", "der Feuerwehrsprecher"),
    ("fr", "« Nous avons vérifié chaque boulon », a déclaré Anne Houle.", "Anne Houle"),
    ("es", "«Hemos revisado cada tornillo», afirmó la alcaldesa Ana Ruiz.", "Ana Ruiz"),
    ("pt", "“Verificamos cada parafuso da ponte”, disse a prefeita Ana Reis.", "Ana Reis"),
    ("it", "«Abbiamo controllato ogni bullone», ha detto la sindaca Anna Rossi.", "Anna Rossi"),
    ("cs", "„Zkontrolovali jsme každý šroub,“ řekla inženýrka Anna Nová.", "Anna Nová"),
    ("pl", "„Sprawdziliśmy każdą śrubę mostu” – powiedziała Anna Nowak.", "Anna Nowak"),
    ("ru", "«Мы проверили каждый болт моста», — сказала инженер Анна Новикова.", "Анна Новикова"),
    ("sv", "”Vi har provat varje skruv i bron”, säger Anna Holm.", "Anna Holm"),
    ("nl", "‘We hebben elke bout getest’, zegt burgemeester Anna Bos.", "Anna Bos"),
    ("ru", "— Мы проверили каждый болт, — сказала Анна Новикова.", "Анна Новикова"),
    ("es", "—Hemos revisado cada tornillo —dijo Ana Ruiz.", "Ana Ruiz"),
    ("nb", "– Vi har prøvd hver skrue i broen, sier Anna Holm til avisen.", "Anna Holm"),
    ("sv", "– Vi har provat varje skruv, säger Anna Holm.", "Anna Holm"),
    ("de", "Auf die Frage, ob Jan Berger zahle, sagte Anna Holm: „Die Stadt zahlt.“", "Anna Holm"),
    ("de", "„Wir haben jede Schraube geprüft“, sagt Kontrolleur Jan Berger.", "Jan Berger"),
    ("de", "„Wir prüfen jede Schraube“, sagt Der Geiger Jan Berger.", "Jan Berger"),
    ("en", "Ann Holm, the successor of Jo Reed, who replied: “We tested it.”", "Ann Holm"),
    ("en", "“We tested every bolt,” Ann Holm, the city's engineer said.", "Ann Holm"),
    ("en", "He was asked, “Did you test every bolt of the bridge?”", None),
    ("en", '“We tested a "red" bolt,” said Ann Holm.', "Ann Holm"),
    ("en", "Ann Holm, for her part, said: “We tested every bolt.”", "Ann Holm"),
    ("en", "The old engineer, who spoke first, said “every bolt was tested twice.”", None),
    ("es", "“Hemos revisado cada tornillo”, resumió la alcaldesa Ana Ruiz.", "Ana Ruiz"),
    ("es", "“Hemos revisado cada tornillo”, ha insistido el alcalde.", "el alcalde"),
    ("es", "“Es una obra enorme y una alegría”. Así empezó la fiesta.", None),
    ("fr", "L'éloge de Paul Houle : « Nous avons vérifié chaque boulon. »", None),
    ("ko", "그는 “다리를 모두 확인했다”고 말했다.", None),
    ("ja", "橋の技師は「すべてのボルトを確認した」と述べた。", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), ONE)
def test_one_quotation_with_its_speaker(language, text, speaker):
    found = said(language, text)
    assert [credited for _, _, credited in found] == [speaker]
    assert found[0][0] in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The so-called “iron bridge of the north” opens."),
        ("en", "Her novel “The Bridges of Seer County” is a success."),
        ("en", "The marchers held a banner reading “No bridge over our river”."),
        ("en", "The “pay as you go” plan begins in May, said Ann Holm."),
        ("en", "Boats wait at noon for the 'Maria' and the 'Anna'."),
        ("en", "The workers' hall and the sailors' home stay shut."),
        ("en", "They sang “Never Let the River Rise!,” an old song."),
        ("ja", "橋の「フジサンブリッジホール」で式があった。"),
        ("de", "Das Buch „Die Brücken der alten Stadt“ erscheint."),
        ("de", "Die sogenannte „eiserne Brücke im Norden“ ist offen."),
    ],
)
def test_titles_slogans_and_scare_quotes_are_no_speech(language, text):
    assert said(language, text) == []


def test_straight_marks_may_be_inside_straight_ones():
    found = said("en", '"They called it a "red bridge," and they were wrong," said Ann Holm.')
    assert found == [('They called it a "red bridge," and they were wrong,', 0, "Ann Holm")]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("It rained. “We tested it,” said Ann Holm. All left.", ("“", "” said Ann Holm.")),
        ("Ann Holm said: “We tested every bolt.”", ("Ann Holm said: “", "”")),
        ("“We tested every single bolt of it.”", ("", "")),
        ("It rained. “We tested every bolt of it.” All left.", ("", "")),
    ],
)
def test_the_rest_of_the_sentence(text, around):
    article = make_article(Block(text), language="en")
    assert [(found.before, found.after) for found in quotations(article)] == [around]


def test_a_word_before_a_name_in_a_caption_is_no_part_of_it():
    found = said(
        "en",
        "Courtesy Ann Holm",
        "Ann Holm opened the bridge. Ann Holm is an engineer.",
        "“We tested every bolt,” Holm said.",
    )
    assert found[0][2] == "Ann Holm"


def test_a_surname_may_be_first():
    found = said("en", "Mayor Ren Minato opened it.", "“We tested every bolt,” Ren said.")
    assert found[0][2] == "Ren Minato"


def test_someone_named_between_does_not_speak_for_another():
    found = said(
        "fr",
        "« Nous avons vérifié chaque boulon », a dit Anne Houle. Jean Morel lui oppose "
        "« un chantier qui a duré dix longues années pour rien ».",
    )
    assert [speaker for *_, speaker in found] == ["Anne Houle", None]


def test_a_pronoun_that_follows_an_office_without_a_name_has_no_name():
    found = said(
        "en",
        "Ann Holm opened the bridge. The mayor of the town was late.",
        "“We waited for the whole morning,” she said.",
    )
    assert [speaker for *_, speaker in found] == [None]


def test_an_administration_is_not_the_person_whose_name_it_has():
    found = said(
        "en",
        "Mr. Holm left. The Holm administration denied it, saying “the bridge was never shut.”",
    )
    assert [speaker for *_, speaker in found] == [None]


def test_headings_are_no_speech():
    assert said("en", "# “We tested every bolt of it”", "The bridge opens.") == []


def test_a_surname_is_the_person_of_that_name():
    found = said(
        "en",
        "Mayor Ann Holm opened the bridge.",
        "“We tested every bolt,” Ms. Holm said. “It will stand for a hundred years.”",
    )
    assert [speaker for *_, speaker in found] == ["Ann Holm", "Ann Holm"]


def test_two_bearers_of_a_surname_stay_apart():
    found = said(
        "en",
        "Ann Holm and her brother Peter Holm built the bridge.",
        "“We tested every bolt of the bridge,” Holm said.",
        "“It was my idea to test them,” Peter Holm said.",
    )
    assert [(text[:2], speaker) for text, _, speaker in found] == [
        ("We", "Holm"),
        ("It", "Peter Holm"),
    ]
    article = said("en", "Ann Holm met Peter Holm.", "“We tested every bolt,” Holm said.")
    assert article == [("We tested every bolt,", 1, "Holm")]


def test_a_pronoun_is_the_only_person_it_can_mean():
    found = said(
        "en",
        "“We tested every bolt,” said Ann Holm, the engineer.",
        "“The river was the hard part of it,” she added.",
    )
    assert [speaker for *_, speaker in found] == ["Ann Holm", "Ann Holm"]


def test_a_pronoun_with_two_readings_has_no_name():
    found = said(
        "en",
        "Engineer Ann Holm and captain Mary Seer met at the bridge on Monday.",
        "“The river was the hard part of it,” she said.",
    )
    assert [speaker for *_, speaker in found] == [None]


def test_a_quotation_over_several_paragraphs_is_one():
    found = said(
        "en",
        "Ann Holm, the engineer, said: “We tested every bolt.",
        "“Then we tested the cables.",
        "“Nothing moved.”",
        "The bridge opens in May.",
    )
    text = "We tested every bolt.\nThen we tested the cables.\nNothing moved."
    assert found == [(text, 0, "Ann Holm")]


def test_a_quotation_may_open_only_once():
    found = said(
        "en",
        "Reporters asked Ann Holm, the engineer, about the bolts.",
        '"We tested every bolt.',
        'Then we tested the cables," she said.',
    )
    assert found == [("We tested every bolt.\nThen we tested the cables,", 1, "Ann Holm")]


def test_an_inner_quotation_belongs_to_the_outer_one():
    text = "“My father told me, ‘Test every bolt of it yourself,’ and I did,” said Ann Holm."
    assert [words for words, *_ in said("en", text)] == [
        "My father told me, ‘Test every bolt of it yourself,’ and I did,"
    ]


def test_a_quotation_without_a_speaker_continues_the_one_before():
    found = said(
        "en",
        "“We tested every bolt,” said Ann Holm, the engineer.",
        "“The river was the hard part of it.”",
    )
    assert [speaker for *_, speaker in found] == ["Ann Holm", "Ann Holm"]


def test_each_speaker_has_their_own_words():
    found = said(
        "en",
        "“We tested every bolt of it,” said Ann Holm, the engineer.",
        "“The ferry was good enough for us,” said Peter Seer, a farmer.",
    )
    assert [speaker for *_, speaker in found] == ["Ann Holm", "Peter Seer"]


def test_nobody_is_credited_where_the_text_credits_nobody():
    assert said("en", "The bridge opened.", "“Nobody had believed it would stand.”") == [
        ("Nobody had believed it would stand.", 1, None)
    ]


def test_the_words_of_the_seed_are_its_speakers():
    found = said(
        "en",
        "This was announced by Kitamura Toshihiro, the press secretary of Takeshi Iwai.",
        "President Ann Holm received the minister Takeshi Iwai. Takeshi Iwai thanked her.",
        "Reporters then put their questions to Kitamura Toshihiro, a representative of Japan.",
        '"We stand for peace and always have.',
        "Every partnership must be reviewed,” he said.",
    )
    assert [(paragraph, speaker) for _, paragraph, speaker in found] == [(3, "Kitamura Toshihiro")]
