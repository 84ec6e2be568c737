"""The sender of a message as an outlet, a person, or both. Pure."""

from __future__ import annotations

import re

from generator.tables import any_of
from generator.text import squeeze
from generator.understand.mail import mail_phrases
from generator.understand.mail.message import Sender
from generator.understand.vocabulary.head_phrases import is_outlet
from generator.understand.vocabulary.people import is_name

_OF = re.compile(
    rf"(?P<person>.{{3,60}}?)\s+{any_of(mail_phrases.words('of_outlet'))}\s+(?P<outlet>.{{2,80}})"
    r"|(?P<person2>.{3,60}?)\s*(?:[|(–—@]|,|\s-)\s*(?P<outlet2>[^()]{2,80}?)\)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[–—|:·•-]\s+|\s*\|\s*|:\s+")
_ARTICLE = re.compile(rf"^{any_of(mail_phrases.words('articles'))}\s+", re.IGNORECASE)
_SOUND = re.compile(r"[\W_]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})
_FIRST_NAMES = (1, 2)  # words of a first name, and of a surname
_SHORT = 4  # letters of a name that may be in an address by accident


def sender_of(sender: Sender, *, bulk: bool) -> tuple[str | None, tuple[str, ...]]:
    """Return the outlet and the authors that a sender's name states.

    `bulk`: the message is a newsletter, whose sender is an outlet unless the address shows that it
    is a person.
    """
    name = _in_order(squeeze(sender.name))
    if not name or "@" in name or not any(map(str.isalpha, name)):
        return None, ()
    if named := _both(name, sender):
        return named
    if _is_person(name, sender, bulk=bulk):
        return None, (name,)
    return _without_edition(name, sender), ()


def _in_order(name: str) -> str:
    """Return "Ola Brandt" for a name in the form of address books: "Brandt, Ola"."""
    last, comma, first = name.partition(", ")
    is_person = comma and all(is_name(part, strict=False) for part in (first, last))
    is_short = len(first.split()) in _FIRST_NAMES and len(last.split()) in _FIRST_NAMES
    if not is_person or not is_short or first.strip(".").lower() in mail_phrases.words("company"):
        return name
    return f"{first} {last}"


def _both(name: str, sender: Sender) -> tuple[str, tuple[str, ...]] | None:
    """Return outlet and author of "Jane Doe from The Courier", "Jane Doe (The Courier)"."""
    match = _OF.fullmatch(name)
    if match is None:
        return None
    person = match["person"] or match["person2"] or ""
    outlet = match["outlet"] or match["outlet2"] or ""
    if not _may_be_person(person) or _in_domain(person, sender) or not outlet[0].isupper():
        return None
    return outlet.strip(), (person.strip(),)


def _is_person(name: str, sender: Sender, *, bulk: bool) -> bool:
    if not _may_be_person(name) or _in_domain(name, sender):
        return False
    local = _plain(sender.address.partition("@")[0])
    words = [_plain(word) for word in name.split()]
    last = words[-1]
    if len(words) > 1 and len(last) >= _SHORT and last in local:
        return True
    return not bulk and len(words) > 1 and local not in mail_phrases.words("sender")


def _may_be_person(name: str) -> bool:
    """Return whether a name has the form of a person's and no word of an outlet's."""
    words = {word.strip(".,").lower() for word in name.split()}
    return (
        is_name(name, strict=True)
        and not words & mail_phrases.words("sender")
        and not is_outlet(name)
    )


def _in_domain(name: str, sender: Sender) -> bool:
    """Return whether the address's domain is named after the sender."""
    domain = _plain(sender.address.rpartition("@")[2])
    plain = _plain(_ARTICLE.sub("", name))
    return len(plain) >= _SHORT and plain in domain


def _without_edition(name: str, sender: Sender) -> str:
    """Return an outlet without its newsletter or desk: "The Courier – Morning", "… Newsletter"."""
    parts = _PARTS.split(name)
    for part in parts if len(parts) > 1 else ():
        if _in_domain(part, sender):
            return part
    outlet, _, last = name.rpartition(" ")
    is_desk = last.lower() in mail_phrases.words("desk") and not _in_domain(name, sender)
    return outlet if is_desk and _in_domain(outlet, sender) else name


def _plain(text: str) -> str:
    return _SOUND.sub("", text).lower().translate(_SPELLED)
