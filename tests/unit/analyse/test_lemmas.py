"""Base forms: which words are verbs, and which form of a keyword names best."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.text.lemmas import is_common_noun, is_form_of, is_verb, lemma
from generator.config import Settings
from generator.relate import relate

VERBS = {
    "cs": ("otevřeli uvedl", "mostu oblasti smrti světa"),
    "es": ("abrieron dijo", "mujeres lugares poderes"),
    "fr": ("manquent annoncé supprimer", "policiers ministres première atelier pouvoir dîner"),
    "nl": ("opende keken", "wapens jongens huizen"),
    "pl": ("powiedział mówi", "wolności części śmierci"),
    "pt": ("disse anunciou", "mulheres valores"),
    "ru": ("открыли говорит находится", "власти области ночи нефти помощи"),
    "sv": ("jobbar hittat hänt", "flickor kameror"),
    "tr": ("başlattı söyledi açıldı", "köprünün bakanı ekmeği"),
    "uk": ("відкрили повідомила", "частини міста"),
}
TEXTS = {
    "ru": (
        "В Казани открыли мост",
        (
            "КАЗАНЬ, 12 сен. Движение по новому мосту открыли в пятницу. Жители Казани ждали моста "
            "три года. Мост соединил два района."
        ),
        {"Казань", "мост"},
        {"Казани", "КАЗАНЬ", "мосту", "открыли"},
    ),
    "cs": (
        "V Brně opravili divadlo",
        (
            "Divadlo v Brně otevřeli v pátek. Obyvatelé Brna čekali na divadlo tři roky. Brno "
            "zaplatilo opravu divadla samo."
        ),
        {"Brno", "divadlo"},
        {"Brně", "Brna", "divadla", "otevřeli"},
    ),
    "uz": (
        "Samarqandda yangi yo‘l ochildi",
        (
            "Samarqand va Urganch o‘rtasida yangi poyezd yo‘lga chiqdi. Poyezd haftasiga to‘rt "
            "marta Samarqanddan jo‘naydi. Yangi poyezdda uch yuz kishi ketdi."
        ),
        {"Samarqand", "Urganch"},
        {"Samarqandda", "Samarqanddan", "ochildi", "chiqdi"},
    ),
}


@pytest.mark.parametrize("language", sorted(VERBS))
def test_verbs_are_distinguished_from_nouns_that_end_alike(language):
    verbs, nouns = (set(words.split()) for words in VERBS[language])
    assert {word for word in verbs | nouns if is_verb(word, language)} == verbs


def test_a_name_takes_precedence_over_a_word():
    assert lemma("путина", "ru") == "путин"
    assert lemma("xyzzy", "ru") is None
    assert lemma("running", "en") is None  # English has a table


def test_a_case_of_a_phrase():
    assert is_form_of(["российской", "федерации"], ["российская", "федерация"], "ru")
    assert not is_form_of(["российская", "федерация"], ["российской", "федерации"], "ru")
    assert not is_form_of(["élections"], ["élection"], "fr")


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_keyword_is_in_its_base_form_if_the_text_has_it(language):
    title, text, wanted, unwanted = TEXTS[language]
    article = make_article(text, title=title, language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    found = {keyword.text for keyword in insight.keywords}
    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(
    ("word", "is_noun"),
    [
        *((word, True) for word in ("kanzler", "wirkstoff", "stadt", "firma", "hersteller")),
        *((word, True) for word in ("tournee-sieger", "onlinemarktplatz", "teilen")),
        *((word, False) for word in ("alexander", "julia", "mario", "deutsche", "gidsel")),
    ],
)
def test_a_german_noun_has_a_plural_and_a_first_name_has_none(word, is_noun):
    assert is_common_noun(word, "de") == is_noun
    assert not is_common_noun(word, "en")
