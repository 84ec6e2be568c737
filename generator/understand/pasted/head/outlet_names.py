"""Decides from its words alone whether a name may be that of an outlet. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator.tables import load_numbers, load_patterns, load_words
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.head_phrases import is_outlet, known
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens

_LENGTH = range(2, 51)  # characters
_WORDS = 5  # of a name
_ACRONYM = 5  # letters
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "outlet_names")
_HALF, _MOST = _TUNED["half"], _TUNED["most"]
_EDGES = " .,:;-–—|\"“”„«»'’*<>()_®™"
_FILE = Path(__file__).with_name("outlet_name_words.yml")
NAME_WORDS = load_patterns(_FILE)
_ARTICLE = re.compile(rf"^{NAME_WORDS['articles']} (?=\S)")
_CAPITAL_ARTICLE = re.compile(NAME_WORDS["capital_articles"])
_BEGINS = re.compile(rf"{NAME_WORDS['first_articles']} ")
_POSSESSIVE = re.compile(
    r"['’](?:s|(?:[ny]?[aeıiuü]|[dt][ae]n?|[ny]?[ıiuü]n|l[ae]|d[ae]ki))$"  # and Turkish cases
)
_HEADED = re.compile(
    rf"{NAME_WORDS['noun_articles']}?(?P<noun>[^\W\d_]+) {NAME_WORDS['of_place']}\b"
)
_NAMED_AFTER = frozenset({"minutes", "by", "ago"})  # kinds of page words: "De …", "… Today"
_PUBLISHER = re.compile(NAME_WORDS["publisher_endings"])
_WORD = re.compile(r"[^\W_]+")
_JOINING = load_words(_FILE)["joining"]
_NO_NAME = re.compile(
    r"\d{5}|[^\W\d_]{3}\. |\([^)]*$|^[^(]*\)|"
    r"\d[.:/]\d|\d\.(?: |$)|[?!:=]|https?|^\d+$|\b(?:19|20)\d\d\b"
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob"})


def plain(name: str) -> str:
    """Return a name without signs around it, its article and a possessive ending."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip(_EDGES)))


def article(name: str) -> str:
    """Return the article that a name begins with, "" for none."""
    match = _ARTICLE.match(name)
    return match[0].strip() if match else ""


def has_capital_article(name: str) -> bool:
    """Return whether a name begins with a capitalised article: "The Courier"."""
    return bool(_CAPITAL_ARTICLE.fullmatch(article(name)))


def initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in _WORD.findall(name))


def key(name: str) -> str:
    """Return a name as it is compared: its letters and digits, in lower case."""
    return "".join(_WORD.findall(name.lower()))


def is_word(name: str, head: Head) -> bool:
    """Return whether a name is made of words that the page writes small, too."""
    if name.isupper() and len(name) <= _ACRONYM:
        return False
    words = _WORD.findall(name.lower())
    return (len(words) == 1 or name.isupper()) and head.small.issuperset(words)


@lru_cache(maxsize=1 << 10)  # menus and feet repeat their names
def may_be(name: str, *, sure: bool, has_article: bool = False) -> bool:
    """Return whether a phrase may be an outlet's name by its words.

    `sure` is whether it is where only names are: a section's word ("Metro") may be one there;
    `has_article` whether an article is before it: "The Nation" is not a section.
    """
    if not _has_form_of_name(name) or _is_credit(name, sure=sure) or outlet_forms.is_other(name):
        return False
    if not sure and (outlet_forms.is_edition(name) or _is_section(name, has_article=has_article)):
        return False
    if sure and has_article and " " not in name:
        return True  # "The Register"
    few = outlet_forms.is_agency(name) or not _is_page_s(name, most=_MOST if sure else _HALF)
    return outlet_forms.is_whole(name, may_be_small=sure) and few


def _has_form_of_name(name: str) -> bool:
    """Return whether a phrase has the length of a name and nothing that no name has."""
    words = tokens(name)
    if not 0 < len(words) <= _WORDS or len(name) not in _LENGTH or not name[0].isalnum():
        return False
    # "Srl Imprint" is what is behind another name.
    is_rest = len(words) > 1 and outlet_forms.is_company(name.partition(" ")[0])
    return not is_rest and not _NO_NAME.search(name)


def _is_page_s(name: str, *, most: float) -> bool:
    """Return whether a phrase consists of page words that no outlet is named after."""
    shares = coverage(name, tokens(name))
    return any(share >= most for kind, share in shares.items() if kind not in _NAMED_AFTER)


def _is_credit(name: str, *, sure: bool) -> bool:
    """Return whether a phrase begins as a byline does; many names begin with an article: "De …"."""
    words = starts_with("by", name)
    return words > 0 and not (sure and words == 1 and len(tokens(name)) > 1)


def own_words(name: str) -> frozenset[str]:
    """Return the words of a name that no other outlet's or company's needs to have."""
    return frozenset(
        word
        for word in tokens(name)
        if len(word) > 2 and not is_outlet(word) and not outlet_forms.is_owner(word)
    )


def _is_section(name: str, *, has_article: bool) -> bool:
    """Return whether a phrase is a section's name, and has no form that outlets' names have."""
    is_acronym = name.isupper() and len(name) > 2
    has_form = has_article or is_acronym or (" " in name and is_formed(name))
    return known(name) == 1 and not has_form


def without_company(name: str) -> str:
    """Return a name without its legal form, and "Courier News" for "Courier News Network, LLC"."""
    words = _PUBLISHER.sub("", name).split()
    while len(words) > 1 and (outlet_forms.is_company(words[-1]) or words[-1] in _JOINING):
        words.pop()
    short = words
    while len(short) > 2 and outlet_forms.is_owner(short[-1]):
        short = short[:-1]
    is_name = is_outlet(" ".join(short)) and short[-1] not in _JOINING
    return " ".join(short if is_name else words)


def is_owner(name: str, bare: str) -> bool:
    """Return whether a line of copyright names a company; `bare` is the name without its form.

    "Harbour News Group" may own other outlets than the "Harbour News".
    """
    behind = name[len(bare) :] if name.startswith(bare) else ""
    if any(map(outlet_forms.is_owner, behind.split())) and not _BEGINS.match(bare):
        return True
    return outlet_forms.is_owner(bare) or (bare != name and not (" " in bare and is_outlet(bare)))


def is_company(name: str, bare: str) -> bool:
    """Return whether nothing but a legal form is behind a company's name: "Courier GmbH"."""
    return bare != name and not any(map(outlet_forms.is_owner, name.split()))


def domain_stem(domain: str) -> str:
    """Return the label of an address that names whose it is ("courier" of courier.co.uk)."""
    labels = domain.lower().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def is_formed(name: str) -> bool:
    """Return whether a name ends as outlets' names do: "Lakeside Times"; an address does not."""
    return "." not in name and (is_outlet(name.rpartition(" ")[2]) or is_headed(name))


def is_headed(name: str) -> bool:
    """Return whether a name begins with a word for a newspaper, as in "Courrier de Nevers"."""
    match = _HEADED.match(name)
    return match is not None and is_outlet(match["noun"])
