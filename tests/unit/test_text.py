"""Bytes of unknown origin become clean Unicode."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import NotText, clean, decode, spelled, spellings, squeeze

SENTENCE = (
    "Die Brücke über den Fluss wurde gestern früh für den Verkehr geöffnet – nach zwölf Jahren."
)
RUSSIAN = "Мост через реку открыли вчера утром после двенадцати лет строительства, сообщил мэр."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding):
    assert decode((SENTENCE * 3).encode(encoding)) == SENTENCE * 3


def test_a_single_letter_does_not_decide_for_a_rare_encoding():
    text = "The hárbour bridge was reopened on Monday, the council said. “At last,” it added."
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "iso-2022-jp"])
def test_japanese_encodings(encoding):
    text = (
        "市議会は月曜日に開かれ、港の新しい岸壁について三時間にわたって議論した。工事は春に始まる。"
    )
    assert decode(text.encode(encoding)) == text
    assert decode(text.encode(encoding), "utf-8") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_encodings_of_other_scripts(encoding):
    assert decode((RUSSIAN * 5).encode(encoding)) == RUSSIAN * 5


def test_a_declared_encoding_is_believed():
    assert decode("naïve".encode("cp1252"), "windows-1252") == "naïve"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, b"\0" * 100])
def test_binary_files_are_no_text(data):
    with pytest.raises(NotText):
        decode(data)


def test_controls_and_direction_overrides_are_removed_and_joiners_kept():
    assert clean("a\x00b\u202egpj\u202c\r\nc\u200dd") == "abgpj\nc\u200dd"


def test_squeeze_makes_one_line():
    assert squeeze("  a\u00a0 b\n\tc ") == "a b c"


@given(st.text())
def test_clean_is_stable(text):
    assert clean(clean(text)) == clean(text)


@given(st.binary(max_size=500))
def test_any_bytes_are_read_as_text_or_rejected(data):
    with contextlib.suppress(NotText):
        assert isinstance(decode(data), str)


WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
WRITTEN = {
    "en": "The bridge is open again, the city said on Friday.\nTrams will cross it on Monday.\n",
    "ru": "Мост снова открыт, сообщили в мэрии в пятницу.\nТрамваи пойдут по нему в понедельник.\n",
    "ar": "افتتح جسر الميناء صباح يوم الخميس.\nوستعبر عربات الترام الجسر يوم الاثنين.\n",
    "ja": "港の橋は木曜日の朝に再び開通した。 \n2024年8月29日\n路面電車は渡る。\n",
}


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", WRITTEN)
def test_wide_encodings_need_no_mark(language, encoding):
    assert decode(WRITTEN[language].encode(encoding)) == WRITTEN[language]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "港の橋は木曜日の朝に再び開通した。路面電車は、月曜日からこの橋を渡る。市が発表した。",
        "港口大桥周四早上重新开放。市政府说，有轨电车将从周一起通过大桥。居民等了六年。",
        "항구의다리가목요일아침다시열렸다。전차는월요일부터다리를건넌다、시가밝혔다。",
    ],
)
def test_a_text_without_spaces_needs_no_mark_in_utf_16(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_random_bytes_are_no_east_asian_text():
    drawn = random.Random(7)
    for _ in range(50):
        with pytest.raises(NotText):
            decode(drawn.randbytes(400))


def test_zeros_strewn_into_a_text_are_left_out():
    text = WRITTEN["en"]
    assert decode(text.replace(" ", "\0 ").encode()) == text


def test_zeros_among_other_controls_are_a_binary_file():
    with pytest.raises(NotText):
        decode(bytes(range(32)) * 30 + WRITTEN["en"].encode())


DECOMPOSED = "Ca\u0301c ca\u0302\u0300u \u1112\u1161\u11ab (de\u0300s)"


def test_a_text_takes_the_spelling_of_its_source():
    source = f"<h1>{DECOMPOSED}</h1>"
    ours = clean(DECOMPOSED)
    assert ours != DECOMPOSED
    assert spelled(ours, source, spellings(source)) == DECOMPOSED


def test_words_that_a_source_spells_between_the_forms_are_found_too():
    source = "C\u00e2\u0300u  m\u1edbi"  # one mark composed, one not
    assert spelled("C\u1ea7u m\u1edbi", source, spellings(source)) == "C\u00e2\u0300u m\u1edbi"


def test_a_line_takes_the_spelling_of_its_own_line():
    lines = ["Cafe\u0301 and the\u0301.", "Caf\u00e9 and the\u0301\u00a0 here.", "The\u0301"]
    source = "\r\n".join(lines)
    for line in lines:
        assert spelled(squeeze(clean(line)), source, spellings(source)) == squeeze(line)


def test_a_text_that_its_source_contains_stays_as_it_is():
    source = "Caf\u00e9 au lait. Cafe\u0301."
    assert spelled("Caf\u00e9 au lait", source, spellings(source)) == "Caf\u00e9 au lait"
    assert spellings("Caf\u00e9 au lait") == {}


def test_letters_that_nfc_takes_apart_stay_apart():
    assert spellings("\u0986\u09df") == {}
