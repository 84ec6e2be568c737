"""Bytes of unknown origin → clean Unicode. Pure."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.models import DigestError
from generator.scripts import HANGUL, UNSPACED_SIGNS

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 and C1 controls but tab and newline; soft hyphens, which tear words
# apart; bidirectional overrides and isolates; BOM inside the text;
# zero-width space; line and paragraph separators are turned into newlines before.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# Texts of such signs alone, which most are, have nothing to be cleaned.
_CLEAN = re.compile("[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")
_SWITCHES = re.compile(rb"\x1b\$[@B]")  # to Japanese, in ISO-2022-JP: 7 bits, so UTF-8 as well
_BINARY_SIGNS = bytes(byte for byte in range(32) if byte < 9 or (byte > 13 and byte != 27))
_EAST_ASIAN = re.compile(f"[\n\r{UNSPACED_SIGNS}{HANGUL}]")
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs", "So"})  # U+FFFD, for what can't be read, is of "So"
# A break of line within a sentence, as layout programs put it: no paragraph ends there.
_SOFT_BREAK = re.compile("(?<=[^\\W\\d_]|[,;–—-])[ \t]*\u2028[ \t]*(?=[^\\W\\d_])")
# Latin ligatures, which some fonts and PDF files hold as single signs.
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_LIGATURE = re.compile(f"[{''.join(map(chr, _LIGATURES))}]")
_NEWLINES = re.compile("\r\n?|\x85|\u2028|\u2029|\x0b|\x0c")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Marks that may be on one letter (Unicode, UAX #15, "Stream-Safe Text Format"): the time to put
# them into order grows with the square of their number, in C, where no signal interrupts it.
_MOST_MARKS = 30
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}")
# Of so many signs in a row, every eighth is three of the same kind: this is searched far sooner.
_STEP = 8
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{(_MOST_MARKS + 1) // _STEP}}}")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")  # what white space and ASCII marks set apart

SENTENCE_MARKS = ".!?…。！？։؟।"  # for a character class; the last three: Armenian, Arabic, Hindi
_CLOSING = "\"'”“’»）)\\]"  # quotation marks and brackets that may follow
_SENTENCE_END = re.compile(f"[{SENTENCE_MARKS}][{_CLOSING}]*$")
_CLAUSE_END = re.compile(f"[{SENTENCE_MARKS}:;][{_CLOSING}]*$")
_MARK_AT_END = re.compile(f"[{SENTENCE_MARKS}:;,—–][{_CLOSING}]*$")


class NotText(DigestError):
    """The bytes are not text in any encoding that could be recognised."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file (see `characters`), cleaned (see `clean`)."""
    return clean(characters(data, declared))


def characters(data: bytes, declared: str | None = None) -> str:
    """Return a file as it is written: by its mark, as UTF-8, as declared, else by its statistics.

    Raises `NotText` for a binary file.
    """
    wide = _marked(data) or _unmarked_wide(data)
    if not wide and _binary(data):
        wide = _unmarked_east_asian(data)
        data = data if wide else _without_zeros(data)
    if wide:
        return data.decode(wide, errors="replace")
    switching = "iso-2022-jp" if _SWITCHES.search(data) else None
    for known in filter(None, (switching, "utf-8", declared)):
        try:
            return data.decode(known)
        except (UnicodeDecodeError, LookupError):
            continue
    from chardet import detect  # noqa: PLC0415 - few files need its models

    best = detect(data)["encoding"]
    if best is None:
        raise NotText("the encoding of this file could not be recognised")
    return data.decode(best, errors="replace")


def _marked(data: bytes) -> str | None:
    """Return the encoding that a file's mark states, None for a file without one."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def clean(text: str) -> str:
    r"""Normalise to NFC with `\n` line ends; remove controls and direction overrides.

    Latin ligatures become letters. Joiners (U+200C, U+200D) and the two direction marks stay:
    scripts need them.
    """
    if _CLEAN.fullmatch(text):
        return text
    if "\u2028" in text:
        text = _SOFT_BREAK.sub(_soft_break, text)
    text = _NEWLINES.sub("\n", text)
    if _LIGATURE.search(text):  # rare, and `translate` is slow
        text = text.translate(_LIGATURES)
    return _nfc(_UNWANTED.sub("", text))


def _nfc(text: str) -> str:
    """Return the text in NFC; of the marks on one letter those after the 30th are dropped."""
    if _MANY_MARKS.search(text[::_STEP]):
        text = _MAYBE_MARKS.sub(_fewer_marks, text)
    return unicodedata.normalize("NFC", text)


def _fewer_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in match[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _soft_break(found: re.Match[str]) -> str:
    """Return a space where the sentence goes on behind a line separator, else a line end."""
    return " " if found.string[found.end()].islower() else "\n"


def spellings(source: str) -> dict[str, str]:
    """Return the words and lines that a source spells otherwise than in NFC: how it spells each.

    Letters that NFC itself takes apart (Bengali U+09DF) are left to it, as most programs do.
    """
    source = _MAYBE_MARKS.sub(_fewer_marks, source)
    if unicodedata.is_normalized("NFC", source):
        return {}
    lines = map(squeeze, _UNWANTED.sub("", _NEWLINES.sub("\n", source)).split("\n"))
    pieces = (*_WORD.findall(source), *lines)
    found = {unicodedata.normalize("NFC", piece): piece for piece in pieces}
    return {ours: theirs for ours, theirs in found.items() if _is_wider(theirs, ours)}


def _is_wider(theirs: str, ours: str) -> bool:
    return len(theirs) >= len(ours) and theirs != ours


def spelled(text: str, source: str, known: Mapping[str, str]) -> str:
    """Return an NFC text in the spelling of its source, whose `spellings` are known.

    A whole line takes the source's own: a source may spell a word now one way, now the other.
    """
    if not known or text in source:
        return text
    return known.get(text) or _WORD.sub(lambda word: known.get(word[0], word[0]), text)


def lowered(text: str) -> str:
    """Return a text in lower case, the Turkish "İ" as a plain "i" without a dot of its own."""
    low = text.lower()
    return low if low.isascii() else low.replace("i\u0307", "i")


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, closing marks and brackets included."""
    return _SENTENCE_END.search(text) is not None


def ends_clause(text: str) -> bool:
    """Return whether a text ends as a sentence does, or with a colon or semicolon."""
    return _CLAUSE_END.search(text) is not None


def ends_with_mark(text: str) -> bool:
    """Return whether a text ends with any mark of punctuation, closing marks included."""
    return _MARK_AT_END.search(text) is not None


def squeeze(text: str) -> str:
    """Return the text as one line: every run of white space is one space, none at the ends."""
    if text.isprintable() and "  " not in text:  # of all white space only U+0020 is printable
        return text.strip()
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def _binary(data: bytes) -> bool:
    head = data[:8192]
    return len(head) - len(head.translate(None, _BINARY_SIGNS)) > len(head) / 50


def _without_zeros(data: bytes) -> bytes:
    """Return a text without the zero bytes strewn into it; `NotText` if more is wrong with it."""
    text = data.replace(b"\0", b"")
    if _binary(text) or len(text) * 2 < len(data):
        raise NotText("this is a binary file, not text")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotText("this is a binary file, not text") from error
    return text


def _utf32(zeros: Sequence[float]) -> str | None:
    """Return the form of UTF-32 in which nearly all bytes of one half are zero, None for none."""
    if min(zeros[2:]) > 0.9:
        return "utf-32-le"
    return "utf-32-be" if min(zeros[:2]) > 0.9 else None


def _zeros(head: bytes) -> list[float]:
    """Return the share of zeros among every fourth byte, for each of the four places."""
    return [head[place::4].count(0) * 4 / len(head) for place in range(4)]


def _unmarked_wide(data: bytes) -> str | None:
    """Recognise UTF-16/32 without a mark: by the position of its zero bytes, then by its spaces."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    zeros = _zeros(head)
    if min(zeros) > 0.7 or max(zeros) == 0:  # a binary file; text in bytes
        return None
    wide = _utf32(zeros) if len(data) % 4 == 0 else None
    if wide:
        return wide
    little, big = zeros[1] + zeros[3], zeros[0] + zeros[2]
    encoding = "utf-16-le" if little > big else "utf-16-be"
    is_one_sided = min(little, big) <= max(little, big) / 10  # as the zeros of a text are
    return encoding if is_one_sided and _is_readable(head, encoding) else None


def _unmarked_east_asian(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark in a text of Chinese, Japanese or Korean without spaces.

    Of other bytes, or in the other order, about half at most would be such signs.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:4096].decode(encoding, errors="replace")
        if len(_EAST_ASIAN.findall(text)) > len(text) * 0.9:
            return encoding
    return None


def _is_readable(head: bytes, encoding: str) -> bool:
    """Return whether bytes that decode are text: it has spaces or other ASCII."""
    text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
    odd = sum(unicodedata.category(sign) in _NO_TEXT for sign in text if sign not in "\r\n\t")
    known = sum(sign.isascii() and sign not in "\0\x01" for sign in text)
    return odd * 50 < len(text) and known * 30 > len(text)
