"""Which lines of a pasted page are the article's text. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, pairwise
from pathlib import Path

from generator.furniture import is_note, recognised
from generator.tables import load_numbers
from generator.text import ends_sentence
from generator.understand.layout.layout_words import is_running_head
from generator.understand.lines.captions import credits_beside
from generator.understand.lines.drop_reasons import aside, labelled
from generator.understand.lines.model import Chances
from generator.understand.pasted.between_paragraphs import is_speech, with_inside
from generator.understand.pasted.dateline import dateline
from generator.understand.pasted.furniture_lines import (
    is_aside,
    is_control,
    is_furniture,
    links_below,
)
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "body")
_BODY = _TUNED["body"]
_SENTENCE = _TUNED["sentence"]
_NEAR, _FULL = 8, 40  # lines from the text; bytes of such a line (a Chinese sign has three)
_SEED = _TUNED["seed"]
_CLEAN = _TUNED["clean"]
_MOSTLY = _TUNED["mostly"]
_MAYBE = _TUNED["maybe"]
_STANDFIRST = _TUNED["standfirst"]
_HEAD = range(1, 4)  # lines below the headline in which a standfirst is
_BUTTONS = range(4, 9)  # … in which one of several sentences is, below buttons
_TOP = 16  # … in which a text begins
_HEADING = _TUNED["heading"]
_LONG = 80  # characters
_SHORT = 70  # characters: a longer line is not a sub-heading
_NEXT = re.compile(r"[^\W_]{3,}[.!?。！？]\s?[\"“„«]?[^\W\d_a-zß-ÿа-я]")  # a second sentence begins
_WITHIN = frozenset({"advertisement", "player or picture control", "newsletter"})
_LEAST = _TUNED["least"]
_SIGNED = re.compile(r"(?P<text>\S+(?: \S+){2,}) \([^()]{2,60}\)\.?$")
_PAGE_NUMBER = 4  # digits
_COUNT = re.compile(r"\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d)?[KkM]?")
_OFTEN = 2  # times that the name of who speaks is in a talk


def likely(chances: Chances, title: int | None = None) -> list[bool]:
    """Return which lines are body by their chance alone."""
    bar = _BODY if max(chances.body, default=0.0) > _BODY else _SEED
    return [chance > bar and at != title for at, chance in enumerate(chances.body)]


def decide(texts: Sequence[str], chances: Chances, title: int, used: frozenset[int]) -> list[bool]:
    """Return which lines are body, now that it is known which lines were `used` for facts.

    Within a text, and in all of one that was pasted without the page around it, only what is
    recognised as furniture is left out.
    """
    links = _unlikely_links(texts, chances)
    breaks = _page_breaks(texts) | credits_beside(texts) | _counts(texts, title)
    stating = _stating_facts(texts, used)
    furniture = _furniture(texts)
    out = used | breaks | links | furniture
    is_body = [kept and at not in out for at, kept in enumerate(likely(chances, title))]
    if not any(is_body):
        return _all_below(title, stating | (out - used) | furniture, len(texts))
    head = _head(texts, title, used, is_body.index(True))
    below = [at for at in range(head + 1, len(texts)) if at not in stating | breaks]
    if _is_clean(texts, chances, below):
        return _without_furniture(texts, chances, [at for at in below if at not in links])
    for at in _paragraphs_below_facts(texts, title, used) - out:
        is_body[at] = True
    return _within_page(texts, chances, title, is_body, out)


def _unlikely_links(texts: Sequence[str], chances: Chances) -> frozenset[int]:
    """Return the lines of lists of links that are unlikely to be text."""
    return frozenset(at for at in links_below(texts) if chances.body[at] < _SENTENCE)


def _stating_facts(texts: Sequence[str], used: AbstractSet[int]) -> frozenset[int]:
    """Return the lines `used` for facts that are not lines of a talk."""
    return frozenset(at for at in used if not _is_spoken(texts, at))


def _furniture(texts: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, line in enumerate(texts) if is_furniture(line))


def _paragraphs_below_facts(
    texts: Sequence[str], title: int, used: AbstractSet[int]
) -> frozenset[int]:
    """Return the paragraphs right below a line of the head that was `used` for facts."""
    below = (at + 1 for at in used if title < at < len(texts) - 1)
    return frozenset(at for at in below if _is_paragraph(texts[at]))


def _all_below(title: int, out: AbstractSet[int], count: int) -> list[bool]:
    """Return which lines are body where none is likely to be: all below the headline but some."""
    return [at > title and at not in out for at in range(count)]


def _within_page(
    texts: Sequence[str], chances: Chances, title: int, is_body: list[bool], out: AbstractSet[int]
) -> list[bool]:
    """Return which lines are body in a page: those likely to be, and what joins them.

    Those are sentences and items beside them, speech, and headings; `out` are lines that are none.
    """
    is_body = [
        kept or (at not in out and _opens(texts[at], at - title, chances.body[at]))
        for at, kept in enumerate(is_body)
    ]
    _add_sentences(texts, chances, is_body, out | set(range(title + 1)))
    may_head = [at not in out and chances.body[at] > _HEADING for at in range(len(texts))]
    is_body = [
        kept or (may_head[at] and _is_heading(texts, is_body, at))
        for at, kept in enumerate(is_body)
    ]
    return with_inside(texts, chances.body, is_body, out)


def _without_furniture(texts: Sequence[str], chances: Chances, below: Sequence[int]) -> list[bool]:
    """Return which lines of a clean text are body: those below the head but for furniture.

    If there is furniture, lines that are unlikely to be text go with it.
    """
    bare = not any(_is_of_a_page(texts[at]) for at in below)
    kept = {at for at in below if not is_furniture(texts[at]) or _is_of_the_article(texts[at])}
    is_body = [
        at in kept and (bare or chances.body[at] > _LEAST or is_speech(line))
        for at, line in enumerate(texts)
    ]
    return with_inside(texts, chances.body, is_body, frozenset(range(len(texts))) - kept)


def _page_breaks(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines that a printed page ends or begins with: its number, beside it a title.

    Of several such lines in a row, as in results, none is one.
    """
    found: set[int] = set()
    for at, (line, following) in enumerate(pairwise(texts)):
        for number, title in ((line, following), (following, line)):
            if number.isdigit() and len(number) <= _PAGE_NUMBER and title.isupper():
                found |= {at, at + 1}
    heads = {at for at, line in enumerate(texts) if is_running_head(line)}
    return frozenset(found | {at for at in heads if heads.isdisjoint({at - 1, at + 1})})


def _counts(texts: Sequence[str], title: int) -> frozenset[int]:
    """Return the lines of a head that are bare numbers, several in a row: claps and comments."""
    first = next((at for at in range(title + 1, len(texts)) if len(texts[at]) > _LONG), 0)
    bare = {at for at in range(title + 1, min(first, title + _TOP)) if _COUNT.fullmatch(texts[at])}
    return frozenset(at for at in bare if not bare.isdisjoint({at - 1, at + 1}))


def _head(texts: Sequence[str], title: int, used: AbstractSet[int], first: int) -> int:
    """Return the last line of an article's head: of those that state facts before its text."""
    head = title
    for at in sorted(used):
        if title < at < first and at - head <= _TOP and not _is_spoken(texts, at):
            if any(len(line) > _LONG for line in texts[head + 1 : at]):
                break
            head = at
    return head


def _is_spoken(texts: Sequence[str], at: int) -> bool:
    """Return whether a line that may state a fact is one of a talk: a sentence, or who speaks."""
    line = texts[at]
    if len(line) > _LONG and ends_sentence(line):
        return True  # a paragraph, whatever it states
    if (signed := _SIGNED.match(line)) and ends_sentence(signed["text"]):
        return True  # "They will vote in May. (A. Writer, 14.10.2025)"
    if "©" in line or any(map(str.isdigit, line)) or starts_with("by", line):
        return False
    return ends_sentence(line) or texts.count(line) >= _OFTEN


def _is_of_the_article(line: str) -> bool:
    """Return whether a line that a page's would be was taken along with the article alone."""
    if recognised(line) or not any(map(str.isalnum, line)):
        return False
    is_credited = aside(line) == "caption" != labelled(line) and not is_control(line)
    return is_note(line) or is_credited


def _add_sentences(
    texts: Sequence[str], chances: Chances, is_body: list[bool], out: AbstractSet[int]
) -> None:
    """Add the sentences that are near body lines: upwards from the first, then downwards."""
    if not any(is_body):
        return
    first = is_body.index(True)
    for order in (range(first, -1, -1), range(first, len(texts))):
        near = first
        for at in order:
            if not is_body[at] and abs(at - near) <= _NEAR and at not in out:
                is_body[at] = chances.body[at] > _SENTENCE and _is_sentence(texts[at])
            if is_body[at]:
                near = at


def _is_paragraph(line: str) -> bool:
    return len(line.encode()) >= _LONG and ends_sentence(line)


def _opens(line: str, below: int, chance: float) -> bool:
    """Return whether a line is a standfirst or has a dateline, wherever the text begins."""
    if chance > _STANDFIRST and len(line.encode()) >= _LONG and ends_sentence(line):
        return below in _HEAD or (below in _BUTTONS and bool(_NEXT.search(line)))
    return 0 < below <= _TOP and len(line) > _SHORT and dateline(line) is not None


def _is_sentence(line: str) -> bool:
    return len(line.encode()) >= _FULL and ends_sentence(line) and not is_aside(line)


def _is_heading(texts: Sequence[str], is_body: Sequence[bool], at: int) -> bool:
    """Return whether a line is a sub-heading: short, no page words, between two paragraphs."""
    line = texts[at]
    if is_aside(line) or not line[-1].isalnum():
        return False
    before = next((index for index in range(at - 1, -1, -1) if not is_aside(texts[index])), 0)
    between = at + 1 < len(texts) and is_body[before] and is_body[at + 1]
    return between and len(line) < _SHORT < len(texts[at + 1]) and not coverage(line, tokens(line))


def _is_clean(texts: Sequence[str], chances: Chances, below: Sequence[int]) -> bool:
    """Return whether a text was pasted without the page around it: nearly all of it may be body.

    `below` are its lines. Where nothing of it is recognised as a page's, lines of a talk may be
    body, too.
    """
    lines = [texts[at] for at in below]
    is_bare = not any(map(_is_of_a_page, lines))
    talk = _lines_of_talk(lines) if is_bare else frozenset()
    kept = [_may_be(texts[at], chances.body[at]) or texts[at] in talk for at in below]
    known = [keep or _is_within_articles(line) for keep, line in zip(kept, lines, strict=True)]
    whole = sum(map(len, lines))
    part = sum(map(len, compress(lines, known)))
    least = _MOSTLY if is_bare else _CLEAN
    return part > least * whole and sum(map(len, compress(lines, kept))) > _MOSTLY * whole


def _lines_of_talk(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that are speech, or name who speaks, and are no furniture."""
    names = _repeated_names(lines)
    return frozenset(
        line for line in lines if not is_furniture(line) and (line in names or is_speech(line))
    )


def _is_within_articles(line: str) -> bool:
    """Return whether a line is furniture of a kind that articles contain, too."""
    return is_furniture(line) and not _is_of_a_page(line)


def _is_of_a_page(line: str) -> bool:
    """Return whether a line is furniture of a kind that articles do not contain."""
    return is_furniture(line) and recognised(line) not in _WITHIN


def _may_be(line: str, chance: float) -> bool:
    return chance > (_MAYBE if len(line) > _LONG else _BODY)


def _repeated_names(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that occur several times in a text: who speaks, or a refrain."""
    counts = Counter(lines)
    return frozenset(line for line, count in counts.items() if count >= _OFTEN)
