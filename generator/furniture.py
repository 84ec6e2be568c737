"""Page furniture, recognised by its words (see `furniture.yml`). Pure.

A line is compared as a whole with templates, never judged by some of its words: a sentence about
advertisements or newsletters must not be taken for furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.tables import load_table
from generator.text import ends_sentence, lowered

REASONS: Mapping[str, str] = {
    "advertisement": "advertisement",
    "related": "link to other articles",
    "media": "player or picture control",
    "newsletter": "newsletter",
    "follow": "contact or network",
    "share": "share button",
    "agency": "agency's note",
    "legal": "footer",
    "support": "subscription",
}
GAP = "…"
_NOTE = "note"
_ORDER = (*REASONS, _NOTE)  # precedence of kinds if templates of several kinds fit a line
_FILE = Path(__file__).with_suffix(".yml")
_LONGEST = 1500  # characters of a line
_LINK = 100  # … of a line that a template of few words and a gap may fit
_LABELLED, _LABEL = 200, 40  # … of a label with what it announces; of the label alone
_FREE = 2  # words: a template of at most these never fits a sentence
_TOKEN = re.compile(r"@?[^\W_]+(?:['.\-/@][^\W_]+)*@?|[©@]")
_TOKEN_ASCII = re.compile(_TOKEN.pattern, re.ASCII)  # the same, in half the time
_ADDRESS = re.compile(r"[^\W_]+(?:\.[^\W_]+)+(?:/.*)?")
_OPENING = '"“„«»‘'  # direct speech is not furniture
_SENTENCE_INSIDE = re.compile(r"[.!…]\s")
_APOSTROPHES = "’ʼʻ‘`"
_SUFFIX = re.compile(r"\.(?:com|org|net|info|example|tv|news|co\.\w\w|[a-z]{2})(?:/|$)")


class _Vocabulary(BaseModel):
    """The structure of `furniture.yml`: phrases by language; lines by kind, then language."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    lines: dict[str, dict[str, list[str]]]
    notes: dict[str, list[str]]
    labels: dict[str, list[str]]
    hints: dict[str, list[str]]
    headings: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Template:
    """A template, split at its gaps into parts; the first and the last may be empty."""

    kind: str
    parts: tuple[tuple[str, ...], ...]

    @property
    def is_short(self) -> bool:
        """Whether the template is so short that a sentence may contain it."""
        return len(self.parts) == 1 and len(self.parts[0]) <= _FREE

    @property
    def is_whole(self) -> bool:
        """Whether the template has no gap and so many words that no text asks it by chance."""
        return len(self.parts) == 1 and len(self.parts[0]) > _FREE

    @property
    def is_open(self) -> bool:
        """Whether a sentence may begin with the words of the template."""
        words = [word for part in self.parts for word in part]
        return len(self.parts) > 1 and len(words) <= _FREE and "©" not in words

    def may_fit(self, raw: Sequence[str]) -> bool:
        """Return whether a line's words end as the template does: quick, and most do not."""
        last = self.parts[-1]
        return not last or _plain(raw[-1]) == last[-1]

    def fits(self, words: Sequence[str]) -> bool:
        """Return whether a line's words are those of the template, in order."""
        first, *others = self.parts
        if tuple(words[: len(first)]) != first:
            return False
        if not others:
            return len(words) == len(first)
        *middle, last = others
        end = len(words) - len(last)
        if end < len(first) or tuple(words[end:]) != last:
            return False
        at = len(first)
        for part in middle:
            at = _find(part, words, at, end)
            if at < 0:
                return False
        return True


@lru_cache(maxsize=1 << 11)
def recognised(line: str) -> str:
    """Return the reason why a whole line is furniture on any page, "" if it is not."""
    kind = _kind(line) or ("related" if _is_labelled(line) else "")
    return "" if kind == _NOTE else REASONS.get(kind, "")


def is_note(line: str) -> bool:
    """Return whether a line says where to find the author or more articles on the subject.

    It is furniture only among a page's controls, or if other articles have it too.
    """
    return _kind(line) == _NOTE


def _is_labelled(line: str) -> bool:
    """Return whether a short line is a link to another article, by the label before its colon."""
    label, colon, rest = line[:_LABELLED].partition(":")
    if not colon or not rest.strip() or len(line) >= _LABELLED or len(label) > _LABEL:
        return False
    if line.endswith("."):
        return False
    words = words_of(label)
    return bool(words) and any(template.fits(words) for template in _labels().get(words[0], ()))


def _likely(low: str) -> list[_Template]:
    """Return the templates that may fit a line, by their first word or longest inner word."""
    by_first, by_inner = _templates()
    first = _TOKEN.search(low)
    likely = [*by_first.get(_plain(first[0]), ())] if first else []
    for word in by_inner:  # looking for each is faster than dividing a long line into words
        if word in low:
            likely += by_inner[word]
    return likely


@lru_cache(maxsize=1 << 10)
def _kind(line: str) -> str:
    if not line or len(line) > _LONGEST or line[0] in _OPENING:
        return ""
    likely = _likely(_low(line))
    if not likely:
        return ""
    if _is_question(line):
        likely = [template for template in likely if template.is_whole]
    raw = _tokens(line)
    likely = [template for template in _allowed(likely, line) if template.may_fit(raw)]
    words = [_plain(word) for word in raw] if likely else []
    kinds = (template.kind for template in likely if template.fits(words))
    return min(kinds, key=_ORDER.index, default="")


def _allowed(templates: Sequence[_Template], line: str) -> Iterator[_Template]:
    """Yield the templates that apply to a line: to prose, only those without a gap."""
    is_sentence = ends_sentence(line) and not line.endswith("...")
    is_prose = is_sentence or len(line) > _LINK
    for template in templates:
        if not (is_prose and template.is_open) and not (is_sentence and template.is_short):
            yield template


def _is_question(line: str) -> bool:
    """Return whether a line is a single question."""
    return line.endswith("?") and not _SENTENCE_INSIDE.search(line)


def hinted(line: str) -> bool:
    """Return whether a line addresses the reader of a site."""
    words = words_of(line)
    return any(_find(phrase, words, 0, len(words)) >= 0 for phrase in _hints())


def is_heading(line: str) -> bool:
    """Return whether a line is a sub-heading that many articles have."""
    return tuple(words_of(line)) in _headings()


def words_of(line: str) -> list[str]:
    """Return a line's words as in templates: numbers, names and addresses become placeholders."""
    return [_plain(word) for word in _tokens(line)]


def _low(line: str) -> str:
    low = lowered(line)
    for sign in _APOSTROPHES:
        low = low.replace(sign, "'")  # faster than a table of all of them
    return low


def _tokens(line: str) -> list[str]:
    low = _low(line)
    return (_TOKEN_ASCII if low.isascii() else _TOKEN).findall(low)


def _plain(word: str) -> str:
    if len(word) > 1 and "@" in word:
        return "@" if word.startswith("@") else "mail"
    if word[0].isdigit():
        return "0" if word.replace(".", "").replace("-", "").isdigit() else word
    return "site" if _ADDRESS.fullmatch(word) and _SUFFIX.search(word) else word


def _find(part: Sequence[str], words: Sequence[str], start: int, end: int) -> int:
    """Return the index after the first occurrence of `part` in `words[start:end]`, -1 if none."""
    wanted = list(part)
    for at in range(start, end - len(part) + 1):
        if words[at] == wanted[0] and words[at : at + len(part)] == wanted:
            return at + len(part)
    return -1


@cache
def _vocabulary() -> _Vocabulary:
    found = load_table(_FILE, _Vocabulary)
    if unknown := found.lines.keys() - REASONS.keys():
        raise ValueError(f"{_FILE.name}: no reason is known for {', '.join(sorted(unknown))}")
    return found


@cache
def _templates() -> tuple[Mapping[str, list[_Template]], Mapping[str, list[_Template]]]:
    """Return the templates by their first word; those that begin with a gap by their longest."""
    by_first: dict[str, list[_Template]] = {}
    by_inner: dict[str, list[_Template]] = {}
    vocabulary = _vocabulary()
    for kind, languages in {**vocabulary.lines, _NOTE: vocabulary.notes}.items():
        for line in _phrases(languages):
            parts = tuple(tuple(words_of(part)) for part in line.split(GAP))
            words = [word for part in parts for word in part]
            if not words:
                raise ValueError(f"{_FILE.name}: '{line}' fits every line")
            table, key = (by_first, parts[0][0]) if parts[0] else (by_inner, max(words, key=len))
            table.setdefault(key, []).append(_Template(kind, parts))
    return by_first, by_inner


@cache
def _labels() -> Mapping[str, list[_Template]]:
    found: dict[str, list[_Template]] = {}
    for label in _phrases(_vocabulary().labels):
        parts = tuple(tuple(words_of(part)) for part in label.split(GAP))
        found.setdefault(parts[0][0], []).append(_Template("related", parts))
    return found


def _phrases(languages: Mapping[str, Iterable[str]]) -> Iterable[str]:
    return dict.fromkeys(phrase for phrases in languages.values() for phrase in phrases)


@cache
def _hints() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(phrase)) for phrase in _phrases(_vocabulary().hints))


@cache
def _headings() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(phrase)) for phrase in _phrases(_vocabulary().headings))
