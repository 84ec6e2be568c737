"""Names that may be the outlet's, with the evidence of the place where each is found. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_owners import of_companies, of_copyright
from generator.understand.pasted.head.outlet_phrases import named_beside_phrases
from generator.understand.pasted.head.outlet_signatures import (
    ADDRESS,
    TLD,
    of_bylines,
    of_datelines,
    of_print,
)
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.page_words import tokens

Found = Iterator[tuple[str, str, int]]  # the kind of evidence, the name, the index of the line

_TOP = 3  # lines of a page in which its name is
_WINDOW_TOP = 12  # lines of a page in which the window's title is
_TRAIL = 6  # lines above the headline that may contain the breadcrumb trail
_SHORT = 40  # characters of a line that may be a name
_LONG = 2000  # characters of a line in which addresses are looked for
_MOST_DOMAINS = 3  # whose names are looked for
_FAMILY = 3  # different lines that begin with a name in small letters
_INITIALS = 3  # letters of a word that may be initials
_TELLING = 4  # letters of a word that is a company's own
_PLACES = 2  # lines that contain a name and nothing else
_WINDOW = re.compile(
    r"(?:\s[|\-–—·•]\s[^|]{1,40})?\s[|\-–—·•]\s(?P<name>[^\W\d_][^,|]{1,40})"
    r"(?:, \d{1,2}\.\d{1,2}\.\d{4})?$"
)
_LABELS = r"(?:[A-Za-z0-9][A-Za-z0-9-]{1,40}\.){1,2}"
_DOMAIN = re.compile(
    rf"(?<![\w.-])(?:https?://)?(?:www\.)?({_LABELS}{TLD})(?![\w-]|@[\w-]+\.)|"
    rf"@({_LABELS}{TLD})(?![\w-])"
)
_STEP = re.compile(r"\s?[>›»]\s?")
# Kinds of places that hold names only.
_SURE = frozenset({"copyright", "owner", "company", "window title", "self"})


@dataclass
class Candidate:
    """A name that may be the outlet's, the line it was found on, and the evidence by kind."""

    name: str
    at: int
    evidence: dict[str, int] = field(default_factory=dict)
    spellings: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    is_rest: bool = False  # whether other words of the same name are always before it
    article: str = ""  # "The", where the page's own formal name begins with it


def candidates(head: Head) -> dict[str, Candidate]:
    """Return the candidates by their `key`, each with the evidence of where it was found."""
    found: dict[str, Candidate] = {}
    places = (
        _of_window,
        of_copyright,
        of_companies,
        _of_lines,
        of_bylines,
        of_datelines,
        of_print,
        named_beside_phrases,
    )
    for kind, stated, at in (evidence for place in places for evidence in place(head)):
        name, sure = outlet_names.plain(stated), kind in _SURE
        article = outlet_names.article(stated)
        has_article = outlet_names.has_capital_article(stated)
        if _may_be(name, head, sure=sure, has_article=has_article):
            candidate = found.setdefault(outlet_names.key(name), Candidate(name, at))
            if kind:
                candidate.evidence.setdefault(kind, at)
            candidate.spellings[name] += 1
            if sure and not candidate.article:
                candidate.article = article
    _compare_owners(found, head)
    for kind, name, at in _of_addresses(head):
        if outlet_names.may_be(name, sure=True):
            candidate = found.setdefault(outlet_names.key(name), Candidate(name, at))
            candidate.evidence.setdefault(kind, at)
    return found


def _compare_owners(found: dict[str, Candidate], head: Head) -> None:
    """Add the lines of their own that the company in the copyright is called like."""
    owners = [frozenset(tokens(it.name)) for it in found.values() if "owner" in it.evidence]
    for at, line in enumerate(head.lines if owners else ()):
        name = outlet_names.plain(line) if _may_be_owners_line(line, at, head) else ""
        if name and _is_called_like(name, owners) and outlet_names.may_be(name, sure=True):
            candidate = found.setdefault(outlet_names.key(name), Candidate(name, at))
            is_own = at < head.title or _is_named_after(name, owners)
            candidate.evidence.setdefault("owner's name" if is_own else "owner's line", at)


def _is_named_after(name: str, owners: Iterable[frozenset[str]]) -> bool:
    """Return whether a company is called like a name of two words, and says that it publishes."""
    words = frozenset(tokens(name))
    return len(words) > 1 and any(
        words < owner and all(map(outlet_forms.is_owner, owner - words)) for owner in owners
    )


def _may_be_owners_line(line: str, at: int, head: Head) -> bool:
    """Return whether a line is short, and not text, the headline or a button ("More +")."""
    return len(line) < _SHORT and line[-1] != "+" and not head.is_text(at) and at != head.title


def _is_called_like(name: str, owners: Iterable[frozenset[str]]) -> bool:
    """Return whether a company has a name's own words, or all of them where those are short."""
    own = outlet_names.own_words(name)
    if not own or known(name) == 1:
        return False
    asked = own if max(map(len, own)) >= _TELLING else frozenset(tokens(name))
    return any(asked <= owner for owner in owners)


def _may_be(name: str, head: Head, *, sure: bool, has_article: bool) -> bool:
    """Return whether a phrase may be an outlet's name.

    `sure` is whether its place on the page shows that it is a name, `has_article` whether an
    article does.
    """
    if not outlet_names.may_be(name, sure=sure, has_article=has_article):
        return False
    return sure or has_article or not outlet_names.is_word(name, head)


def _of_window(head: Head) -> Found:
    """Yield the name behind the headline in the window's title: "Bridge opens | Courier"."""
    headline = head.lines[head.title]
    for at in range(min(head.title, _WINDOW_TOP)):
        line = head.lines[at]
        if line.startswith(headline) and (match := _WINDOW.fullmatch(line[len(headline) :])):
            yield "window title", match["name"], at


def _of_lines(head: Head) -> Found:
    """Yield the names at the top of a page, and those that are on several lines."""
    short = [
        at for at, line in enumerate(head.lines) if len(line) < _SHORT and not head.is_text(at)
    ]
    often = Counter(head.lines[at] for at in short)
    top = _top_lines(short, head)
    yield from _first_steps(head)
    for at in short:
        line = head.lines[at]
        if at in top:
            yield _kind_at_top(at, head), line, at
        if at > 0 and head.lines[at - 1] == "/":
            yield "credit", line, at  # a picture's, under its maker
        if often[line] >= _PLACES or ADDRESS.fullmatch(line):
            yield "line of its own", line, at


def _first_steps(head: Head) -> Found:
    """Yield the addresses with which a trail of breadcrumbs begins: "courier.example > World"."""
    for at in range(max(0, head.title - _TRAIL), head.title):
        step = _STEP.split(head.lines[at], maxsplit=1)
        if len(step) > 1 and ADDRESS.fullmatch(step[0]):
            yield "first step", step[0], at


def _top_lines(short: Sequence[int], head: Head) -> frozenset[int]:
    """Return the first short lines of a page, and the first that is made like a masthead."""
    above = [at for at in short if at < head.title]
    fit = (at for at in above if not is_furniture(head.lines[at]))
    formed = (at for at in above if _is_masthead_again(at, head))
    return frozenset((*islice(fit, _TOP), *islice(formed, 1)))


def _kind_at_top(at: int, head: Head) -> str:
    """Return the kind of evidence of a line at the top of a page, "" for none."""
    line = head.lines[at]
    if _is_masthead(line) or _is_at_both_ends(line, head) or _is_own_address(at, head):
        return "masthead"
    return "top" if head.is_page or (at == 0 and head.title > 1) else ""


def _is_masthead_again(at: int, head: Head) -> bool:
    """Return whether a line that is made like a masthead is named again below the headline."""
    line = head.lines[at]
    return _is_masthead(line) and any(
        line in other and not head.is_text(below)
        for below, other in enumerate(head.lines[head.title :], head.title)
    )


def _is_own_address(at: int, head: Head) -> bool:
    """Return whether a line at a page's top is an address, alone there and named again below."""
    if not ADDRESS.fullmatch(head.lines[at]):
        return False
    above = {line for line in head.lines[: head.title] if ADDRESS.fullmatch(line)}
    below = head.lines[head.title + 1 :]
    return len(above) == 1 and any(head.lines[at] in line for line in below)


def _is_at_both_ends(line: str, head: Head) -> bool:
    """Return whether a line at a page's top has an outlet's form, and is in its foot again."""
    last = line.rpartition(" ")[2]
    has_form = last != line and outlet_names.is_formed(line) and not known(last)
    return has_form and line in head.lines[head.last + 1 :]


def _is_masthead(line: str) -> bool:
    """Return whether a line has the whole form of an outlet's name: "The Lakeside Times"."""
    has_article = outlet_names.has_capital_article(line)
    return outlet_names.is_headed(line) or (has_article and outlet_names.is_formed(line))


def _of_addresses(head: Head) -> Found:
    """Yield the addresses that a page has most often, and the names that they run together."""
    seen: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for at, line in enumerate(head.lines):
        if "." not in line or len(line) > _LONG or head.is_text(at):
            continue
        for match in _DOMAIN.finditer(line):
            domain = match[1] or match[2]
            stem = outlet_names.domain_stem(domain)
            if len(stem) > 1 and not outlet_forms.is_other(stem):
                seen[stem] += 1
                first.setdefault(stem, (domain, at))
    for stem, _ in seen.most_common(_MOST_DOMAINS):
        for name in _spelt(stem, head):
            yield "address", name, first[stem][1]
        yield "is an address", *first[stem]


def _spelt(stem: str, head: Head) -> Iterator[str]:
    """Yield how the page writes the name that an address runs together ("The Courier")."""
    letters = stem.replace("-", "")
    likely = [line for line in head.lines if letters in _letters(line)]  # quick
    between = r"[ .\-–&'’]{0,2}" if len(letters) > _INITIALS else ""  # "N.J." is not "nj"
    pattern = re.compile(
        r"(?<![\w@./-])" + between.join(map(re.escape, letters)) + r"(?![\w@-]|\.[a-z])",
        re.IGNORECASE,
    )
    names = (match[0] for line in likely if (match := pattern.search(line)))
    found = dict.fromkeys(names)
    capital = [name for name in found if name[0].isupper() or not name[0].isalpha()]
    yield from capital[:1] or [name for name in found if _begins_lines(name, head)]


@lru_cache(maxsize=1 << 9)  # those of a page are asked for once for each address
def _letters(line: str) -> str:
    return outlet_names.key(line).replace("ı", "i")


def _begins_lines(name: str, head: Head) -> bool:
    """Return whether short lines begin with a name that the site writes small: "kicker Apps"."""
    lines = {line for line in head.lines if len(line) < _SHORT and line.startswith(name)}
    return len(lines) >= _FAMILY
