"""Sentences → tokens, each with its kind (name, stop word, word, number, mark) and stem. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.analyse.text.grammar import read_verbs
from generator.analyse.text.lemmas import is_common, is_common_noun, is_unknown, lemma, without_and
from generator.analyse.text.parts_of_speech import TABLES, Part, part
from generator.analyse.text.token import Kind, Text, Token
from generator.analyse.text.word_forms import ELIDED, lower, separate_elisions, stem, without_ending
from generator.analyse.text.word_lists import (
    addressing,
    articles_in_names,
    determiners,
    heads,
    links,
    numeral,
    stop_words,
    wide_links,
)
from generator.languages import LANGUAGES
from generator.unicode_scripts import HIRAGANA

# Vowel signs and accents that are separate characters (Hindi, Thai, pointed Hebrew), and joiners
# and non-joiners inside a word: Python's `\w` does not match them.
_MARKS = "\u200c\u200d" + "".join(
    sign for sign in map(chr, range(0x300, 0x1E00)) if unicodedata.category(sign) in {"Mn", "Mc"}
)
_PIECE = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
# "George W. Holm": an initial with its full stop, between words with capitals.
_INITIAL = r"(?<=[a-zß-ÿ] )[A-ZÀ-Þ]\.(?= [A-ZÀ-Þ][^\W\d_])"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|{_INITIAL}|{_PIECE}(?:['’.\-&]{_PIECE})*(?:-(?=\s))?|[^\w\s{_MARKS}]"
)
_ARABIC = frozenset({"al", "el", "as", "ad", "ar", "an", "at", "az"})
_OPENING = frozenset("\"'“‘«(")
_DIGITS = "0123456789"
_DETERMINED = 5  # a word is a common noun if a determiner is before one of so many of it
_HIRAGANA = re.compile(f"[{HIRAGANA}]+")  # Japanese endings and small words


def tokenize(sentences: Sequence[str], language: str) -> Text:
    """Return the tokens of sentences, the headline first."""
    raw = [_words(separate_elisions(sentence, language), language) for sentence in sentences]
    stop = stop_words(language)
    names = _names(raw, stop, language)
    if language in LANGUAGES.capital_nouns:
        names -= _common_nouns(raw, language)
    used = {word for words in raw for word in words}
    token = {word: _classed(word, names, stop, language) for word in used}
    tokens = ([token[word] for word in words] for words in raw)
    whole = [_whole_names(sentence, language) for sentence in tokens]
    if language not in LANGUAGES.capital_nouns:
        _complete_starts(whole)
    found = [read_verbs(sentence) for sentence in whole]
    return Text(found, language, dict(zip(sentences, found, strict=True)))


def _words(line: str, language: str) -> list[str]:
    """Return the words and marks of a line; an ending after an apostrophe is a mark of its own."""
    found: list[str] = []
    for word in _TOKEN.findall(line):
        if word in {"'", "’"} and found and len(found[-1]) <= 4 and ELIDED.match(f"{found[-1]}'xx"):
            found[-1] += "'"
        elif language == "ar" and (rest := without_and(word)) != word:
            found += [word.removesuffix(rest), rest]
        else:
            whole = without_ending(word, language)
            found += [whole, word.removeprefix(whole)] if whole != word else [word]
    return found


def _names(raw: Sequence[Sequence[str]], stop: frozenset[str], language: str) -> frozenset[str]:
    """Return the words that are capitalised inside sentences at least as often as not.

    The cases of a word count together: one may begin a sentence where another does not.
    """
    cases = _Cases()
    for words in raw:
        cases.add(words, language)
    known = {word for word, count in cases.upper.items() if count >= cases.lower[word]}
    first = (word for word in cases.only_first() - stop if not is_common(word, language))
    known |= {word for word in first if language not in TABLES or part(word, language) == "noun"}
    return frozenset(form for word in known for form in cases.forms[word])


@dataclass
class _Cases:
    """How often each word begins with a capital, by its base form, and the forms that it has.

    `first` counts the capitals that are no evidence: at the beginning of a sentence, in a headline.
    """

    upper: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    forms: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, sentence: Sequence[str], language: str) -> None:
        """Count the words of a sentence."""
        headline = _title_case(sentence)
        words = [word for word in sentence if word[0].isalnum()]
        for at, word in enumerate(words):
            low = lower(word)
            base = lemma(low, language) or low
            self.forms[base].add(low)
            if not _has_capital(word):
                self.lower[base] += 1
            elif at == 0 or headline:
                self.first[base] += 1
            else:
                self.upper[base] += 1

    def only_first(self) -> frozenset[str]:
        """Return the words that occur only as the first of a sentence, several times."""
        elsewhere = {word for word in self.first if self.upper[word] or self.lower[word]}
        often = (word for word, count in self.first.items() if count > 1 and "." not in word)
        return frozenset(often) - elsewhere


def _common_nouns(raw: Sequence[Sequence[str]], language: str) -> frozenset[str]:
    """Return the capitalised words that follow a determiner, apart from acronyms.

    Of what the dictionary has as no common noun, one in so many must: a relative pronoun may be
    before a surname ("der Streit, den Holm begann").
    """
    every: Counter[str] = Counter()
    determined: Counter[str] = Counter()
    for before, word in (pair for words in raw for pair in pairwise(words)):
        if word[0].isupper() and not _is_acronym(word):
            every[lower(word)] += 1
            determined[lower(word)] += before in determiners()
    return frozenset(
        word
        for word, count in determined.items()
        if count and (count * _DETERMINED >= every[word] or is_common_noun(word, language))
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _whole_names(sentence: list[Token], language: str) -> list[Token]:
    """Return a sentence in which capitalised common words beside a name are part of the name.

    "New York", "White House", "Den Helder": such words are in lower case elsewhere.
    """
    if _title_case([token.text for token in sentence]):
        return sentence
    whole = list(sentence)
    if not whole:
        return whole
    _complete_names(whole)
    if language in LANGUAGES.romance:
        _complete_with_articles(whole)
    places = range(1, len(sentence))
    for at in (*places, *reversed(places)):  # "Employment | Rights | Bill": from its name backwards
        if _is_capitalised_word(whole[at], language) and _beside_name(whole, at):
            whole[at] = replace(whole[at], kind="name")
    if _begins_name(whole, language):
        whole[0] = replace(whole[0], kind="name")
    return whole


def _complete_starts(sentences: Sequence[list[Token]]) -> None:
    """Make a sentence's first word part of the name that the text has elsewhere: "New | York"."""
    names = {
        (first.low, second.low)
        for sentence in sentences
        for first, second in pairwise(sentence[1:])
        if first.kind == second.kind == "name"
    }
    for sentence in sentences:
        first, second = (*sentence[:2], None, None)[:2]
        if first and second and (first.low, second.low) in names:
            sentence[0] = replace(first, kind="name")


def _complete_names(sentence: list[Token]) -> None:
    """Make short stop words in capitals that end a name part of it: "Kim Jong | Un"."""
    for at, token in enumerate(sentence[2:], 2):
        is_short = token.kind == "stop" and token.text.istitle() and token.part != "function"
        if is_short and sentence[at - 2].kind == sentence[at - 1].kind == "name":
            sentence[at] = replace(token, kind="name")


def _complete_with_articles(sentence: list[Token]) -> None:
    """Make articles with a capital part of the name that follows: "La | Moneda"."""
    for at, (before, token) in enumerate(pairwise(sentence[:-1]), 1):
        is_article = token.text.istitle() and token.low in articles_in_names()
        inside = before.kind in {"stop", "word"} or before.text in _OPENING
        if is_article and inside and sentence[at + 1].kind == "name":
            sentence[at] = replace(token, kind="name")


def _begins_name(sentence: Sequence[Token], language: str) -> bool:
    """Return whether a sentence begins with a name's first word: "Leopoldo | Torres Balbás"."""
    first, *rest = sentence[:2]
    fits = first.kind == "word" and first.text.istitle() and len(first.text) > 2
    is_before_name = bool(rest) and rest[0].kind == "name"
    return fits and is_before_name and is_unknown(first.low, language)


def _is_capitalised_word(token: Token, language: str) -> bool:
    """Return whether a common word has a capital that the language doesn't require."""
    kinds = {"stop"} if language in LANGUAGES.capital_nouns else {"stop", "word"}
    if token.kind not in kinds or len(token.text) <= 2 or token.part == "function":
        return False
    is_pronoun = language in LANGUAGES.capital_nouns and token.low in addressing()
    return token.text[0].isupper() and not is_pronoun


def _beside_name(sentence: Sequence[Token], at: int) -> bool:
    """Return whether a word is next to a name, or joined to one by a linking word."""
    before, after = sentence[at - 1], sentence[at + 1 : at + 3]
    if before.kind == "mark":
        return False
    linking = links() | wide_links() if sentence[at].low in heads() else links()
    if after and after[0].low in linking:  # "Torre di Pisa", "Centers for Disease Control"
        after = after[1:]
    joined = at > 1 and before.low in links() | wide_links() and sentence[at - 2].kind == "name"
    return joined or before.kind == "name" or (len(after) > 0 and after[0].kind == "name")


def _title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    share = 0.9 if words[-1:] == ["."] else 0.7  # a headline has no full stop
    return len(long) > 2 and sum(word[0].isupper() for word in long) > len(long) * share


def _classed(word: str, names: frozenset[str], stop: frozenset[str], language: str) -> Token:
    low = lower(word)
    kind = _kind(word, low, names, stop, language)
    return Token(word, low, kind, _stem(low, language), _part(word, low, kind, language))


def _part(word: str, low: str, kind: Kind, language: str) -> Part:
    """Return the part of speech; where nouns are capitalised, a word in lower case isn't one."""
    if numeral(low):
        return "number"
    found = part(low, language)
    small = language in LANGUAGES.capital_nouns and kind == "word" and not word[0].isupper()
    return "adjective" if small and found == "noun" else found


def _stem(low: str, language: str) -> str:
    """Return the stem; an abbreviation with full stops ("u.s.") is unchanged."""
    return low if low.count(".") > 1 else stem(low.rstrip("."), language)


def _kind(word: str, low: str, names: frozenset[str], stop: frozenset[str], language: str) -> Kind:
    if not word[0].isalnum():
        return "mark"
    if word[-1] == "-" or _HIRAGANA.fullmatch(word):
        return "stop"  # "Sand- und Schlickwatt": a piece of a word
    if _is_number(word, low, language):
        return "number"
    if _has_capital(word) and low in names and not _is_small(word, low, stop):
        return "name"
    return "stop" if low in stop or low[-1] == "'" else "word"


def _has_capital(word: str) -> bool:
    """Return whether a word begins with a capital, after an Arabic article or digits: "5G"."""
    if word[0].isdigit():
        return word.lstrip(_DIGITS)[:1].isupper() and word.isalnum()
    return word[0].isupper() or (word[2:3] == "-" and word[:2] in _ARABIC and word[3:4].isupper())


def _is_small(word: str, low: str, stop: frozenset[str]) -> bool:
    """Return whether a word is a short stop word: a capital alone does not make it a name.

    "Ihrem" has a capital where someone is addressed.
    """
    is_short = len(low) < 4 or "'" in low or low in determiners()
    return low in stop and not word.isupper() and is_short


def _is_number(word: str, low: str, language: str) -> bool:
    """Return whether a word is a number in digits; in German, also one in letters."""
    in_digits = word[0].isdigit() and not any(map(str.isalpha, word))
    return in_digits or (language in LANGUAGES.capital_nouns and numeral(low))
