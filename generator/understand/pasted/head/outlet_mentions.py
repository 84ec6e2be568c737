"""Collects the evidence for an outlet from all mentions of its name on a page. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from generator.credits import is_caption
from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_candidates import Candidate
from generator.understand.vocabulary import outlet_forms, section_words
from generator.understand.vocabulary.head_phrases import is_titled, known
from generator.understand.vocabulary.page_words import is_unspaced, kinds_of, starts_with, tokens

_MOST = 30  # mentions of a name that are looked at
_END = 8  # lines at the end of a page, in which it states its own copyright
_FORMAL = 3  # mentions of a name: of one with more, they show whether it has an article
_SHORT = 40  # characters of a line that may begin with the site's name
_BESIDE = 40  # characters on either side of a name in which a phrase is
_FAMILY = 3  # lines that begin with the same name
_LINES = 2  # lines in which the site speaks of itself
_INTERVIEWS, _OFTEN = 2, 3  # times that a text says "… told the Courier"
_BETWEEN = ("follow", "offer", "product")
_SERVICES = frozenset({*_BETWEEN, "trial", "bio"})
_OFFERS = frozenset({"offer", "follow", "product", "trial", "bio", "source"})
_ONLINE = re.compile(r" online\b")  # small, and yet a part of a name
_NAME_BEFORE = re.compile(r"(?<!\S)[^\W\d_a-zß-ÿа-я][\w.’'-]*(?= $)")
_ARTICLE = re.compile(rf"(?:^|\s)({outlet_names.NAME_WORDS['mentioned_articles']}) $")


@dataclass(slots=True)
class _Counts:
    """The numbers of a candidate's mentions, by kind."""

    begun: set[str] = field(default_factory=set)  # short lines that begin with it
    of_site: set[str] = field(default_factory=set)  # lines in which the site speaks of itself
    interviews: int = 0
    whole: int = 0  # mentions that no other word of a name is before
    above: int = 0  # such mentions above a page's foot

    def add_to(self, candidate: Candidate) -> None:
        candidate.is_rest = candidate.mentions > 1 and not self.whole
        often = self.interviews >= _OFTEN and self.interviews * 2 >= candidate.mentions
        for kind, enough in (
            ("form of an outlet's name", outlet_names.is_formed(candidate.name)),
            ("more lines", len(self.of_site) >= _LINES),
            ("first words of lines", len(self.begun) >= _FAMILY),
            ("told", self.interviews >= _INTERVIEWS),
            ("told often", often),
            ("company named above", "company" in candidate.evidence and self.above),
            ("told and offered", self.interviews and candidate.evidence.keys() & _OFFERS),
        ):
            if enough:
                candidate.evidence.setdefault(kind, candidate.at)


class Mentions:
    """The text of a page in one piece, in which names are looked up."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._low = "\n".join(head.lines).replace("İ", "I").lower()
        self._starts = [0, *accumulate(len(line) + 1 for line in head.lines)]
        self._is_aligned = len(self._low) + 1 == self._starts[-1]

    def add_to(self, candidate: Candidate) -> None:
        """Add the evidence of every line that mentions a candidate, and settle its spelling."""
        counts = _Counts()
        articles: Counter[str] = Counter()
        online: Counter[bool] = Counter()
        for at, before, name, after in self._found(candidate.name):
            line, is_text = self._head.lines[at], self._head.is_text(at)
            candidate.spellings[name] += 1
            online[_ONLINE.match(after) is not None] += 1
            candidate.mentions += at != candidate.evidence.get("copyright")
            counts.whole += not _is_rest(before)
            counts.above += not _is_rest(before) and at < self._head.last
            article = _ARTICLE.search(before)
            articles[article[1] if article else ""] += 1
            if not before and len(line) < _SHORT and not is_text:
                counts.begun.add(line)
                if not after and candidate.evidence.keys() & _SERVICES:
                    candidate.evidence.setdefault("line of its own", at)
            kind = _phrase_before(before) if is_text else self._kind(at, before, after)
            counts.interviews += kind == "told"
            if self._is_own_copyright(candidate, at):
                candidate.evidence.setdefault("owner's name", at)
            if kind not in ("", "told") and not is_text:
                counts.of_site.add(line)
                self._add(candidate, kind, (at, before, after))
        counts.add_to(candidate)
        _settle(candidate, articles)
        if online[True] and not online[False]:
            candidate.name += " online"

    def _is_own_copyright(self, candidate: Candidate, at: int) -> bool:
        """Return whether a name at a page's top is in the copyright in its last lines."""
        lines = self._head.lines
        is_end = at >= max(len(lines) - _END, self._head.last) and "©" in lines[at]
        return is_end and "top" in candidate.evidence and known(candidate.name) < 1

    def _add(self, candidate: Candidate, kind: str, mention: tuple[int, str, str]) -> None:
        """Add the evidence of a line outside the text."""
        at, before, after = mention
        candidate.evidence.setdefault(kind, at)
        if kind == "about" and not after and at > len(self._head.lines) // 2:
            candidate.evidence.setdefault("about page", at)
        if _is_between(before, after):
            candidate.evidence.setdefault("both sides", at)

    def _kind(self, at: int, before: str, after: str) -> str:
        """Return the kind of evidence that what is beside a name is, "" for none."""
        line = self._head.lines[at]
        if kind := _phrase_before(before) or _phrase_behind(after):
            return kind
        parted = before.rstrip()[-1:] in (",", "|", "/", "·")
        if starts_with("by", line if parted else before) and is_titled(before, 1):
            return "staff"
        is_footer = "©" in line and at >= self._head.last
        return "credit" if not is_footer and is_caption(line) else ""

    def _found(self, name: str) -> Iterator[tuple[int, str, str, str]]:
        """Yield where the page has a name as a whole word, written as a name."""
        if not self._is_aligned:
            return
        wanted, loose = name.lower(), is_unspaced(name)
        start = -1
        for _ in range(_MOST):
            start = self._low.find(wanted, start + 1)
            if start < 0:
                return
            end = start + len(wanted)
            ends = (self._low[start - 1 : start], self._low[end : end + 1])
            if not loose and any(map(str.isalnum, ends)):
                continue
            at = bisect_right(self._starts, start) - 1
            line, first = self._head.lines[at], start - self._starts[at]
            last = end - self._starts[at]
            if not line[first].islower() or name[0].islower():
                yield at, line[:first], line[first:last], line[last:]


def _is_between(before: str, after: str) -> bool:
    """Return whether a service of the site is named on both sides: "Follow Courier on X"."""
    return _phrase_before(before) in _BETWEEN and _phrase_behind(after) in _BETWEEN


def _is_rest(before: str) -> bool:
    """Return whether the word before a name is another of the same name: "Pagina" of "Pagina 9"."""
    match = _NAME_BEFORE.search(before)
    if match is None or _phrase_before(before) or _ARTICLE.search(before):
        return False
    return not kinds_of(match[0]) and not section_words.is_generic(match[0])


def _phrase_before(text: str) -> str:
    words = tokens(text[-_BESIDE:])
    return outlet_forms.before(words) if words else ""


def _phrase_behind(text: str) -> str:
    words = tokens(text[:_BESIDE])
    return outlet_forms.behind(words) if words else ""


def _settle(candidate: Candidate, articles: Counter[str]) -> None:
    """Give a candidate the spelling and the article that the page has most often."""
    if candidate.spellings:
        mixed = [name for name in candidate.spellings if not (" " in name and name.isupper())]
        fit = mixed or list(candidate.spellings)  # bylines may be all in capitals
        candidate.name = max(fit, key=lambda name: candidate.spellings[name])
    usual = max(articles, key=lambda article: articles[article], default="")
    formal = candidate.article if sum(articles.values()) <= _FORMAL else ""
    first = usual or formal
    if first and (candidate.name.isupper() or not first.isupper()):
        candidate.name = f"{first} {candidate.name}"
