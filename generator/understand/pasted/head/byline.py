"""Finds the authors of an article in the lines around its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.credits import is_caption
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.pasted.head.signature import chinese, is_uncased
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.capitals_in_names import in_capitals
from generator.understand.vocabulary.head_phrases import is_outlet, known, may_name, parts
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
from generator.understand.vocabulary.people import people
from generator.unicode_scripts import EAST_ASIAN

_LONGEST = 300  # characters of a line
_ROLE = 60  # characters
_CREDITED = 10  # words from "by" on in such a line
_INTRODUCED = 3  # words before "by": "A column by A. Writer"
_QUOTES = re.compile('["“”„«»]')
# A name and what a page glued to it: "Jane DoeNews Reporter", "Jane DoePublished".
_STATION = re.compile(r"[A-Z]{3,4} ")  # "ABC Riverina", for which a writer works
_ACRONYM = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,4} |ABC ")  # of no person: it has no vowel
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z])|(?<=[a-zà-ÿ])(?=\d)")
_BY_GLUED = re.compile(  # "ByJane Doe"; in other languages, the word is part of some names
    rf"^(?:By|by(?=[A-Z])|{PHRASES['glued_by']}(?=[A-Z][a-zß-ÿ]+ [A-Z]))(?=[A-Z])"
)
# Before a name in capitals only: the same word is a preposition in other languages.
_BY_CAPITALS = re.compile(rf"^{PHRASES['by_before_capitals']} (?=[A-ZÀ-Þ]{{3,}} [A-ZÀ-Þ]{{3}})")
_PICTURE_BEHIND = re.compile(rf"\s{PHRASES['pictures_behind']}\s?[:©].*")
_UNTIL = re.compile(rf"\s{PHRASES['before_date']}\s*$")
_TWICE = re.compile(  # "Jane DoeJane Doe", "Harbour Desk By Harbour Desk"
    rf"(?P<name>[^\W\d_]\S* .+?\S)(?: ?| {PHRASES['glued_by']} )(?P=name)", re.IGNORECASE
)
_AND_GLUED = re.compile(r"(?<=[a-z]{3})and(?=[A-Z])")
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_REPORTER = re.compile(PHRASES["reporters"])
_NO_NAME = re.compile(PHRASES["no_names"])
_PICTURED = re.compile(  # "A. Writer (text), B. Painter (pictures)"
    rf"(?:^|,|;|/|\b{PHRASES['and_in_credits']}\b)[^,;/()]+\({PHRASES['pictured']}\)",
    re.IGNORECASE,
)
_LONE = re.compile(  # "3 May by Hal", "Von Hal am 3. Mai", "by Hal in News"
    rf"(?i:{PHRASES['lone_by']}) (?P<name>[^\W\d_a-z][^\W\d_]{{2,20}}(?:\.[^\W\d_]{{2,20}})?)"
    rf"(?: (?:{PHRASES['dated_in']}|{PHRASES['before_date']})\b.*)?"
)
_TOGETHER = re.compile(  # not "Staff" alone
    rf"(?!.*\b{PHRASES['ours']} )(?:[^\W\d_][\w.'’\-]* ){{1,3}}{PHRASES['together']}|"
    rf"{PHRASES['together_alone']}",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^[\W_]*[^\W_]+(?:['.\-][^\W_]+)*")
_PLACE = re.compile(  # "By A. Writer, in Brest", "Reporting from Brest", "(Brest, special envoy)"
    rf"(?:,\s{PHRASES['writing_from']}\s|^{PHRASES['reporting_in']} )"
    r"(?P<there>[^\W\d_]\S+(?:[ -][^\W\d_]\S+){0,2})$|"
    rf"\((?P<sent>[^\W\d_][^,()]{{2,30}}), {PHRASES['envoy']}\)"
)
_STATIONED = re.compile(  # "A. Writer in Brest"
    rf"(?P<who>.{{5,60}}) {PHRASES['writer_in']} [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,2}}"
)
_IN_PLACES = re.compile(  # "A. Writer in Brest and B. Writer in Lyon"
    rf"(?<=[^\W\d_]) {PHRASES['writer_in']} [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,2}}"
    rf"(?=\s*(?:[,;]|$|\b{PHRASES['and_in_credits']} [A-ZÀ-Þ]))"
)
_NOT_BY = re.compile(rf"^{PHRASES['not_by']}\b", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_DASH = re.compile(r"\s[—–/|]\s")
_ADJECTIVES = ("ische", "ischer", "ischen")  # "Landespolitische Korrespondentin"
_PARTICLE = re.compile(r"\w{1,4} [^\W\d_a-zß-ÿ]|\w{2} \w{2,3} [^\W\d_a-zß-ÿ]")  # "van", "de la"
_SMALL_BY = re.compile(rf"{PHRASES['small_by']} ")


def writers(text: str, *, strict: bool) -> tuple[str, ...]:
    """Return the people that a text names, or those who wrote it together ("Courier Staff").

    `strict` as in `people`: for a text that is only likely a byline.
    """
    text = _BY_CAPITALS.sub("", unglued(_PICTURED.sub("", _QUOTES.sub("", text[:_LONGEST]))))
    text = _IN_PLACES.sub("", text)
    if is_other_credit(text):
        return ()
    named = tuple(map(_without_agency, people(text, (), strict=strict)))
    if strict and any(_NO_NAME.fullmatch(word) for word in " ".join(named).lower().split()):
        return ()  # a clause: "Ministers Should Resign, Compensate Families"
    found = _persons(tuple(_once(name) for name in named if _is_person(name)))
    if strict and _EAST_ASIAN.search(text) and not _REPORTER.search(text):
        return ()
    if found:
        return tuple(_trimmed(name, may_be_field=says_job(text)) for name in found)
    together = (_BY.sub("", part.strip()) for part in re.split(r"[,;|]", text))
    return tuple(part for part in together if _TOGETHER.fullmatch(part))


def unglued(text: str) -> str:
    """Return a text with a bar between a name and a word of the page that is glued to it."""
    text = _without_kicker(_BY_GLUED.sub(r"\g<0> ", text))
    for match in _GLUED.finditer(text):
        rest = text[match.end() :]
        if " " in text[: match.start()] and _is_no_name(rest):
            return f"{text[: match.start()]} | {rest}"
    return text


def _without_kicker(text: str) -> str:
    """Return a text without the section's name that is glued to its start: "NewsJane Doe"."""
    match = _GLUED.search(text)
    first = text[: match.start()] if match else ""
    is_kicker = bool(first) and (section_words.is_generic(first) or known(first) == 1)
    return text[len(first) :] if is_kicker else text


def _persons(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without other parts of a byline: a place of one word, an outlet in capitals."""
    whole = [name for name in names if " " in name]
    if len(whole) == len(names):
        mixed = [name for name in names if not (in_capitals(name) or _STATION.match(name))]
        return tuple(mixed) or names
    cased = [name for name in whole if name.lower() != name.upper()]
    return tuple(whole) if cased else names


def _without_agency(name: str) -> str:
    """Return a name without the agency behind it: "A. Writer The Associated Press"."""
    words = name.split()
    for cut in range(2, 0 if is_agency(name) else len(words)):
        if is_agency(" ".join(words[cut:])):
            return " ".join(words[:cut])
    return name


def _is_person(name: str) -> bool:
    return not (
        not name[0].isalpha()
        or is_agency(name)
        or section_words.is_country(name)
        or is_outlet(name)
        or not may_name(name)
        or starts_with("legal", name)
        or _ACRONYM.match(name)
        or len(_GLUED.findall(name)) > 1
        or any(map(_NO_NAME.fullmatch, name.lower().split()))
    )


def is_other_credit(line: str) -> bool:
    """Return whether a line names who contributed something other than the text: its editor."""
    return bool(_NOT_BY.match(line))


def other_credit(line: str) -> str:
    """Return whom a line names for something other than the text, "" for another line."""
    match = _NOT_BY.match(line)
    return line[match.end() :].strip(" :") if match else ""


def _once(name: str) -> str:
    """Return a name that a page gives twice ("Jane Doe Jane Doe") once."""
    match = _TWICE.fullmatch(name)
    return match["name"] if match else name


def _signed(text: str, *, strict: bool) -> tuple[str, ...]:
    """Return the writers in a text that is a byline beyond doubt: an outlet, if nobody else."""
    others = people(_QUOTES.sub("", text), (), strict=True)
    return writers(text, strict=strict) or tuple(it for it in others if not _ACRONYM.match(it))


def byline(lines: Sequence[str], at: int, dates: Mapping[int, tuple[int, int]]) -> tuple[str, ...]:
    """Return whom a line names as its writers in words: "By A. Writer", also over two lines."""
    line = _apart(_undated(lines[at], dates.get(at, (0, 0))))
    line = _PICTURE_BEHIND.sub("", line) if starts_with("by", line) else line
    if is_other_credit(line) or is_caption(line):
        return ()
    if named := chinese(line):
        return named
    credit = starts_with("by", line)
    if credit and credit == len(tokens(line[:80])):
        return _beside_label(lines, at)
    if credit and (found := _credited(line)) is not None:
        return found or (_lone(parts(line)[0]) if at in dates else ())
    return _inside(line, is_dated=at in dates)


def _beside_label(lines: Sequence[str], at: int) -> tuple[str, ...]:
    """Return whom the line below a label names, or the one above it: "Ani Sari", "Penulis".

    Where the next label, of the pictures, is below that name, each label is below its name.
    """
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if _is_label_of_pictures("".join(lines[at + 2 : at + 3])):
        following = ""
    if named := _signed(following, strict=False) if following else ():
        return named
    above = lines[at - 1] if at else ""
    return (above,) if writers(above, strict=True) == (above,) else ()


def _is_label_of_pictures(line: str) -> bool:
    return is_other_credit(line) and not other_credit(line)


def _apart(line: str) -> str:
    """Return a byline with spaces where a page glued its words: "ByA. Writerand B. Writer"."""
    spaced = _BY_GLUED.sub(r"\g<0> ", line)
    return spaced if spaced == line else _AND_GLUED.sub(" and ", spaced)


def _inside(line: str, *, is_dated: bool) -> tuple[str, ...]:
    """Return whom a line names after a separator or a few words: "3 May | By A. Writer"."""
    part = next((part for part in parts(line)[1:] if starts_with("by", part)), "")
    if part:
        return _signed(part, strict=True) or (_lone(part) if is_dated else ())
    return _introduced(line)


def _credited(line: str) -> tuple[str, ...] | None:
    """Return whom a line that begins with "By" names; None if it may be another sentence."""
    named = _DASH.split(without_by(line))[0].strip(" :：")  # behind it: where they are
    if is_uncased(named):
        return _signed(named, strict=False)
    is_clause = named[:1].islower() and not (_PARTICLE.match(named) or says_job(named))
    if is_clause or not (line[:1].isupper() or _SMALL_BY.match(line)):
        return None
    agency = parts(named)[0]
    return _signed(named, strict=True) or ((agency,) if is_agency(agency) else ())


def _lone(part: str) -> tuple[str, ...]:
    """Return the single name by which a site calls the writer beside a date: "3 May by Hal"."""
    match = _LONE.fullmatch(part)
    return writers(match["name"], strict=False) if match else ()


def without_by(line: str) -> str:
    """Return a line without the words before its names: "By", "Eine Reportage von"."""
    rest = line
    for _ in range(starts_with("by", line)):
        rest = _FIRST.sub("", rest, count=1)
    return rest.strip() or line


def stationed(line: str) -> tuple[str, ...]:
    """Return whom a line names with where they write from: "A. Writer in Brest"."""
    match = _STATIONED.fullmatch(line)
    return people(match["who"], (), strict=True) if match else ()


def place_in(line: str) -> str | None:
    """Return the place that a byline states."""
    match = _PLACE.search(line) if len(line) < _LONGEST else None
    if not match or not (match["sent"] or starts_with("by", line) or line.startswith("Reporting")):
        return None
    place = match["sent"] or match["there"]
    return place if place[0].isupper() else None


def _introduced(line: str) -> tuple[str, ...]:
    """Read "A column by A. Writer"."""
    words = [] if line.endswith(".") else line.split()
    for at in range(1, min(_INTRODUCED, len(words) - 2) + 1):
        rest = " ".join(words[at:])
        if words[at].islower() and len(words) - at < _CREDITED and starts_with("by", rest) == 1:
            return tuple(name for name in _signed(rest, strict=True) if name[0].isupper())
    return ()


def _undated(line: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{_UNTIL.sub('', line[:start])} | {line[end:]}" if end else line


def _is_no_name(text: str) -> bool:
    """Return whether words may follow a name: a job, an employer, a word of the page."""
    start = " ".join(text.split()[:5])
    return is_outlet(start) or says_job(start) or not may_name(start)


def says_job(text: str) -> bool:
    """Return whether a text is a job title: "Harbour Correspondent"."""
    return "person" in coverage(text, tokens(text))


def says_role(line: str) -> bool:
    """Return whether a short line below a name states that person's job, place or employer."""
    return len(line) < _ROLE and (
        says_job(line) or is_outlet(line) or line.startswith("Reporting ")
    )


def _trimmed(name: str, *, may_be_field: bool) -> str:
    """Return a name without the section, or the field of work, that was left behind it."""
    words = name.split()
    while len(words) > 2 and (
        known(words[-1]) == 1 or (may_be_field and words[-1].endswith(_ADJECTIVES))
    ):
        words.pop()
    return " ".join(words)
