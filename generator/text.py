"""Bytes of unknown origin → clean Unicode. Pure."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.models import DigestError
from generator.unicode_scripts import HANGUL, UNSPACED_SIGNS

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 and C1 controls except tab and newline; soft hyphens, which split words; bidirectional
# overrides and isolates; BOM inside the text; zero-width space. Line and paragraph separators have
# already become newlines.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffc\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# Texts of these characters alone, as most are, need no cleaning.
_CLEAN = re.compile("[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")
_SWITCHES = re.compile(rb"\x1b\$[@B]")  # to Japanese, in ISO-2022-JP: 7 bits, so UTF-8 as well
_BINARY_SIGNS = bytes(byte for byte in range(32) if byte < 9 or (byte > 13 and byte != 27))
_EAST_ASIAN = re.compile(f"[\n\r{UNSPACED_SIGNS}{HANGUL}]")
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs", "So"})  # U+FFFD, for invalid bytes, is "So"
# A line break within a sentence, as layout programs write it: no paragraph ends there.
_SOFT_BREAK = re.compile("(?<=[^\\W\\d_]|[,;–—-])[ \t]*[\u2028\x0b][ \t]*(?=[^\\W\\d_])")
# Latin ligatures, which some fonts and PDF files encode as single characters.
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
# Maximum number of marks on one letter (Unicode, UAX #15, "Stream-Safe Text Format"): sorting them
# takes quadratic time, in C, where no signal interrupts it.
_MOST_MARKS = 30
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}")
# Every eighth character of so many marks is a run of three: searching these first is much faster.
_STEP = 8
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{(_MOST_MARKS + 1) // _STEP}}}")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")  # separated by white space and ASCII punctuation

SENTENCE_MARKS = ".!?…。！？։؟।"  # for a character class; the last three: Armenian, Arabic, Hindi
_CLOSING = "\"'”“’»）)\\]"  # quotation marks and brackets that may follow
_SENTENCE_END = re.compile(f"[{SENTENCE_MARKS}][{_CLOSING}]*$")
_CLAUSE_END = re.compile(f"[{SENTENCE_MARKS}:;][{_CLOSING}]*$")
_MARK_AT_END = re.compile(f"[{SENTENCE_MARKS}:;,—–][{_CLOSING}]*$")


class NotText(DigestError):
    """The bytes are not text in any recognised encoding."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file (see `characters`), cleaned (see `clean`)."""
    return clean(characters(data, declared))


def characters(data: bytes, declared: str | None = None) -> str:
    """Return the decoded text of a file, unchanged.

    The encoding is that of its byte order mark, UTF-8, the declared one, or else a detected one.
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
    """Return the encoding of a file's byte order mark, None for a file without one."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def clean(text: str) -> str:
    r"""Normalise to NFC with `\n` line ends; remove controls and direction overrides.

    Latin ligatures become letters. Joiners (U+200C, U+200D) and the two direction marks stay:
    scripts need them.
    """
    if _CLEAN.fullmatch(text):
        return text
    if "\u2028" in text or "\x0b" in text:
        text = _SOFT_BREAK.sub(_soft_break, text)
    text = _NEWLINES.sub("\n", text)
    if _LIGATURE.search(text):  # rare, and `translate` is slow
        text = text.translate(_LIGATURES)
    return _nfc(_UNWANTED.sub("", text))


def _nfc(text: str) -> str:
    """Return the text in NFC; marks on one letter after the 30th are dropped."""
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
    """Return a space if the sentence continues after a line separator, else a newline."""
    return " " if found.string[found.end()].islower() else "\n"


def spellings(source: str) -> dict[str, str]:
    """Return the words and lines of a source that are not in NFC: NFC form → spelling.

    Letters that NFC itself decomposes (Bengali U+09DF) are ignored, as in most programs.
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
    """Return an NFC text in its source's spelling; `known` is the result of `spellings`.

    A whole line is looked up first: a source may spell the same word in two ways.
    """
    if not known or text in source:
        return text
    return known.get(text) or _WORD.sub(lambda word: known.get(word[0], word[0]), text)


def lowered(text: str) -> str:
    """Return a text in lower case, the Turkish "İ" as a plain "i" without a combining dot."""
    low = text.lower()
    return low if low.isascii() else low.replace("i\u0307", "i")


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, perhaps with closing quotes or brackets."""
    return _SENTENCE_END.search(text) is not None


def ends_clause(text: str) -> bool:
    """Return whether a text ends as a sentence does, or with a colon or semicolon."""
    return _CLAUSE_END.search(text) is not None


def ends_with_mark(text: str) -> bool:
    """Return whether a text ends with punctuation, perhaps with closing quotes or brackets."""
    return _MARK_AT_END.search(text) is not None


def squeeze(text: str) -> str:
    """Return the text as one line: white space is collapsed and stripped from both ends."""
    if text.isprintable() and "  " not in text:  # of all white space only U+0020 is printable
        return text.strip()
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def _binary(data: bytes) -> bool:
    head = data[:8192]
    return len(head) - len(head.translate(None, _BINARY_SIGNS)) > len(head) / 50


def _without_zeros(data: bytes) -> bytes:
    """Return a text without stray zero bytes; `NotText` if it is otherwise binary."""
    text = data.replace(b"\0", b"")
    if _binary(text) or len(text) * 2 < len(data):
        raise NotText("this is a binary file, not text")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotText("this is a binary file, not text") from error
    return text


def _utf32(zeros: Sequence[float]) -> str | None:
    """Return the byte order of UTF-32 if nearly all high bytes are zero, else None."""
    if min(zeros[2:]) > 0.9:
        return "utf-32-le"
    return "utf-32-be" if min(zeros[:2]) > 0.9 else None


def _zeros(head: bytes) -> list[float]:
    """Return the share of zeros (0 to 1) among every fourth byte, for each of the four offsets."""
    return [head[place::4].count(0) * 4 / len(head) for place in range(4)]


def _unmarked_wide(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 without a byte order mark, by its zero bytes and spaces, or None."""
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
    """Return UTF-16, or None, for an East Asian text without byte order mark or spaces.

    Of other bytes, or in the other byte order, at most about half would be such characters.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:4096].decode(encoding, errors="replace")
        if len(_EAST_ASIAN.findall(text)) > len(text) * 0.9:
            return encoding
    return None


def _is_readable(head: bytes, encoding: str) -> bool:
    """Return whether bytes, once decoded, look like text: with spaces or other ASCII."""
    text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
    odd = sum(unicodedata.category(sign) in _NO_TEXT for sign in text if sign not in "\r\n\t")
    known = sum(sign.isascii() and sign not in "\0\x01" for sign in text)
    return odd * 50 < len(text) and known * 30 > len(text)
