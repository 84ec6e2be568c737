"""Straight marks become those of the article's language; what may mean two things stays."""

import pytest

from generator.compose.typography import typeset, typeset_pieces

THIN, FIXED = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("en", '"We said \'no\' twice," she said.', "“We said ‘no’ twice,” she said."),
        ("en", "He wrote 'it is \"done\" now'", "He wrote ‘it is “done” now’"),
        ("de", "Er sagte: \"Es ist 'gut'\", und ging.", "Er sagte: „Es ist ‚gut‘“, und ging."),
        ("fr", "Il dit : \"C'est 'ici'\" !", f"Il dit{FIXED}: «{THIN}C’est “ici”{THIN}»{THIN}!"),
        ("es", "Dijo: \"Es 'bueno'\". ¿\"Sí\"?", "Dijo: «Es “bueno”». ¿«Sí»?"),
        ("ru", 'Вышла "Газета "Правда"".', "Вышла «Газета „Правда“»."),
        ("uz", "\"O'zbekiston\" jamoasi", "“Oʻzbekiston” jamoasi"),
        ("uz", 'У "Наврўз" ҳақида ёзди', "У «Наврўз» ҳақида ёзди"),
        ("sv", '"Ja", sade han', "”Ja”, sade han"),
        ("pl", 'Powiedział: "Tak"', "Powiedział: „Tak”"),
    ],
)  # fmt: skip
def test_quotations_and_those_inside_them(language, typed, set_):
    assert typeset(typed, language) == set_


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("en", "don't, O'Brien's, the workers' rights", "don’t, O’Brien’s, the workers’ rights"),
        ("en", "the '90s, May '68, rock 'n' roll, 'tis", "the ’90s, May ’68, rock ’n’ roll, ’tis"),
        ("nl", "'s avonds is 't stil", "’s avonds is ’t stil"),
        ("fr", "l'été d'\"Artagnan\"", f"l’été d’«{THIN}Artagnan{THIN}»"),
        ("it", "l'amico dell'arte", "l’amico dell’arte"),
        ("en", '"Hamlet"\'s end', "“Hamlet”’s end"),
        ("uz", "o'zbek, tog' va g`alaba", "oʻzbek, togʻ va gʻalaba"),
        ("uz", "ma'no, san'at, e'lon", "maʼno, sanʼat, eʼlon"),
        ("uk", "п'ять", "п’ять"),
    ],
)
def test_apostrophes(language, typed, set_):
    assert typeset(typed, language) == set_


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("en", "It came -- late --- and went...", "It came — late — and went…"),
        ("en", "word--word", "word—word"),
        ("de", "Er kam -- spät ...", "Er kam – spät …"),
        ("ru", "-- Да, -- сказал он...", "— Да, — сказал он…"),
    ],
)
def test_dashes_and_ellipses(language, typed, set_):
    assert typeset(typed, language) == set_


@pytest.mark.parametrize(
    "typed",
    [
        'a 6" pipe and a board of 5\'10"',
        'one " stands alone here',
        "run it with --force now",
        "-----",
        "and so on ....",
        "https://example.org/a--b...c",
        "someone--else@example.org",
    ],
)
def test_what_is_uncertain_stays(typed):
    assert typeset(typed, "en") == typed


@pytest.mark.parametrize(
    ("language", "typed"),
    [("he", "צה\"ל של ג'ורג'"), ("zh", '他说"你好"。'), ("en", "“Set” already — it’s fine…")],
)
def test_what_needs_nothing_stays(language, typed):
    assert typeset(typed, language) == typed


def test_a_quotation_may_go_on_in_the_next_paragraph_or_come_from_the_last():
    assert typeset('"It goes on. He said "no" to it.', "en") == "“It goes on. He said ‘no’ to it."
    assert typeset('It ends here."', "en") == "It ends here.”"


def test_a_mark_without_partner_leaves_the_others_alone_but_not_the_apostrophes():
    typed = 'It\'s "one" and "two and three.'
    assert typeset(typed, "en") == typed.replace("It's", "It’s")


def test_pieces_are_set_as_one_and_stay_apart():
    assert typeset_pieces(['He said "', "no", '" and left...'], "de") == [
        "He said „",
        "no",
        "“ and left…",
    ]
