"""What an outlet may be called, recognised by the words of a name alone. Pure."""

from __future__ import annotations

import re

from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.page_words import starts_with, tokens, top_share
from generator.understand.vocabulary.phrases import is_outlet, known

_LENGTH = range(2, 51)  # characters
_WORDS = 5
_ACRONYM = 5  # letters
_EDGES = " .,:;-–—|\"“”„«»'’*<>()_"
_ARTICLE = re.compile(r"^(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Dd]em|[Dd]en|[Hh]et|DIE|DER|THE) (?=\S)")
_POSSESSIVE = re.compile(
    r"['’](?:s|(?:[ny]?[aeıiuü]|[dt][ae]n?|[ny]?[ıiuü]n|l[ae]|d[ae]ki))$"  # and Turkish cases
)
_WORD = re.compile(r"[^\W_]+")
_NO_NAME = re.compile(r"\d{5}|\d[.:/]\d|\d\.(?: |$)|[?!:=]|https?|^\d+$|\b(?:19|20)\d\d\b")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob"})


def plain(name: str) -> str:
    """Return a name without signs around it, its article and a possessive ending."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip(_EDGES)))


def article(name: str) -> str:
    """Return the article that a name begins with, "" for none."""
    match = _ARTICLE.match(name)
    return match[0].strip() if match else ""


def key(name: str) -> str:
    """Return a name as it is compared: its letters and digits, in lower case."""
    return "".join(_WORD.findall(name.lower()))


def is_word(name: str, small: frozenset[str]) -> bool:
    """Return whether a name is made of words that the page writes small, too."""
    if name.isupper() and len(name) <= _ACRONYM:
        return False
    words = _WORD.findall(name.lower())
    return (len(words) == 1 or name.isupper()) and small.issuperset(words)


def may_be(name: str, *, sure: bool, has_article: bool = False) -> bool:
    """Return whether a phrase may be an outlet's name by its words.

    `sure` is whether it is where only names are: a section's word ("Metro") may be one there;
    `has_article` whether an article is before it: "The Nation" is not a section.
    """
    words = tokens(name)
    if not 0 < len(words) <= _WORDS or len(name) not in _LENGTH or not name[0].isalnum():
        return False
    if not sure and (outlet_forms.is_edition(name) or _is_section(name, has_article=has_article)):
        return False
    if _NO_NAME.search(name) or starts_with("by", name) or outlet_forms.is_other(name):
        return False
    # Outlets are named after minutes, too.
    few = outlet_forms.is_agency(name) or top_share(name, words, but="minutes") < 0.5
    return outlet_forms.is_whole(name) and few


def _is_section(name: str, *, has_article: bool) -> bool:
    """Return whether a phrase is a section's name, and has no form that outlets' names have."""
    is_acronym = name.isupper() and len(name) > 2
    has_form = has_article or is_acronym or (" " in name and is_formed(name))
    return known(name) == 1 and not has_form


def without_company(name: str) -> str:
    """Return a name without its legal form, and "Courier News" for "Courier News Network, LLC"."""
    words = name.split()
    while len(words) > 1 and outlet_forms.is_company(words[-1]):
        words.pop()
    short = words
    while len(short) > 2 and outlet_forms.is_owner(short[-1]):
        short = short[:-1]
    return " ".join(short if is_outlet(" ".join(short)) else words)


def is_owner(name: str, bare: str) -> bool:
    """Return whether a line of copyright names a company; `bare` is the name without its form."""
    return outlet_forms.is_owner(bare) or (bare != name and not (" " in bare and is_outlet(bare)))


def domain_stem(domain: str) -> str:
    """Return the label of an address that names whose it is ("courier" of courier.co.uk)."""
    labels = domain.lower().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def is_formed(name: str) -> bool:
    """Return whether a name ends as outlets' names do: "Lakeside Times"; an address does not."""
    return "." not in name and is_outlet(name.rpartition(" ")[2])
