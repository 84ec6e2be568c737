"""Removes what trafilatura kept but is not the article: link lists, teasers, controls. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from generator.furniture import recognised
from generator.models import Block, Dropped
from generator.tables import load_numbers, load_patterns
from generator.text import ends_sentence
from generator.understand.html.body.notes import notes_in
from generator.understand.html.furniture_classes import CONTENTS
from generator.understand.html.metadata.byline_in_text import SIGNED
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece
from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.people import BY, people

_WORDS = load_patterns(Path(__file__).with_name("trim_words.yml"))
_MORE = re.compile(
    rf"^[\W_]*{_WORDS['more']}\s*(?:[::>»›→]|$)|^{_WORDS['list_headings']}\b.{{0,40}}$",
    re.IGNORECASE,
)
_LEADS = re.compile(rf"[\W_]*(?:{_WORDS['more']}|{_WORDS['list_headings']})\b", re.IGNORECASE)
_CONTROL = re.compile(
    rf"^\W*(?:{_WORDS['controls']}|\d{{1,2}}[:.]\d\d(?:\s*[ap]m)?(?:\s*uhr)?)\W*$", re.IGNORECASE
)
_CAPTION = re.compile(
    rf"^{_WORDS['caption_labels']}\s*[::]"
    rf"|(?:^|[.!?)\s])[(\[]?{_WORDS['credit_labels']}\s*[::]\s*[^.!?]{{2,40}}$",
    re.IGNORECASE,
)
_HEADLINE = 170  # characters; a longer paragraph that is one link is rather text
_TEASER, _LABEL = 35, 40  # characters of a teaser at least, of a label at most
_CLAUSE = 4  # words of a short line that announces a list
_RUN = 3  # minimum items of a list of links
_TOP = 5  # blocks that may repeat the title and the byline
_END = 3  # blocks that may contain a note on the author
_BYLINE = 60  # characters of a line that may be a byline
_JOB = 25  # letters
_KICKER = 60  # letters
_WHOLE = 12  # letters: so long a title does not occur by chance
_NOTE = 400  # characters of a note about the page
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "trim")
_SHARE = _TUNED["share"]
_TEASER_LINKED, _ITEM_LINKED = _TUNED["teaser_linked"], _TUNED["item_linked"]
_PAGE_KINDS = (
    "newsletter", "paywall", "legal", "comments", "agency", "share", "advertisement",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The head above the text, whose repetition in it is removed; texts as in `wordings.plain`."""

    title: str
    authors: tuple[str, ...]
    dateline: str

    @classmethod
    def of(cls, title: str, authors: Iterable[str] = (), dateline: str = "") -> Head:
        """Return the head of an article; authors of one word are left out as ambiguous."""
        names = tuple(plain(name) for name in authors if " " in name)
        return cls(plain(title), names, plain(dateline))


def trimmed(
    pieces: Sequence[Piece],
    head: Head,
    furniture: Mapping[str, str],
    doubts: Iterable[int] = (),
    *,
    keep_bylines: bool = False,
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the article's own blocks, and the others with the reason each was dropped.

    `furniture` is the result of `furniture_of`, `doubts` are the indices of blocks that are not
    likely text; `keep_bylines`: the blocks are those of several stories, each with a byline.
    `Dropped.line` is the number of the block among all of them, from 1.
    """
    known = furniture if _is_little(pieces, furniture) else {}
    reasons = dict.fromkeys(doubts, "unlike the article's text")
    reasons |= dict(_by_author(pieces, head.authors))
    reasons |= {**dict(_lists(pieces)), **dict(_singles(pieces, head, known))}
    for at in notes_in(pieces):
        reasons.pop(at, None)
    if keep_bylines:
        reasons = {at: reason for at, reason in reasons.items() if reason != "byline"}
    for at in _labels_at_end(pieces, reasons):
        reasons.setdefault(at, "label without text")
    blocks = tuple(block for at, (block, _) in enumerate(pieces) if at not in reasons)
    dropped = tuple(Dropped(at + 1, pieces[at][0].text, reasons[at]) for at in sorted(reasons))
    return blocks, dropped


def _labels_at_end(pieces: Sequence[Piece], dropped: Collection[int]) -> list[int]:
    """Return the blocks at the end that are dropped, or are labels of dropped ones."""
    backwards = range(len(pieces) - 1, 0, -1)
    return list(takewhile(lambda at: at in dropped or _is_label(pieces[at][0]), backwards))


def _singles(
    pieces: Sequence[Piece], head: Head, furniture: Mapping[str, str]
) -> Iterable[tuple[int, str]]:
    above = 0  # lines of a bar that a service puts above a saved page
    for at, (block, links) in enumerate(pieces):
        above += at == above and bool(recognised(block.text))
        is_top = at - above < _TOP
        reason = (_of_head(block, head) if is_top else "") or furniture.get(plain(block.text))
        if reason == CONTENTS and block.kind == "heading":
            reason = ""
        if not reason and _CONTROL.match(block.text):
            reason = "page control"
        reason = reason or _of_short(block, links, is_top=is_top) or _of_any_page(block)
        if reason:
            yield at, reason


def _of_head(block: Block, head: Head) -> str:
    """Return the part of an article's head that a block near the top repeats, "" for none."""
    text = plain(block.text)
    if text == head.title or _holds_title(block, text, head.title):
        return "title"
    return "date" if text == head.dateline else ""


def _of_short(block: Block, links: float, *, is_top: bool) -> str:
    """Return why a short block is not text of the article, "" if it may be."""
    is_short = len(block.text) <= _HEADLINE
    if is_short and _CAPTION.search(block.text):
        return "caption"
    if is_top and _is_byline(block.text):
        return "byline"
    is_link = is_short and (_MORE.match(block.text) or _is_teaser(block, links))
    return "link to another article" if is_link else ""


def _is_little(pieces: Sequence[Piece], furniture: Mapping[str, str]) -> bool:
    """Return whether furniture is a small part of the page: some have the article in a form."""
    sizes = [(len(block.text), plain(block.text) in furniture) for block, _ in pieces]
    return 2 * sum(size for size, held in sizes if held) < sum(size for size, _ in sizes)


def _holds_title(block: Block, text: str, title: str) -> bool:
    """Return whether a heading is the title with a word of the section or the outlet."""
    repeats = len(title) >= _WHOLE and title in text
    return repeats and block.kind == "heading" and len(text) <= len(title) + _KICKER


def _by_author(pieces: Sequence[Piece], authors: Sequence[str]) -> Iterable[tuple[int, str]]:
    """Yield the line above the text that is an author's name, and the note on them below it."""
    for at, (block, _) in enumerate(pieces):
        text = plain(block.text)
        name = next((name for name in authors if name in text), None)
        if name and at < _TOP and len(text) <= len(name) + _JOB:
            yield at, "byline"
        elif name and _is_about(text, name, at, len(pieces)) and not SIGNED.search(block.text):
            yield at, "about the author"


def _is_about(text: str, name: str, at: int, length: int) -> bool:
    """Return whether a block with an author's name, by its place, is the note on them at the end.

    That of a short text is near its top, and begins with the name.
    """
    first = _END if text.startswith(name) else _TOP
    return at >= max(first, length - _END)


def _of_any_page(block: Block) -> str:
    """Return why a block is not text on any page, by its words alone, "" if it may be."""
    if _is_about_page(block.text):
        return "page control"
    return "" if block.kind == "quote" else recognised(block.text)


def _is_about_page(text: str) -> bool:
    """Return whether a line is about newsletters, terms, comments or sharing."""
    words = tokens(text) if len(text) <= _NOTE else ()
    shares = coverage(text, words) if words else {}
    return sum(shares.get(kind, 0.0) for kind in _PAGE_KINDS) >= _SHARE


def _is_byline(text: str) -> bool:
    found = BY.match(text) if len(text) <= _BYLINE else None
    rest = text[found.end() :] if found else ""
    return bool(rest) and plain("".join(people(rest, (), strict=True))) == plain(rest)


def _is_label(block: Block) -> bool:
    """Return whether a block is a heading, or as short as one and not a sentence."""
    short = block.kind == "paragraph" and len(block.text) <= _LABEL
    return block.kind == "heading" or (short and not ends_sentence(block.text))


def _is_teaser(block: Block, links: float) -> bool:
    """Return whether a paragraph consists of a linked headline."""
    shaped = len(block.text) >= _TEASER and not ends_sentence(block.text)
    return links > _TEASER_LINKED and block.kind in {"paragraph", "heading", "quote"} and shaped


def _lists(pieces: Sequence[Piece]) -> Iterable[tuple[int, str]]:
    """Yield runs of list items that are mostly links, unless a colon introduces them."""
    run: list[int] = []
    for at in range(len(pieces) + 1):
        linked = at < len(pieces) and pieces[at][0].kind == "item" and pieces[at][1] > _ITEM_LINKED
        if linked:
            run.append(at)
            continue
        if len(run) >= _RUN and not _is_announced(pieces, run[0]):
            yield from ((place, "list of links") for place in run)
        run = []


def _is_announced(pieces: Sequence[Piece], first: int) -> bool:
    """Return whether the block before a list is a sentence that ends with a colon."""
    above = pieces[first - 1][0] if first else Block("")
    ends = above.kind == "paragraph" and above.text.endswith((":", "："))
    if not ends or _LEADS.match(above.text):
        return False
    is_clause = len(above.text.split()) >= _CLAUSE and _is_amid_text(pieces, first)
    return is_clause or len(above.text) > _LABEL


def _is_amid_text(pieces: Sequence[Piece], first: int) -> bool:
    """Return whether the block after a list is a sentence of the text."""
    after = next((block for block, _ in pieces[first:] if block.kind != "item"), Block(""))
    return after.kind == "paragraph" and len(after.text) > _LABEL and ends_sentence(after.text)
