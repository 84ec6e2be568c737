"""Sentences → tokens, each with its kind (name, stop word, word, number, mark) and stem. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml
from babel import Locale, UnknownLocaleError
from snowballstemmer import algorithms, stemmer  # type: ignore[import-untyped]

from generator.analyse.parts import EITHER, Part, part

Kind = Literal["name", "stop", "word", "number", "mark"]
Place = tuple[int, int]  # number of a sentence, index of a token in it

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.\-&][^\W_]+)*|[^\w\s]")
# French and Italian join small words to the next: "l'Espagne", "d'Ivoire".
_ELIDED = re.compile(r"\b([ldnsjmtcLDNSJMTC]|qu|Qu|dell|nell|all|un|sull|dall)['’](?=[^\W\d_]{2})")
_ELIDING = frozenset({"fr", "it", "ca"})
_NOUNS = EITHER | {"noun"}
_NOMINAL = _NOUNS | {"adjective", "graded", "participle"}
# English: what stands before a verb and before a noun, and what follows a verb.
_VERB_AFTER = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not")
)
DETERMINERS = frozenset(
    ("a", "an", "the", "its", "their", "his", "her", "these", "those", "any", "some", "each")
    + ("every", "no", "my", "our", "your", "'s")
)
PREPOSITIONS = frozenset(
    ("of", "in", "on", "for", "by", "with", "from", "at", "into", "over", "under", "about")
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you", "i", "who", "that"))
_VERB_BEFORE = _PRONOUNS | {"the", "a", "an", "to", "his", "her", "its", "their", "this"}
CAPITAL_NOUNS = frozenset({"de", "lb"})
_POSSESSIVE = frozenset({"'s", "’s"})
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None})
_WORDS = Path(__file__).with_name("phrase_words.yml")
# Where YAKE's names of languages differ from ISO 639-1.
_YAKE = {"cs": "cz", "nb": "no", "nn": "no"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: as written, in lower case, its kind, stem, part of speech."""

    text: str
    low: str
    kind: Kind
    stem: str
    part: Part = "noun"  # of a word as it is used here

    @property
    def content(self) -> bool:
        """Whether it is a word that means something by itself."""
        return self.kind in {"name", "word"}

    @property
    def nominal(self) -> bool:
        """Whether it can stand in a noun phrase."""
        return self.kind == "name" or (self.kind == "word" and self.part in _NOMINAL)

    @property
    def noun(self) -> bool:
        """Whether it can be a noun phrase's last word."""
        return self.kind == "name" or (self.kind == "word" and self.part in _NOUNS)


@dataclass(frozen=True)
class Text:
    """The tokens of an article's sentences; sentence 0 is the headline."""

    sentences: Sequence[Sequence[Token]]
    language: str

    @cached_property
    def where(self) -> dict[str, list[Place]]:
        """Each stem's places."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for at, token in enumerate(sentence):
                if token.kind != "mark":
                    found[token.stem].append((number, at))
        return found


def tokenised(sentences: Sequence[str], language: str) -> Text:
    """Return the tokens of sentences, the headline first."""
    raw = [_words(parted(sentence, language)) for sentence in sentences]
    stop = stop_words(language)
    names = _names(raw, stop)
    common = _common_nouns(raw) if language in CAPITAL_NOUNS else frozenset()
    tokens = [[_classed(one, names - common, stop, language) for one in words] for words in raw]
    return Text([_read(_whole_names(sentence, language)) for sentence in tokens], language)


def yake_language(language: str) -> str:
    """Return YAKE's code of a language; `noLang` has a neutral stop word list."""
    code = _YAKE.get(language, language)
    return code if _stop_file(code).is_file() else "noLang"


def straight(text: str) -> str:
    """Return the text with straight quotes and without soft hyphens."""
    return text.translate(_STRAIGHT)


def parted(text: str, language: str) -> str:
    """Return the text with a space after each elided word."""
    return _ELIDED.sub(r"\1' ", text) if language in _ELIDING else text


def together(words: str) -> str:
    """Return a phrase as it is written: an elided word without the space after it."""
    return words.replace("' ", "'")


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return YAKE's stop words of a language."""
    text = _stop_file(yake_language(language)).read_bytes().decode("utf-8", errors="replace")
    return frozenset(straight(word.lower()) for word in text.split())


@cache
def roles() -> frozenset[str]:
    """Return the words of office that stand before names."""
    return frozenset(_word_list("roles"))


@cache
def titles() -> frozenset[str]:
    """Return the titles that are part of a name: "Queen Elizabeth", "Pope Francis"."""
    return frozenset(_word_list("titles"))


@cache
def vague() -> frozenset[str]:
    """Return the adjectives that tell no kind: "previous", "various"."""
    return frozenset(_word_list("vague"))


@cache
def determiners() -> frozenset[str]:
    """Return the articles and their like, of languages where each noun is capitalised."""
    return frozenset(_word_list("determiners"))


@cache
def links() -> frozenset[str]:
    """Return the small words that stand inside names."""
    return frozenset(_word_list("links"))


def numeral(word: str) -> bool:
    """Tell whether a word in lower case is a number, or begins with one: "twenty-seven"."""
    return word.split("-", maxsplit=1)[0] in _numerals()


@cache
def _numerals() -> frozenset[str]:
    return frozenset(_word_list("numerals"))


@cache
def wide_links() -> frozenset[str]:
    """Return the small words that stand inside institutions' names."""
    return frozenset(_word_list("wide_links"))


@cache
def heads() -> frozenset[str]:
    """Return the words that institutions' names begin with: "Centers for Disease Control"."""
    return frozenset(_word_list("heads"))


@cache
def noise(language: str) -> frozenset[str]:
    """Return the words that are no subject: days, months, how reports are told."""
    found = set(_word_list("noise"))
    try:
        locale = Locale.parse(language or "en")
    except (UnknownLocaleError, ValueError):
        return frozenset(found)
    for calendar in (locale.months, locale.days):
        for widths in calendar.values():
            for width in ("wide", "abbreviated"):
                found |= {str(name).lower().rstrip(".") for name in widths.get(width, {}).values()}
    return frozenset(found)


@cache
def stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case; the word itself in languages without a stemmer."""
    algorithm = _algorithm(language)
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


@cache
def _algorithm(language: str) -> str | None:
    """Return Snowball's name of a language: the English one, in lower case."""
    try:
        name = Locale.parse("no" if language in {"nb", "nn"} else language).get_language_name("en")
    except (UnknownLocaleError, ValueError):
        return None
    found = (name or "").lower()
    return found if found in algorithms() else None


@cache
def _stemmer(algorithm: str) -> stemmer:
    return stemmer(algorithm)


def _stop_file(code: str) -> resources.abc.Traversable:
    return resources.files("yake") / "core" / "StopwordsList" / f"stopwords_{code}.txt"


def _word_list(name: str) -> list[str]:
    found: dict[str, list[str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return found[name]


def _words(line: str) -> list[str]:
    """Return the words and marks of a line; a possessive ending is a mark of its own."""
    found: list[str] = []
    for word in _TOKEN.findall(line):
        if (
            word in {"'", "’"}
            and found
            and len(found[-1]) <= 4
            and _ELIDED.match(f"{found[-1]}'xx")
        ):
            found[-1] += "'"
        elif word[-2:] in _POSSESSIVE and len(word) > 2:
            found += [word[:-2], word[-2:]]
        else:
            found.append(word)
    return found


def _names(raw: Sequence[Sequence[str]], stop: frozenset[str]) -> frozenset[str]:
    """Return the words that are capitalised inside sentences at least as often as not."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for words in raw:
        headline = _title_case(words)
        started = False
        for word in words:
            if not word[0].isalnum():
                continue
            if word[0].isupper():
                (first if not started or headline else upper)[straight(word.lower())] += 1
            else:
                lower[straight(word.lower())] += 1
            started = True
    known = {word for word, count in upper.items() if count >= lower[word]}
    once = {word for word in first if not upper[word] and not lower[word] and word not in stop}
    return frozenset(known | {word for word in once if first[word] > 1 and "." not in word})


def _common_nouns(raw: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the capitalised words that an article or its like stands before."""
    return frozenset(
        straight(word.lower())
        for words in raw
        for before, word in pairwise(words)
        if word[0].isupper() and before in determiners()
    )


def _whole_names(sentence: list[Token], language: str) -> list[Token]:
    """Return a sentence where common words that are capitalised beside a name belong to it.

    "New York", "White House": such words stand in lower case elsewhere.
    """
    if language in CAPITAL_NOUNS or _title_case([token.text for token in sentence]):
        return sentence
    whole = list(sentence)
    for at, token in enumerate(sentence):
        common = token.kind in {"stop", "word"} and len(token.text) > 2 and token.part != "function"
        if at and common and token.text[0].isupper() and _beside_name(whole, at):
            whole[at] = replace(token, kind="name")
    return whole


def _beside_name(sentence: Sequence[Token], at: int) -> bool:
    """Tell whether a name stands beside a word, or before it and a small word that joins names."""
    before = sentence[at - 1]
    if before.kind == "mark":
        return False
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    joined = at > 1 and before.low in links() | wide_links() and sentence[at - 2].kind == "name"
    return joined or before.kind == "name" or (after is not None and after.kind == "name")


def _title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    share = 0.9 if words[-1:] == ["."] else 0.7  # a headline has no full stop
    return len(long) > 2 and sum(word[0].isupper() for word in long) > len(long) * share


def _classed(word: str, names: frozenset[str], stop: frozenset[str], language: str) -> Token:
    low = straight(word.lower())
    kind = _kind(word, low, names, stop, language)
    return Token(word, low, kind, _stem(low, language), _part(word, low, kind, language))


def _part(word: str, low: str, kind: Kind, language: str) -> Part:
    """Return the part of speech; where nouns are capitalised, other words are none."""
    if numeral(low):
        return "number"
    found = part(low, language)
    small = language in CAPITAL_NOUNS and kind == "word" and not word[0].isupper()
    return "adjective" if small and found == "noun" else found


def _read(sentence: Sequence[Token]) -> list[Token]:
    """Return a sentence where each word that may be noun or verb is read by its neighbours."""
    found = list(sentence)
    for at, token in enumerate(sentence):
        if token.kind == "word" and token.part in EITHER:
            before = found[at - 1] if at else None
            after = sentence[at + 1] if at + 1 < len(sentence) else None
            found[at] = replace(token, part="verb" if _acts(token, before, after) else "noun")
    return found


def _acts(token: Token, before: Token | None, after: Token | None) -> bool:
    """Tell whether a word between two others is a verb: "to plan", "Japan plans to"."""
    usually, plural = token.part == "verb_or_noun", token.low.endswith("s")
    takes = after is not None and (after.low in _VERB_BEFORE or after.part == "adverb")
    beside = after is not None and after.nominal
    if before is None or before.kind == "mark":
        return usually or (plural and beside)
    if before.low in DETERMINERS | PREPOSITIONS or (before.kind == "word" and not before.noun):
        return plural and beside and before.kind != "stop"
    if before.kind == "stop":
        return usually or before.low in _VERB_AFTER | _PRONOUNS or (plural and beside)
    if before.kind == "name" and plural != before.low.endswith("s"):
        return takes or usually or plural
    many = before.low.endswith("s") and not plural  # "libertarians offer"
    return takes or (usually and many) or (beside and (usually or plural))


def _stem(low: str, language: str) -> str:
    """Return the stem; an abbreviation with points ("u.s.") stays as it is."""
    return low if low.count(".") > 1 else stem(low.rstrip("."), language)


def _kind(word: str, low: str, names: frozenset[str], stop: frozenset[str], language: str) -> Kind:
    if not word[0].isalnum():
        return "mark"
    if word[0].isdigit() and not any(map(str.isalpha, word)):
        return "number"
    if language in CAPITAL_NOUNS and numeral(low):
        return "number"
    small = low in stop and len(low) < 4 and not word.isupper()
    if word[0].isupper() and low in names and not small:
        return "name"
    return "stop" if low in stop or low[-1] == "'" else "word"
