"""Which sentences can be read without the others, in several languages."""

import pytest

from generator.analyse.key_points.dependence import (
    addresses,
    has_verb,
    is_prose,
    stands_alone,
    without_dateline,
)
from generator.analyse.text.quotations import outside_quotations, parted_quotation
from generator.analyse.text.tokens import tokenize

ALONE = {
    "en": "The city of Norhaven opened its new bridge this week after two years of repairs.",
    "de": "Das neue Dach der Schule in Neustadt kostet nach Angaben der Stadt zwei Millionen.",
    "fr": "La mairie de Valbrun ouvre cette semaine une bibliothèque pour les enfants.",
    "es": "El ayuntamiento de Valdeluz abre esta semana una biblioteca para los niños.",
    "pt": "A câmara de Valdeluz abre esta semana uma biblioteca para as crianças.",
    "it": "Il comune di Valdoro apre domenica il ponte nuovo dopo due anni di lavori.",
    "nl": "Het bestuur van Meerdorp opent zondag de nieuwe brug na twee jaar werk.",
    "sv": "Den nya bron i Sjöstad öppnar på söndag efter två års arbete.",
    "nb": "Den nye broen i Sjøstad åpner på søndag etter to års arbeid.",
    "pl": "Miasto Jeziorno otwiera w niedzielę nowy most po dwóch latach prac.",
    "ru": "Город Северск открывает на этой неделе новый мост после двух лет работ.",
    "tr": "Göller kenti bu hafta iki yıllık çalışmadan sonra yeni köprüyü açıyor.",
    "ja": "新空港は来月、二本の滑走路とともに開業する。",
    "zh": "跨海大桥将在周日正式通车。",
    "ar": "افتتحت مدينة الزهراء جسرها الجديد بعد عامين من العمل.",
}
LEANS = {
    "en": [
        "He said the bridge was safe for all the lorries of Norhaven.",
        "But the bridge of Norhaven stays closed until the end of May.",
        "However, the council of Norhaven had no money left for cables.",
        "Meanwhile the ferry takes the people of Norhaven over the river.",
        "This made the council of Norhaven ask for more money.",
        "After these talks the council of Norhaven gave the money.",
        "In her speech the bridge of Norhaven came up only once.",
        "At the harbour they waited for the mayor of Norhaven.",
        "We think the bridge of Norhaven should never have been built.",
        "For that reason the council of Norhaven bought the cables.",
        "The editor of the Gazette sent these questions to the mayor of Norhaven.",
        "The mayor, for example, takes the ferry to Norhaven.",
        "“The bridge of Norhaven is a joy for everyone who lives there.”",
        "“The bridge is a joy for everyone in Norhaven,” she said.",
        "Think of the way the people of Norhaven use the bridge.",
        "When the ferry stopped, I went to Norhaven on foot.",
        "Three days later the council of Norhaven closed the bridge.",
        "First of all, the council of Norhaven needs cables.",
        "Greta Holm: The mayor of Norhaven wants a second bridge.",
        "Bridge: something built over a river or a road for people to cross.",
        "The people of Norhaven had waited twenty years for this.",
        "The council of Norhaven paid for cables, and these were never used.",
        "Long before the council of Norhaven met, the ferry had stopped.",
        "No, Greta Holm said, the council of Norhaven had no money.",
        "Norhaven Rowing Club: Four boats and a crew of eight came to the start.",
    ],
    "de": [
        "Er nannte das neue Dach der Schule dringend nötig.",
        "Dieses Dach kostet die Stadt Neustadt zwei Millionen.",
        "Allerdings fehlt der Stadt Neustadt dafür noch das Geld.",
        "Die Stadt Neustadt gab nach langem Streit diese Summe frei.",
        "Nach diesem Treffen gab die Stadt Neustadt das Geld frei.",
        "Mehr zum neuen Dach der Schule in Neustadt lesen Sie morgen.",
        "Der Stadt Neustadt fehlt jedoch das Geld für das Dach.",
    ],
    "fr": [
        "Elle a promis des livres à tous les enfants de Valbrun.",
        "Cependant, la mairie de Valbrun n’a pas encore de livres.",
        "Pour cette raison la mairie de Valbrun cherche des livres.",
    ],
    "es": ["Sin embargo, la alcaldesa de Valdeluz no tiene libros.", "Su padre vive en Valdeluz."],
    "pt": ["No entanto, a câmara de Valdeluz não tem livros.", "Ele vive em Valdeluz há dez anos."],
    "it": ["Tuttavia il comune di Valdoro non ha più soldi.", "Questo ponte costa due milioni."],
    "nl": ["Hij woont al tien jaar in Meerdorp.", "Deze brug kost de stad twee miljoen."],
    "sv": ["Hon bor i Sjöstad sedan tio år.", "Däremot saknar Sjöstad pengar till bron."],
    "nb": ["Hun bor i Sjøstad.", "Derimot mangler Sjøstad penger til broen."],
    "pl": ["Jednak miasto Jeziorno nie ma pieniędzy.", "Ten most kosztuje dwa miliony."],
    "ru": ["Однако у города Северск нет денег.", "После этого совещания Северск нашёл деньги."],
    "tr": ["Ancak Göller kentinin parası yok.", "Bu köprü iki milyona mal oldu."],
    "ja": ["しかし、市には予算がない。", "この橋は二年前に完成した。"],
    "zh": ["但是市政府没有钱。", "他住在海边的城市。"],
    "ar": ["لكن المدينة لا تملك المال الكافي.", "هذا الجسر جديد تماما في المدينة."],
}


@pytest.mark.parametrize("language", ALONE)
def test_a_sentence_that_can_be_read_on_its_own(language):
    sentence = ALONE[language]
    assert is_prose(sentence, language)
    assert stands_alone(sentence, language, opening=False)


@pytest.mark.parametrize("language", LEANS)
def test_sentences_that_depend_on_others(language):
    assert [
        sentence
        for sentence in LEANS[language]
        if stands_alone(sentence, language, opening=False) and not addresses(sentence, language)
    ] == []


def test_nothing_is_before_the_first_sentence():
    sentence = "A man and his wife were hurt when a cable of the bridge broke, they said."
    assert stands_alone(sentence, "en", opening=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Who paid for the new bridge of Norhaven?",
        "Sign up for the newsletter of the Norhaven Courier.",
        "Stay up to date with email updates about the harbour of Norhaven.",
        "Greta Holm, center, speaks to the council of Norhaven.",
        "Photo: the bridge of Norhaven on the day that it opened.",
        "The bridge of Norhaven is open at last!",
        "The bridge of Norhaven opened, and the mayor...",
        "WATCH: The bridge of Norhaven opens to traffic.",
        "CLOSE The bridge of Norhaven opened on Sunday.",
        "3) The council pays for the bridge.",
        "(The bridge of Norhaven opened on Sunday.",
        "Ann Holm is a columnist for the Norhaven Courier.",
        "READ MORE The bridge of Norhaven opens.",
        "The bridge of Norhaven",
        "In other findings, the survey shows:Overall the people of Norhaven want a bridge.",
        ".@NorhavenCouncil must open the bridge before the summer.",
        "The best of all is…the bridge of Norhaven in the morning.",
    ],
)
def test_what_is_no_sentence_of_an_article(sentence):
    assert not is_prose(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "has"),
    [
        ("Memorial on the old bridge of Norhaven on a day of rain.", False),
        ("A daily roundup of security issues in Norhaven and Vessen.", False),
        ("The bridge of Norhaven opened.", True),
        ("The council of Norhaven pays for it.", True),
        ("The mayor leads the council.", True),
    ],
)
def test_a_sentence_has_a_verb(sentence, has):
    assert has_verb(tokenize([sentence], "en").sentences[0], "en") is has


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("This week the council of Norhaven opens the bridge.", "en"),
        ("At least six people of Norhaven were hurt on the bridge.", "en"),
        ("World War I left the bridge of Norhaven in ruins.", "en"),
        ("Cette semaine, la mairie de Valbrun ouvre une bibliothèque.", "fr"),
        ("À Valbrun, il y a deux bibliothèques pour les enfants.", "fr"),
    ],
)
def test_sentences_that_only_seem_to_depend_on_others(sentence, language):
    assert stands_alone(sentence, language, opening=False)


def test_an_article_may_begin_with_an_impersonal_pronoun():
    sentence = "It is rare that a town builds two bridges in a year."
    assert stands_alone(sentence, "en", opening=True)
    assert not stands_alone(sentence, "en", opening=False)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("NORHAVEN (Reuters) - The bridge opened.", "The bridge opened."),
        ("Norhaven (CNN) The bridge opened.", "The bridge opened."),
        ("(AFP) -- The bridge opened.", "The bridge opened."),
        ("NORHAVEN, Vessen — The bridge opened.", "The bridge opened."),
        ("NORHAVEN – “Open” bridges matter.", "“Open” bridges matter."),
        ("Neustadt (dpa/lby) - Die Schule hat ein Dach.", "Die Schule hat ein Dach."),
        ("The Roads Agency (NRA) paid for it.", "The Roads Agency (NRA) paid for it."),
        ("UNICEF – the children's fund – paid.", "UNICEF – the children's fund – paid."),
        ("The bridge – the old one – opened.", "The bridge – the old one – opened."),
    ],
)
def test_datelines_are_removed(sentence, rest):
    assert without_dateline(sentence, None) == rest


def test_a_dateline_may_be_a_sentence_of_its_own():
    assert without_dateline("- Le pont est ouvert.", "Valbrun, 3 mai.") == "Le pont est ouvert."
    assert without_dateline("(Reuters) - The bridge opened.", "EASTMOOR, Ves.") == (
        "The bridge opened."
    )


def parted(*sentences):
    """Return which sentences hold only a part of a quotation; each begins a paragraph or not."""
    found, inside = [], False
    for first, sentence in sentences:
        part, inside = parted_quotation(sentence, inside=inside, first=first)
        found.append(part)
    return found


def test_quotations_over_sentences_and_paragraphs():
    assert parted(
        (True, "The mayor spoke."),
        (False, "“We waited."),
        (False, "We hoped."),
        (True, "“We saw it open."),  # a new paragraph of the same quotation
        (False, "It is ours,” she said."),
        (True, "The council agreed."),
    ) == [False, True, True, True, True, False]


def test_a_korean_ending_follows_a_closing_mark_at_once():
    assert parted((True, "시장은 '다리를 연다'라며 웃었다.")) == [False]
    assert parted((True, "시장은 '다리를 연다 하고 웃었다.")) == [True]


def test_single_marks_are_apostrophes_as_well():
    assert parted(
        (True, "The growers' union met on the '90s' bridge."),
        (True, "'It is ours,' said Greta Holm."),
        (True, "'It is ours. "),
        (False, "We waited,' said Greta Holm."),
    ) == [False, False, True, True]


def test_quotations_of_other_scripts_are_known():
    assert outside_quotations("「長く待った」と市長。").strip() == "と市長。"
