"""The lines of a press release that are not its text: contacts, marks, legal notes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from generator.text import ends_sentence
from generator.understand.genres.genre_words import words
from generator.understand.genres.release_words import RELEASE_WORDS

CONTACT = "press contact"
MARK = "mark of a press release"
ADDED = "added by the distributor"
CAUTION = "legal notice"
RECORD = "record of the study"
REST = "link to other articles"
_OPENING = re.compile(r"[\s*]*(?P<words>[^:\d]{4,40}?)[\s*!.]*(?:[:–—•·|/-].{0,60})?")
_END = re.compile(rf"(?:# ?# ?#(?: ?#)*|[-–—* ]*(?:30|{RELEASE_WORDS['ends']})[-–—* ]*|\* ?\* ?\*)")
_SOURCE = re.compile(rf"SOURCE:?\s+\S.{{1,80}}|{RELEASE_WORDS['source_labels']}:\s+[^!?]{{2,60}}")
_REACHED = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\[email\W+protected\]|\+?\(?\d[\d\s().-]{6,}\d|https?://|www\."
)
_BETWEEN = re.compile(r"[:–—•·|/-]")
_HEADLINE, _WORDS = 6, 3  # lines from an announcement to the headline; words of one
_CONTACT_LINE = 70  # characters
_REACHED_LINE = 200  # characters of a line with an address, or a paragraph of a contact
_NEAR = 8  # lines of a contact in which there is an address
_CONTACT_LINES = 16  # lines below its heading that may be a contact's
_ASKED = 300  # characters of a line that invites questions
_SENTENCE = 40  # characters of a line that is more than a name: "Halden Marine, Inc."
_NOTE = 25  # characters of a sentence below a release's end
_KIND = 2  # lines below the headline in which the kind of a study's release is
_LEAST = 2  # labels of a study's record
_ABOUT = re.compile(rf"{RELEASE_WORDS['about']}\b")
_COMPANY = re.compile(r"\b(?:Inc|Corp|Ltd|Co|S\.p\.A|S\.A)\.$")
_LABEL = re.compile(r"\s?(?::|\s[–—|-]|//)\s")  # between an announcement and a headline


def end_of_text(furniture: Mapping[int, str], start: int) -> int | None:
    """Return the first line after a release's text, None where no mark or contact ends it."""
    for reasons in ((MARK, RECORD, REST), (CONTACT,)):
        ends = [at for at, reason in furniture.items() if at > start and reason in reasons]
        if ends:
            return min(ends)
    return None


def notes_below(lines: Sequence[str], furniture: Mapping[int, str], end: int) -> frozenset[int]:
    """Return the sentences after a release's end that nothing marks as furniture: its notes."""
    found: set[int] = set()
    for at in range(len(lines) - 1, end, -1):
        is_note = ends_sentence(lines[at]) and len(lines[at]) >= _NOTE
        is_heading = at + 1 in found and not ends_sentence(lines[at])
        if at not in furniture and (is_note or (is_heading and len(lines[at]) <= _CONTACT_LINE)):
            found.add(at)
    return frozenset(found)


def is_opening(line: str) -> bool:
    """Return whether a line announces a press release: "FOR IMMEDIATE RELEASE"."""
    match = _OPENING.fullmatch(line)
    return match is not None and match["words"].strip().lower() in words().openings


def only_announces(line: str) -> bool:
    """Return whether a line announces a press release and says nothing else."""
    parts = [part.strip(" *!.").lower() for part in _BETWEEN.split(line)]
    return all(part in words().openings for part in parts if part) and any(parts)


def unannounced(headline: str) -> str:
    """Return a headline without the words that announce it: "Press Release: Headline"."""
    parts = _LABEL.split(headline, maxsplit=1)
    announced = len(parts) > 1 and parts[0].strip(" *").lower() in words().openings
    return parts[1] if announced and len(parts[1].split()) > 1 else headline


def is_about(line: str) -> bool:
    """Return whether a line heads a release's section about its issuer."""
    is_short = len(line) < _CONTACT_LINE and (not ends_sentence(line) or _COMPANY.search(line))
    return bool(_ABOUT.match(line) and is_short)


def is_reached(line: str) -> bool:
    """Return whether a line has an address or a telephone number."""
    return bool(_REACHED.search(line))


def headline_below(lines: Sequence[str], at: int, dated: Sequence[bool]) -> int | None:
    """Return the headline below a line that only announces a release, None if it is not certain.

    `dated` are the lines that contain a date: above the headline, or a dateline.
    """
    for below in range(at + 1, min(len(lines), at + _HEADLINE)):
        if not _is_above_headline(lines[below], dated=dated[below]):
            return below if _may_be_headline(lines[below], dated=dated[below]) else None
    return None


def _is_above_headline(line: str, *, dated: bool) -> bool:
    """Return whether a line announces a release, numbers it, dates it or names a contact."""
    is_number = len(line.split()) < _WORDS and any(map(str.isdigit, line))
    is_date = dated and len(line) < _SENTENCE
    if only_announces(line) or is_number or is_date or is_contact(line):
        return True
    return is_reached(line) and len(line) < _CONTACT_LINE


def _may_be_headline(line: str, *, dated: bool) -> bool:
    is_phrase = len(line.split()) >= _WORDS and not line.endswith((".", ":"))
    return is_phrase and len(line) < 2 * _CONTACT_LINE and not dated and not is_reached(line)


def boilerplate(
    lines: Sequence[str], numbers: Sequence[int], title: int, start: int | None
) -> dict[int, str]:
    """Return the lines of a release that are not its text, each with the reason.

    `start` is the line of the dateline, None for none; `numbers` are those in the file.
    """
    own = {title, start}
    found: dict[int, str] = {}
    begin = title if start is None else start
    for at, line in enumerate(lines):
        if at in found or at in own:
            continue
        if reason := _reason(line, at, title, begin):
            found[at] = reason
        elif is_contact(line):
            is_sure = at > begin and _is_only_contact(line)  # else an item of a menu, perhaps
            found |= _contact_lines(lines, list(_contact(lines, numbers, at, own)), is_sure=is_sure)
        elif at > begin and line.lower().strip(" :") in words().cautions:
            found |= dict.fromkeys(_cautions(lines, at), CAUTION)
    found |= _unlabelled_contact(lines, numbers, begin, found)
    found |= _record(lines, begin)
    return found | _rest(lines, begin)


def _contact_lines(
    lines: Sequence[str], contact: Sequence[int], *, is_sure: bool
) -> dict[int, str]:
    """Return the lines of a contact, none if it has no address and is not certain."""
    is_reachable = is_sure or any(is_reached(lines[below]) for below in contact)
    return dict.fromkeys(contact, CONTACT) if is_reachable else {}


def _is_only_contact(line: str) -> bool:
    """Return whether a line can only head a contact, unlike "Further information"."""
    return "conta" in line.lower() or "konta" in line.lower()


def _reason(line: str, at: int, title: int, begin: int) -> str:
    """Return why a line alone is not a release's text, "" if it may be."""
    low = line.lower()
    if at <= max(begin, title + _KIND) and _is_label(line):
        return MARK
    if at > begin and (_END.fullmatch(line) or _SOURCE.fullmatch(line)):
        return MARK
    if at <= title:
        return ""
    if low.startswith(tuple(words().notices)):
        return CAUTION
    return ADDED if low.startswith(tuple(words().additions)) else ""


def _is_label(line: str) -> bool:
    """Return whether a line announces a release, or says what kind it is or who issued it."""
    return is_opening(line) or line.lower().rstrip(":") in {*words().issuers, *words().kinds}


def is_contact(line: str) -> bool:
    """Return whether a line heads a contact, or is one by itself."""
    low = line.lower()
    if low.strip(" :#*") in words().contacts:
        return True
    asks = len(line) < _ASKED and low.startswith(tuple(words().asks))
    is_label = len(line) < _CONTACT_LINE and ":" in line
    return asks and (is_reached(line) or is_label or low.endswith("contact"))


def _contact(
    lines: Sequence[str],
    numbers: Sequence[int],
    at: int,
    own: AbstractSet[int | None] = frozenset(),
) -> Iterator[int]:
    """Yield the line that heads a contact and those of the contact below it.

    A line after a blank one belongs to it only right below the heading, or if an address follows
    before anything else.
    """
    yield at
    for below in range(at + 1, min(len(lines), at + _CONTACT_LINES)):
        line = lines[below]
        apart = numbers[below] > numbers[below - 1] + 1 and below > at + 1
        if below in own or not _may_be_contact(line):
            return
        if apart and not (is_contact(line) or _is_reached_soon(lines, below)):
            return
        yield below


def _may_be_contact(line: str) -> bool:
    """Return whether a line may be a name, an office or an address."""
    if _ABOUT.match(line) or _END.fullmatch(line) or _SOURCE.fullmatch(line):
        return False
    if is_reached(line):
        return len(line) <= _REACHED_LINE
    return len(line) <= _CONTACT_LINE and not (len(line) > _SENTENCE and ends_sentence(line))


def _is_reached_soon(lines: Sequence[str], at: int) -> bool:
    """Return whether an address follows, with nothing before it that is not part of a contact."""
    for below in range(at, min(len(lines), at + _NEAR)):
        if not _may_be_contact(lines[below]):
            return False
        if is_reached(lines[below]):
            return True
    return False


def _unlabelled_contact(
    lines: Sequence[str], numbers: Sequence[int], begin: int, known: Mapping[int, str]
) -> dict[int, str]:
    """Return names and addresses without a heading, below "About …" and its paragraph."""
    about = next((at for at in range(begin + 1, len(lines)) if is_about(lines[at])), len(lines))
    for at in range(about + 2, len(lines)):
        apart = numbers[at] > numbers[at - 1] + 1
        if at not in known and apart and not is_reached(lines[at]) and _is_reached_soon(lines, at):
            return {below: CONTACT for below in _contact(lines, numbers, at) if below not in known}
    return {}


def _cautions(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the heading of a cautionary statement and the paragraphs of it."""
    yield at
    for below in range(at + 1, len(lines)):
        low = lines[below].lower()
        if not any(phrase in low for phrase in words().caution_phrases):
            return
        yield below


def _record(lines: Sequence[str], begin: int) -> dict[int, str]:
    """Return the lines of EurekAlert's record of a study, from its first label to the end."""
    below = range(begin + 1, len(lines))
    labels = [at for at in below if lines[at].lower().rstrip(":") in words().records]
    labels = labels or [at for at in below if _labels(lines[at]) >= _LEAST for _ in range(_LEAST)]
    if len(labels) < _LEAST:
        return {}
    return dict.fromkeys(range(labels[0], len(lines)), RECORD)


def _labels(line: str) -> int:
    """Return how many labels of a study's record a paragraph has, each with a colon."""
    low = line.lower()
    return sum(f"{label}:" in low for label in words().records)


def _rest(lines: Sequence[str], begin: int) -> dict[int, str]:
    """Return the lines from the first one on that lead to other releases of the site."""
    for at in range(begin + 1, len(lines)):
        if lines[at].lower().rstrip(":") in words().rest:
            return dict.fromkeys(range(at, len(lines)), REST)
    return {}
