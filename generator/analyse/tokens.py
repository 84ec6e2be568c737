"""Text → tokens by sentence, each with its class: name, stop word, word, number or mark. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from snowballstemmer import algorithms, stemmer  # type: ignore[import-untyped]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.\-&][^\W_]+)*|[^\w\s]")
_ENDS = frozenset(".!?…。！？।。")
_POSSESSIVE = frozenset({"'s", "’s"})
_CLOSING = frozenset("\"'”’»)]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None})
# Where YAKE's name of a language differs from ISO 639-1.
_YAKE = {"cs": "cz", "pt": "pt", "nb": "no", "nn": "no"}
_SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
    "et": "estonian",
    "pl": "polish",
    "cs": "czech",
}
_LINKS = frozenset(
    [
        "of",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "al",
        "bin",
        "ibn",
        "y",
        "e",
    ]
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence. `kind`: "name", "stop", "word", "number" or "mark"."""

    text: str
    low: str
    kind: str


Sentence = Sequence[Token]


def yake_language(language: str) -> str:
    """Return YAKE's code of a language; `noLang` has a neutral stop word list."""
    code = _YAKE.get(language, language)
    return code if _stop_file(code).is_file() else "noLang"


def straight(text: str) -> str:
    """Return the text with straight quotes and without soft hyphens."""
    return text.translate(_STRAIGHT)


def sentences(lines: Sequence[str], language: str) -> list[list[Token]]:
    """Return the tokens of each sentence; a line ends its last sentence."""
    raw = [sentence for line in lines for sentence in _split(_words(line))]
    names = _names(raw, stop_words(language))
    return [[_classed(word, names, stop_words(language)) for word in words] for words in raw]


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return YAKE's stop words of a language."""
    text = _stop_file(yake_language(language)).read_text(encoding="utf-8", errors="replace")
    return frozenset(straight(line.strip().lower()) for line in text.splitlines() if line.strip())


@cache
def stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case; the word itself in languages without a stemmer."""
    algorithm = _SNOWBALL.get(language)
    if algorithm is None or algorithm not in algorithms():
        return word
    return str(_stemmer(algorithm).stemWord(word))


@cache
def _stemmer(algorithm: str) -> stemmer:
    return stemmer(algorithm)


def _stop_file(code: str) -> resources.abc.Traversable:
    return resources.files("yake") / "core" / "StopwordsList" / f"stopwords_{code}.txt"


def _words(line: str) -> list[str]:
    """Return the words and marks of a line; a possessive ending is a mark of its own."""
    found: list[str] = []
    for word in _TOKEN.findall(line):
        if word[-2:] in _POSSESSIVE and len(word) > 2:
            found += [word[:-2], word[-2:]]
        else:
            found.append(word)
    return found


def _split(words: Sequence[str]) -> list[list[str]]:
    """Split after the marks that end a sentence, with the closing marks that follow them."""
    found: list[list[str]] = [[]]
    for word in words:
        ended = len(found[-1]) > 1 and any(one in _ENDS for one in found[-1][-2:])
        if (
            ended
            and word not in _CLOSING
            and word not in _ENDS
            and found[-1][-1] in _ENDS | _CLOSING
        ):
            found.append([])
        found[-1].append(word)
    return [words for words in found if words]


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


def _title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > len(long) * 0.7


def _classed(word: str, names: frozenset[str], stop: frozenset[str]) -> Token:
    low = straight(word.lower())
    if not word[0].isalnum():
        return Token(word, low, "mark")
    if word[0].isdigit() and not any(map(str.isalpha, word)):
        return Token(word, low, "number")
    if (
        word[0].isupper()
        and low in names
        and not (low in stop and len(low) < 4 and not word.isupper())
    ):
        return Token(word, low, "name")
    return Token(word, low, "stop" if low in stop else "word")


def links(word: str) -> bool:
    """Tell whether a small word may stand inside a name ("Bank of England")."""
    return word in _LINKS
