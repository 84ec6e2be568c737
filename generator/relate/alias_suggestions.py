"""Keywords that may be names of one subject: suggestions for the editor's aliases. Pure.

The vocabulary merges what is certain. These are the uncertain ones: names of persons that differ in
the first name or in the spelling, a surname with more than one whole name, an acronym and a name
with its initials.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.config import Keywords
from generator.models import Problem
from generator.relate.folding import fold
from generator.relate.merge_suggestions import may_be_one
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "alias_suggestions")
_ALIKE = _TUNED["alike"]
_FEWEST = 2  # articles that have either keyword: a keyword of one article has no page
_LONGEST = 5  # letters of an acronym


def alias_suggestions(articles: Iterable[Sequence[str]], settings: Keywords) -> Iterator[Problem]:
    """Yield a doubt for each pair of keywords that may be one; `articles` has those by article.

    A keyword that is a key of `keywords.aliases` is settled, whatever it is mapped to.
    """
    counts = Counter(keyword for keywords in articles for keyword in set(keywords))
    settled = {fold(variant) for variant in settings.aliases}
    names = [
        name for name, count in counts.items() if count >= _FEWEST and fold(name) not in settled
    ]
    names.sort(key=lambda name: (-counts[name], name))
    asked: set[str] = set()
    for shown, variant in _pairs(names):
        if variant not in asked:
            asked.add(variant)
            yield may_be_one("keywords.aliases", variant, shown, counts, "similar-keywords")


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs that may be one, the more frequent keyword first; `names` are in that order."""
    ends: defaultdict[str, list[str]] = defaultdict(list)  # by first and by last word
    initials: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        words = fold(name).split()
        if not name[:1].isupper() or not words:
            continue
        for end in {f"{words[0]} …", f"… {words[-1]}"}:
            yield from ((other, name) for other in ends[end] if _may_be_one(other, name))
            ends[end].append(name)
        letters = "".join(word[0] for word in words) if len(words) > 1 else words[0]
        yield from _with_acronym(name, initials[letters], is_word=len(words) == 1)
        initials[letters].append(name)


def _with_acronym(name: str, others: Sequence[str], *, is_word: bool) -> Iterator[tuple[str, str]]:
    """Yield a name of several words with an acronym of its initials; `others` has both."""
    if not is_word:
        yield from ((name, short) for short in others if len(short) <= _LONGEST)
    elif name.isupper():
        yield from ((other, name) for other in others if " " in other)


def _may_be_one(name: str, other: str) -> bool:
    """Return whether two names with the same first or last word may be one person's.

    "Joe Biden" and "Joseph Biden", "Kadyrov" and "Ramzan Kadyrov", "Wolodymyr Zelensky" and
    "Wolodymyr Zelenskyj".
    """
    words, others = fold(name).split(), fold(other).split()
    if len(words) == len(others) == 1:
        return False
    if 1 in {len(words), len(others)}:
        return words[-1] == others[-1] and max(len(words), len(others)) <= 3
    if words[-1] == others[-1]:
        first, second = words[0], others[0]
        return first[:2] == second[:2] and len(words) <= 3 and len(others) <= 3
    alike = difflib.SequenceMatcher(None, words[-1], others[-1]).ratio()
    return words[:-1] == others[:-1] and alike >= _ALIKE and words[-1][:1] == others[-1][:1]
