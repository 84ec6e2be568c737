"""Whether a quotation is direct speech, or a title, a slogan, a word in scare quotes. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analyse.quotes.credit_words import word_list, words_of
from generator.analyse.quotes.marks import Span
from generator.analyse.quotes.paragraphs import Paragraph
from generator.languages import LANGUAGES
from generator.unicode_scripts import HAN, HIRAGANA, KANA

if TYPE_CHECKING:
    from generator.analyse.quotes.pronouns import Speaker

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEW = 4  # words; fewer are speech only if they are a sentence
_MODIFYING = 7  # words that may modify a noun as one expression
_MANY = 8  # longer passages in quotation marks are speech
_TITLE = 12  # words of the longest title
_SOME = 6  # words of a sentence; fewer may be a name or an expression
_WIDE_FEW = 8  # characters, where words are written without spaces
_WIDE = re.compile(f"[{KANA}{HAN}]")
_KANA = re.compile(f"[{HIRAGANA}]")  # Japanese sentences have them, titles often don't
_SYLLABLES = 2  # with fewer of them, it is a title
_KOREAN = re.compile(r"(?:이?라)?(?:고|며|면서|는|던|지만)")  # particles after what is quoted


def is_speech(text: str, span: Span, paragraph: Paragraph, speaker: Speaker | None) -> bool:
    """Return whether a quotation was said or written by somebody, in whole or in part.

    `speaker` is the person whom the text credits, None if nobody.
    """
    words = _WORD.findall(text)
    if span.dash:
        return bool(words)
    unspaced = _without_spaces(text, span, paragraph)
    if unspaced is not None:
        return unspaced
    before = paragraph.text[: span.start].rstrip()
    ended = _ended(text, before, paragraph.text[span.end : span.end + 1])
    if len(words) < _FEW:
        return ended and _is_short_speech(text, before, words, speaker)
    if _is_expression(text, before, words, paragraph, span):
        return False
    if speaker is not None or len(words) > (_SOME if span.single else _MANY):
        return True
    return not span.single and _whole(text, before, paragraph.language, ended=ended)


def _is_short_speech(text: str, before: str, words: list[str], speaker: Speaker | None) -> bool:
    """Return whether a few words begin like a sentence and are credited in their own sentence."""
    is_credited = speaker is not None and speaker.sure
    return is_credited and bool(words) and text[:1].isupper() and before[-1:] in {"", *":,."}


def _is_expression(
    text: str, before: str, words: list[str], paragraph: Paragraph, span: Span
) -> bool:
    """Return whether a quotation is an expression, a title or a slogan."""
    is_modifier = len(words) <= _MODIFYING and _modifies(text, before, paragraph, span)
    return is_modifier or _named_only(before, text, paragraph.language, words)


def _without_spaces(text: str, span: Span, paragraph: Paragraph) -> bool | None:
    """Return whether Korean, Japanese or Chinese words are speech, None for other languages."""
    if paragraph.language == "ko" and _KOREAN.match(paragraph.text, span.end):
        return " " in text.strip()
    if _WIDE.search(text) is None:
        return None
    title = _KANA.search(paragraph.text) is not None and len(_KANA.findall(text)) < _SYLLABLES
    return not title and (len(text) >= _WIDE_FEW or text[-1:] in "。！？")


def _ended(text: str, before: str, after: str) -> bool:
    """Return whether a quotation ends a sentence or clause, by the marks inside or after it."""
    opens = before[-1:] in {"", ".", "!", "?", "”", "»", "“"}
    return text[-1:] in ".!?…," or after == "," or (after in {".", ";"} and opens)


def _whole(text: str, before: str, language: str, *, ended: bool) -> bool:
    """Return whether a quotation is a whole sentence that is credited to nobody."""
    words = _WORD.findall(text)
    if text[:1].islower():
        return False
    if before[-1:] == ":":
        return True
    if language not in LANGUAGES.capital_nouns and _capitals(words):
        return False
    return text[-1:] in ".!?…" or (ended and len(words) >= _SOME)


def _named_only(before: str, text: str, language: str, words: list[str]) -> bool:
    """Return whether a quotation is the name of a thing: a title, a slogan."""
    last = _WORD.findall(before[-40:].lower())[-1:]
    naming = bool(last) and last[0] in words_of(language).naming and before[-1:] not in ":,"
    titled = language not in LANGUAGES.capital_nouns and _capitals(words)
    sentence = text[-1:] in ".!?," and text[-2:] not in {"!,", "?,"}
    return (naming and len(words) <= _TITLE) or (titled and not sentence)


def _modifies(text: str, before: str, paragraph: Paragraph, span: Span) -> bool:
    """Return whether a quotation is between an article and a noun: a "pay as you go" plan."""
    last = _WORD.findall(before[-20:].lower())[-1:]
    words = words_of(paragraph.language)
    if not last or last[0] not in words.determiners or before[-1:] in ".,:;":
        return False
    after = paragraph.text[span.end : span.end + 30]
    following = _WORD.findall(after.lower())[:1]
    if not following or after[:1] not in " \xa0":
        return False
    is_noun = following[0] not in words.prepositions | words.verbs | word_list("between")
    return is_noun and text[-1:] not in ".!?," and not text[:1].isupper()


def _capitals(words: list[str]) -> bool:
    """Return whether words are in title case: nearly all longer ones are capitalised."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
