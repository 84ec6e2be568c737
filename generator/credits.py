"""Captions and picture credits, recognised by `credits.yml` and `credit_patterns.yml`. Pure.

A caption ends with a picture credit, or says where in the picture somebody is. Captions occur
between paragraphs, above headlines and within paragraphs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator.tables import any_of, load_patterns, load_table

_VOCABULARY = load_table(Path(__file__).with_suffix(".yml"), dict[str, list[str]])
_PATTERNS = load_patterns(Path(__file__).with_name("credit_patterns.yml"))


def _any(*kinds: str) -> str:
    """Return a pattern that matches any phrase of the given kinds, the longest first."""
    return any_of(phrase for kind in kinds for phrase in _VOCABULARY[kind])


def _words(*kinds: str) -> frozenset[str]:
    """Return the words, in lower case, of all phrases of the given kinds."""
    return frozenset(
        word for kind in kinds for name in _VOCABULARY[kind] for word in name.lower().split()
    )


AGENCY = _any("news", "pictures")
NEWS_AGENCY = _any("news")
NEWS_AGENCIES = _words("news")

_LONGEST = 500  # characters of a caption
_END = 120  # characters at its end that are searched for a credit
_PICTURE, _BY = _any("picture"), _any("by")
_BEFORE = r"(?:^|[.!?…(\[)\]»«”\"|/–—-]\s?)"
_WORD = re.compile(r"[^\W\d_]+")
_PICTURE_WORDS, _AGENCY_WORDS = _words("picture"), _words("news", "pictures")
# Patterns without capitals are searched in lower-case text: this takes half the time of a search
# that ignores case.
_LABELLED = re.compile(
    rf"{_BEFORE}{_PICTURE}\.?(?:\s{_BY})?\s?[:：/©].{{0,70}}$|"  # "Boats at noon. Photo: A. Seer"
    rf"\s{_PICTURE}(?:\s{_BY})?\s?[:：©]\s?[^.!?:]{{2,40}}[)\].]?$|"  # "Noon photo: A. Seer"
    rf"{_BEFORE}{_PICTURE}\.?\s{_BY}\s.{{2,70}}$|"  # "Foto von A. Seer"
    rf"{_BEFORE}{_any('abbreviated')}\.\s?.{{2,70}}$|"  # "Fot. A. Seer / Agency"
    rf"\b{_any('photo_before_by')} {_any('photo_by')}\b"
    r"[^.!?]{2,60}[).]?$"
)
_FROM_AGENCY = re.compile(
    rf"(?:[(\[/|©]|\s[–—-]\s|\.\s?)\s?{AGENCY}\b[^.!?\d]{{0,40}}[)\]]?$|"
    rf"\s\({AGENCY.lower()}\)$|"  # "Boats at noon (ansa)"
    rf"\([^()]{{2,40}}\svia\s{AGENCY}\b[^()]{{0,20}}\)$|"  # "(Bay Television via AP)"
    rf"\b{AGENCY}\s?/\s?.{{2,60}}$"  # "REUTERS/A. Seer/File Photo"
)
_SLASHED = re.compile(  # "Boats at noon. A. Seer / Courier", "(A. Seer / Courier)"
    r"(?<=[.)»”\"-] )[^\W\d_a-z][^.:!?]{0,2}[^:!?]{2,40} ?/ ?[^\W_a-z][^/.:!?\d]{1,30}$|"
    r"\((?:[^\W\d][\w.'’-]*\s){1,4}?[^\W\d][\w.'’-]*\s?/\s?[^\W\d][\w .'’-]{1,40}\)\W?$"
)
_CREDIT = re.compile(
    rf"\({_any('in_brackets')}[^()]*\)\W?$|"
    rf"{_PATTERNS['controls']}\b|"
    r"\.\s\|\s[^|.]{2,40}$|"
    r"(?:©|\(c\)\s).{0,70}$"
)
_UNSPACED = re.compile(_PATTERNS["unspaced"])
_SIGNED = re.compile(  # "A. Seer / AFP: boats at noon"
    rf"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w’'-]+){{1,2}} ?/ ?{AGENCY}\b"
)
_PHRASES = tuple(_VOCABULARY["pictured"])
_PHRASE = re.compile(rf"{_any('pictured')}\b")
_PICTURED = re.compile(rf"{_PATTERNS['pictured']}|\({_PATTERNS['positions']}\)")
_BEGINS = re.compile(rf"{_PATTERNS['beginnings']}\b")
_NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){0,2}"
_NAMED = re.compile(
    rf"\([^()]{{0,60}}\b{AGENCY}\b[^()]{{0,60}}\)"  # "(AP Photo/Ann Holm)", "(Ann Holm/Reuters)"
    rf"|\b{AGENCY}\s?/\s?{_NAME}"
    rf"|{_NAME}\s?/\s?{AGENCY}\b(?:\s?/\s?{AGENCY}\b)*"
)


@lru_cache(maxsize=1 << 10)  # headline, section, outlet and body ask for the same lines
def is_caption(line: str) -> bool:
    """Return whether a line is a caption by its form: "The bridge on Monday. Photo: A. Writer"."""
    if not 2 < len(line) <= _LONGEST:
        return False
    low, end = line.lower(), max(0, len(line) - _END)
    return (
        _ends_with_credit(line, low, end)
        or _BEGINS.match(low) is not None
        or _says_what_is_pictured(low)
    )


def _says_what_is_pictured(low: str) -> bool:
    # Looking for each phrase as it is rules out the slower search for most lines.
    has_phrase = any(phrase in low for phrase in _PHRASES) and bool(_PHRASE.search(low))
    return has_phrase or bool(_PICTURED.search(low))


def _ends_with_credit(line: str, low: str, end: int) -> bool:
    """Return whether the end of a line names who made or sent a picture."""
    words = _WORD.findall(low, end)  # rules out the slower searches for most lines
    return bool(
        (not _PICTURE_WORDS.isdisjoint(words) and _LABELLED.search(low, end))
        or (not _AGENCY_WORDS.isdisjoint(words) and _FROM_AGENCY.search(line, end))
        or ("/" in line and (_SLASHED.search(line, end) or _SIGNED.match(line)))
        or _CREDIT.search(low, end)
        or (not line.isascii() and _UNSPACED.search(low, end))
    )


def without_credits(line: str) -> str:
    """Return a line without picture credits."""
    return _NAMED.sub(" ", line)
