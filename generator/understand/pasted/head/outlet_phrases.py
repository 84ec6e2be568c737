"""Finds names beside phrases that sites use about themselves: "Follow …", "… newsletter". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.text import ends_sentence
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_names import NAME_WORDS
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.page_words import starts_with, tokens

Found = Iterator[tuple[str, str, int]]  # the kind of evidence, the name, the index of the line

_FORM = 160  # characters of a line in which a site speaks of itself
_WORDS = 5  # of a name
_SURE = frozenset(
    {"follow", "product", "trial", "bio", "copyright", "reader-supported"}
)  # kinds that long lines hold, too
_WHOLE = ("follow", "both sides")
_OF_ENDS = ("bio", "reader-supported")  # kinds of a text's last line
_IN_FRONT = 14  # words of a sentence in front of a name
_LONG = 1200  # characters of a line in which such sentences are
_HEAD = 12  # lines below the headline in which its writers are named
_BESIDE = 40  # characters behind a name in which a phrase is
_WORD = re.compile(r"[^\W_]+")
_WORD_ASCII = re.compile(_WORD.pattern, re.ASCII)  # the same, in half the time
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=\W?[^\W_])")
_NAME = re.compile(
    r"[\s\"“„«:：]*(?P<name>[^\W_a-z][^\s,:;!?|()\"”“»]*"
    rf"(?:\s(?:[^\W\d_a-z][^\s,:;!?|()\"”“»]*|\d{{1,3}}|{NAME_WORDS['inside']}))*)"
)
_TELLING = re.compile(rf"\b{PHRASES['told']}(?: {PHRASES['articles']})?(?= [^\W\d_a-zß-ÿа-я])")
_TELLER = re.compile(rf"(?<!\S){PHRASES['tellers']}(?!\S)")


Words = Sequence[re.Match[str]]


def named_beside_phrases(head: Head) -> Found:
    """Yield the names in "Follow …", "About …", "… newsletter", "Source: …", "told …"."""
    for at, line in enumerate(head.lines):
        if head.is_text(at) and not _is_byline(line, at, head):
            yield from _interviewers(line, at)
            if len(line) <= _FORM:
                yield from _at_the_end(line, at, is_last=at >= head.last - 1)
            continue
        for sentence in _SENTENCES.split(line) if len(line) <= _LONG else ():
            if len(sentence) <= _FORM:
                found = _in_form(sentence, at)
                yield from (name for name in found if len(line) <= _FORM or name[0] in _SURE)


def _is_byline(line: str, at: int, head: Head) -> bool:
    """Return whether a short line of the head begins as a byline does, likely text or not."""
    is_near = 0 < at - head.title <= _HEAD and len(line) <= _FORM
    return is_near and starts_with("by", line) > 0 and not ends_sentence(line)


def _in_form(line: str, at: int) -> Found:
    """Yield the names that have a phrase before or behind them in a sentence."""
    pattern = _WORD_ASCII if line.isascii() else _WORD
    low = [word.lower() for word in pattern.findall(line)[: _IN_FRONT + 1]]
    if outlet_forms.ends().isdisjoint(low) and outlet_forms.beginnings().isdisjoint(low):
        return
    words = list(_WORD.finditer(line))
    yield from _behind_phrases(line, words, low, at)
    yield from _before_phrases(line, words, low, at)


def _behind_phrases(line: str, words: Words, low: Sequence[str], at: int) -> Found:
    """Yield the names that have a phrase before them: "Follow the Courier"."""
    last, ends = outlet_forms.last_words(), outlet_forms.ends()
    for count in range(1, min(_IN_FRONT + 1, len(words))):
        word = low[count - 1]
        if word not in last and not (word in ends and count > 1 and low[count - 2] in ends):
            continue  # an article alone ends no phrase
        kind = outlet_forms.before(tokens(line[: words[count].start()]))
        if kind and (match := _NAME.match(line, words[count - 1].end())):
            yield from _cut(kind, match["name"], line[match.end() : match.end() + _BESIDE], at)


def _before_phrases(line: str, words: Words, low: Sequence[str], at: int) -> Found:
    """Yield the names that have a phrase behind them: "the Courier's newsletter"."""
    beginnings = outlet_forms.beginnings()
    for count in range(1, min(_WORDS, len(words) - 1) + 1):
        if low[count] not in beginnings:
            continue
        end = words[count - 1].end()
        if kind := outlet_forms.behind(tokens(line[end : end + _BESIDE])):
            yield kind, line[:end], at
            if count == len(words) - 1 and line[words[count].start()].isupper():
                yield "", line, at  # "Harbour Today" may be a name, or Harbour's newsletter
            for word in words[1:count] if kind != "self" else ():
                if line[word.start()].isupper() and line[word.start() - 1] == " ":
                    yield kind, line[word.start() : end], at


def _at_the_end(line: str, at: int, *, is_last: bool) -> Found:
    """Yield the names in sentences at a text's end: "Follow … on X", "A. Writer is editor of …"."""
    found = list(_in_form(line, at))
    kinds = {kind for kind, _, _ in found}
    taken = _WHOLE if "both sides" in kinds else ()
    last = _OF_ENDS if is_last else ()
    yield from (name for name in found if name[0] in taken or name[0] in last)


def _interviewers(line: str, at: int) -> Found:
    """Yield the outlets that a text names as spoken to: "…, she told the Courier"."""
    if not _TELLER.search(line):  # quick, and nearly always so
        return  # the search takes time
    for match in _TELLING.finditer(line):
        if name := _NAME.match(line, match.end()):
            yield "", " ".join(name["name"].rstrip(".").split()[:_WORDS]), at


def _cut(kind: str, name: str, after: str, at: int) -> Found:
    """Yield the name between a phrase and what is behind it: "Follow Courier on …"."""
    words = name.split()
    for count in range(1, min(_WORDS, len(words)) + 1):
        closed = bool(outlet_forms.behind(tokens(" ".join((*words[count:], after)))))
        if closed or count == len(words):
            whole = " ".join(words[:count])
            first = whole.partition(" and ")[0]
            for part in dict.fromkeys((first, whole) if kind == "follow" else (whole, first)):
                yield kind, part, at
            if closed and kind == "follow":
                yield "both sides", first, at
            return
