"""Keywords that a page shows: a text in a language each, and what must and must not be shown."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.keywords.cases import is_oblique
from generator.analyse.keywords.german import weak_nouns
from generator.analyse.keywords.names import is_of_another
from generator.analyse.text.base_forms import in_base_form, is_adjective
from generator.analyse.text.lemmas import compound_base, is_verb
from generator.analyse.text.token import Token
from generator.config import Settings
from generator.relate import relate

TEXTS = {
    "what only an aside has": (
        "de",
        "Der Leuchtturm von Norhaven wird neu gestrichen",
        (
            "Der Leuchtturm von Norhaven bekommt im Mai neue Farbe. Die Gemeinde Norhaven zahlt "
            "die Arbeiten am Leuchtturm. Vierzig Helfer haben sich gemeldet. Vor hundert Jahren "
            "strich ihn ein Seemann allein. Die erste Bestellung der Farbe kam zu spät. Eine "
            "zweite Bestellung folgte."
        ),
        {"Leuchtturm"},
        {"Bestellung"},
    ),
    "a noun before a name, a dative and what a number counts": (
        "de",
        "Hafen von Norhaven wächst",
        (
            "Der Hafen von Norhaven kostet 12 Mio und soll bald 14 Mio wert sein. Bei den Wählern "
            "kommt das gut an. Deren Sparkassen Norhaven gibt 3 Mio Kredit. Von Wählern hört man "
            "im Hafen nur Lob."
        ),
        set(),
        {"Mio", "Sparkassen Norhaven", "Wählern"},
    ),
    "an acronym after an article": (
        "de",
        "Silver Harbour Bank schließt",
        (
            "Die Silver Harbour Bank schließt ihre Filialen. Die SHB hatte zu viel verliehen. Der "
            "SHB fehlt Geld, sagt die Aufsicht. Die Silver Harbour Bank war vor zwanzig Jahren "
            "gegründet worden."
        ),
        {"Silver Harbour Bank"},
        {"SHB"},
    ),
    "other cases than the nominative": (
        "pl",
        "Nowa przystań nad zatoką",
        (
            "Przystań nad zatoką zbuduje gmina. O dawnej zatoce mówi się w dawnych opowieściach. "
            "Spółka działa bez zielonej energii, a plany zielonej energii są gotowe. Przystań "
            "otworzy burmistrz."
        ),
        set(),
        {"dawnych opowieściach", "zielonej", "zielonej energii"},
    ),
    "a person in another case": (
        "ru",
        "Маяк покрасят заново",
        (
            "Маяк покрасят весной. Об этом журналисты узнали вместе с Леонидом Бардуном. Бардун "
            "служит на маяке. Мэр Самары Дмитрий Зоркин обещал краску."
        ),
        set(),
        {"Леонидом Бардуном", "Самара Дмитрий Зоркин", "Самары Дмитрий Зоркин"},
    ),
}


TEXTS |= {
    "a person, not the surname, and a name with digits": (
        "en",
        "Lawmakers ask Clinton about H5N1 vaccine",
        (
            "The death of Ann Clinton's hens began the inquiry. The death of Ann Clinton's geese "
            "followed. The virus H5N1 killed the birds of the town, and H5N1 spread. Clinton told "
            "them that the vaccine was late. Clinton wants to try again. The vaccine is cheap."
        ),
        {"Ann Clinton", "H5N1"},
        {"Clinton"},
    ),
    "a person after an institution": (
        "es",
        "El juez cita a los testigos del puerto",
        (
            "El magistrado Ángel Norhan cita a los testigos del puerto. El juez del Tribunal Mayor "
            "Ángel Norhan los espera el lunes. Norhan no quiso hablar del puerto. Según fuentes "
            "del puerto, Norhan está cansado. El puerto sigue abierto."
        ),
        {"Ángel Norhan"},
        {"Norhan", "Mayor Ángel Norhan"},
    ),
    "a verb of a headline, and a small word in capitals": (
        "en",
        "Harbour Master Greta Norhan Dies",
        (
            "Harbour Master Greta Norhan Dies. Greta Norhan ran the harbour for years — MORE. The "
            "town knew Norhan well. Her harbour grew — MORE. Norhan was fifty."
        ),
        {"Greta Norhan"},
        {"Greta Norhan Dies", "more", "MORE"},
    ),
    "an adjective after das": (
        "de",
        "Streit um das Blaue Haus",
        (
            "Das Blaue Haus wird im Mai verkauft. Das Blaue Haus gehört der Stadt. Die Stadt will "
            "es nicht mehr. Viele Bürger wollen das Blaue Haus behalten."
        ),
        {"Blaues Haus"},
        {"Blaue Haus"},
    ),
}


def shown(language, title, text):
    article = make_article(text, title=title, language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    return {keyword.text for keyword in insight.keywords if not keyword.weak}


@pytest.mark.parametrize("case", TEXTS)
def test_only_subjects_are_shown(case):
    language, title, text, wanted, unwanted = TEXTS[case]
    found = shown(language, title, text)
    assert wanted - found == set()
    assert found & unwanted == set()


def tokens(*words, kind="word"):
    return [Token(word, word.lower(), kind, word.lower()) for word in words]


@pytest.mark.parametrize(
    ("language", "words", "oblique"),
    [
        ("pl", "zielonej energii", True),
        ("pl", "zielona energia", False),
        ("pl", "od wyspy", True),  # a preposition before it
        ("pl", "te wyspy", False),
        ("ru", "для острова", True),
        ("ru", "острова", False),  # also the plural
    ],
)
def test_a_case_is_told_by_the_word_and_what_is_before_it(language, words, oblique):
    sentence = tokens(*words.split())
    at = 1 if words.split()[0] in {"od", "te", "для"} else 0
    sentence[0] = Token(sentence[0].text, sentence[0].low, "stop" if at else "word", "")
    assert is_oblique(sentence, at, language) is oblique


@pytest.mark.parametrize(
    ("word", "base"),
    [("nebelgebieten", "Nebelgebiet"), ("zauberwort", "Zauberwort"), ("norhaven", None)],
)
def test_a_compound_has_the_base_form_of_its_last_part(word, base):
    assert compound_base(word, "de") == base


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("Nebelgebieten", "Nebelgebiete"),
        ("KI-Gebieten", "KI-Gebiete"),
        ("Wählern", "Wähler"),
        ("Volkswirtschaften", None),
        ("russischen Soldaten", "russische Soldaten"),
    ],
)
def test_german_nouns_lose_the_ending_of_the_dative(words, base):
    found = in_base_form(tokens(*words.split()), "de", frozenset({"von"}), {})
    assert found == (base.split() if base else None)


def test_two_german_nouns_are_no_name():
    assert weak_nouns(tokens("Ökonomien", "Deutschland", kind="name"))
    assert weak_nouns(tokens("Menge", "Verrücktes"))
    assert not weak_nouns(tokens("Deutschlands", "Wirtschaft", kind="name"))
    assert not weak_nouns(tokens("Angela", "Holm", kind="name"))


def test_a_name_has_the_base_form_that_the_text_has():
    names = {"анваром": "Анвар", "бардуном": "Бардун"}
    found = in_base_form(tokens("Анваром", "Бардуном", kind="name"), "ru", frozenset(), names)
    assert found == ["Анвар", "Бардун"]


def test_a_noun_of_a_verb_has_its_own_base_form():
    assert in_base_form(tokens("wzorcowania"), "pl", frozenset(), {}) == ["wzorcowanie"]


def test_an_adjective_in_the_plural_is_not_made_masculine():
    assert in_base_form(tokens("быстрых", "шахмат"), "ru", frozenset(), {}) is None


def test_an_acronym_before_a_person_is_no_part_of_the_name():
    sentence = tokens("РФ", "Владимир", "Бардун", kind="name")
    assert is_of_another(sentence, 1, "ru")
    assert not is_of_another(tokens("РФ", "Бардун", kind="name"), 1, "ru")


@pytest.mark.parametrize(
    ("language", "word", "verb"),
    [
        ("ru", "продать", True),
        ("ru", "область", False),
        ("pl", "wykorzystać", True),
        ("tr", "yaptık", True),
    ],
)
def test_verbs_are_no_keywords(language, word, verb):
    assert is_verb(word, language) is verb


def test_an_adjective_of_a_country_is_not_shown():
    found = shown(
        "fr",
        "Un port neuf à Norhaven",
        "Le port de Norhaven sera neuf. Le ministre américain est venu, le consul américain aussi, "
        "et le fonds américain paie. Le port de Norhaven ouvre en mai. Norhaven attend un bateau.",
    )
    assert "Norhaven" in " ".join(found)
    assert "américain" not in found


def test_an_adjective_has_two_genders():
    assert is_adjective("pomiarowych", "pl")
    assert not is_adjective("zatoce", "pl")
