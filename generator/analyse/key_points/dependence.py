"""Whether a sentence is prose of the article and can be read on its own. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.analyse.key_points.dependence_words import Rules, has_page_words, rules
from generator.analyse.text.quotations import outside_quotations
from generator.analyse.text.token import Token
from generator.analyse.text.unspaced import word_separator
from generator.analyse.text.word_forms import straighten
from generator.analyse.text.word_lists import noise, stop_words
from generator.credits import NEWS_AGENCY
from generator.languages import LANGUAGES
from generator.tables import load_patterns

_PATTERNS = load_patterns(Path(__file__).with_name("not_prose.yml"))
_FIRST = 3  # words among which a demonstrative points back
_SUBJECT = 5  # words that contain the subject, where capitals don't show it
_VERB_ENDINGS = ("ed", "'re", "'ve", "'d", "'ll", "'s")
_SHORT = 45  # characters
_OPENERS = "\"'‘“„«‹「『¿¡(["
_ENDS = re.compile(r"(?<!\.\.)[.。।։።۔][\"'”’»）)」』]*$")
# "I" that is not a number: "World War I" has a capital letter before it.
_I = re.compile(
    rf"(?:^\W*(?:{_PATTERNS['conjunctions']} )?"
    r"|\b[a-z][\w'-]*[,;:]? |[,;:—–-] ?)I(?:'\w+)?\b(?!\.)"
)
# "Greta Holm: The", and "Irrational: lacking …" of a dictionary.
_LABEL = re.compile(r"(?:[^\W\d_]\S*\s){1,4}[^\W\d_][^\s:]*:\s[^\W\d_a-zа-я]|[^\W\d_][^\s:]*:\s")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NO_PROSE = re.compile(
    rf"{_PATTERNS['captions']}|{_PATTERNS['labels']}|{_PATTERNS['writers']}"
    r"|\b[^\W\d_a-z]{4,}:\s"  # "WATCH: …"
    r"|^\W{0,3}@\w|\w(?:…|\.\.\.)[….]*\w"  # a post of a social network; speech that breaks off
    r"|^\W{0,2}\d{1,2}\)\s|^[•*‣▪]|^\W{0,2}[-–—]"  # items, and speech after a dash
    r"|[^\W\d_]:[^\W\d_a-z]"  # "the survey shows:Overall": two lines glued together
)
_AGENCY = re.compile(rf"^\({NEWS_AGENCY}(?:/\w+)*\)")
_DATELINE = re.compile(
    rf"(?:[^\W\d_][\w.'’/, -]{{1,44}}?\s*)?\({NEWS_AGENCY}(?:/\w+)*\)\s*(?:[-–—:.]+\s*)?"
    r"|(?P<place>[^\W\d_]{3,}[^–—―:“\"]{0,45}?)\s*(?:--|[–—―]|(?<=\s)-)\s+(?=[\"“„«]?[^\W\d_])"
)


def without_dateline(sentence: str, before: str | None) -> str:
    """Return a sentence without the place and the agency before it: "LONDON (Reuters) - ".

    `before` is the sentence before it in its paragraph: a short one may be the dateline itself.
    """
    if before is not None:  # "KANSAS CITY, Mo." may be a sentence of its own
        return _AGENCY.sub("", sentence).lstrip("-–—― ") if len(before) < _SHORT else sentence
    found = _DATELINE.match(sentence)
    if not found:
        return sentence
    place, rest = found["place"], sentence[found.end() :]
    is_line = not place or (
        place.split()[0].strip(",/").isupper() and rest.lstrip(_OPENERS)[:1].isupper()
    )
    return rest if is_line else sentence


def is_prose(sentence: str, language: str) -> bool:
    """Return whether a sentence is prose, not a caption, item, question or furniture."""
    if not _ENDS.search(sentence) or _NO_PROSE.search(sentence) or has_page_words(sentence):
        return False
    return sentence.count("(") == sentence.count(")") and not _after_control(sentence, language)


def has_verb(tokens: Sequence[Token], language: str) -> bool:
    """Return whether a sentence has a verb, where verbs are listed; captions have none."""
    verbs = rules(language).verbs
    return not verbs or any(
        token.low in verbs
        or (token.text.islower() and token.low.endswith(_VERB_ENDINGS))
        or (token.low.endswith("s") and token.kind == "word" and token.part == "verb")
        for token in tokens
    )


def _after_control(sentence: str, language: str) -> bool:
    """Return whether it begins with a page control: "CLOSE As the council met"."""
    first, second, *_ = [*sentence.split(maxsplit=2), "", ""]
    shouted = len(first) > 3 and first.isalpha() and first.isupper()
    return shouted and second.istitle() and second.lower() in stop_words(language)


def addresses(sentence: str, language: str) -> bool:
    """Return whether the writer speaks of "I" or to "you", outside a quotation."""
    lists, outside = rules(language), straighten(outside_quotations(sentence))
    return bool(
        lists.speaker.search(outside)
        or lists.address.search(outside)
        or (language == "en" and _I.search(outside))
    )


def stands_alone(sentence: str, language: str, *, opening: bool) -> bool:
    """Return whether a sentence can be read alone; `opening`: it is the article's first."""
    lists = rules(language)
    start = straighten(sentence).lstrip(_OPENERS)
    outside = straighten(outside_quotations(sentence))
    words = _words(outside, language)
    if len(words) < 2 or start[:1].islower() or _leans(start, lists, opening=opening):
        return False
    if lists.inner.search(outside) or _asks_which(words, lists, language):
        return False
    if opening:
        return not lists.linking.search(outside)
    named = _words(lists.expletive.sub(" ", outside), language)
    linked = lists.linking.search(outside) or _LABEL.match(sentence)
    return not (linked or _points_back(words, lists) or _unnamed(named, lists, language))


def _words(text: str, language: str) -> list[str]:
    return (_WORD if word_separator(language) else _LETTER).findall(text)


def _leans(start: str, lists: Rules, *, opening: bool) -> bool:
    """Return whether a sentence begins as a continuation; "this week" does not."""
    found = lists.leaning.match(start)
    if not found or (opening and lists.expletive.match(start)):
        return False
    following = _WORD.match(start, found.end() + 1)
    time = following and lists.times.fullmatch(following[0])
    return not (time and lists.pointing.fullmatch(found[0]))


def _points_back(words: Sequence[str], lists: Rules) -> bool:
    """Return whether the first words point to something said before: "after these talks"."""
    return any(
        lists.pointing.fullmatch(word)
        and not lists.times.fullmatch(" ".join(words[at + 1 : at + 2]))
        for at, word in enumerate(words[:_FIRST])
    )


def _asks_which(words: Sequence[str], lists: Rules, language: str) -> bool:
    """Return whether a sentence refers to something unnamed: "sent these questions"."""
    lows = [word.lower() for word in words]
    small = stop_words(language)
    for at, (word, following) in enumerate(zip(lows, [*lows[1:], ""], strict=True)):
        alone = not following or following in small
        if alone and lists.bare.fullmatch(word):
            return True
        named = alone or following in lows[:at] or lists.times.fullmatch(following)
        if lists.demonstratives.fullmatch(word) and not named:
            return True
    return False


def _unnamed(words: Sequence[str], lists: Rules, language: str) -> bool:
    """Return whether a pronoun comes before any name that it could stand for."""
    for at, word in enumerate(words):
        if lists.pronouns.fullmatch(word):
            return True
        large = word[:1].isupper() and word.lower() not in noise(language)
        if at == _SUBJECT if language in LANGUAGES.capital_nouns else at and large:
            break
    return False
