"""Where an article comes from, as its first lines state it in forms of many languages. Pure.

A dateline proper ("TASHKENT, Aug 29 (Agency) — …") is read by `pasted.dateline`. The forms here
are read where it finds nothing; those that a sentence of one word has, too ("Essen. Three …"), are
believed only where the page names the place elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.languages import LANGUAGES
from generator.understand.lines.publication_date import Calendar
from generator.understand.pasted.dateline import NO_PLACE
from generator.understand.pasted.head.byline import says_job
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import is_outlet, known
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
from generator.understand.vocabulary.people import people
from generator.unicode_scripts import HAN, HANGUL, KATAKANA

_OPENING = 3  # paragraphs that may begin with a place
_START = 120  # characters of each
_NAME = r"[^\W\d_a-zß-ÿа-я][^\W\d_]+(?:[ .’'\-/][^\W\d_a-zß-ÿа-я][^\W\d_]*\.?){0,3}"
_REGION = r"(?:, [A-Z][a-z]{1,8}\.)?"  # "La Crosse, Wis."
_SURE = (
    re.compile(rf"(?P<place>{_NAME})\s·\s(?=\S)"),  # "Neuss · What may …"
    re.compile(rf"(?P<place>[A-ZÀ-Þ]{{2}}[A-ZÀ-Þ’' .\-]+{_REGION}) [—–]\s?$"),  # a line of its own
    re.compile(r"(?P<place>[A-ZÀ-Þ]{3}[A-ZÀ-Þ’' \-]+)\.\s?[-–—]{1,2}\s?(?=\S)"),  # "MADRID.- Two …"
    re.compile(rf"\((?P<agency>[^\W\d_]{{2,12}})\)\s?[-–—]\s?(?P<place>{_NAME}),"),
    re.compile(rf"(?P<site>[\w-]{{3,20}}\.[A-Za-z]{{2,4}}), (?P<place>{_NAME}) ?[-–—] ?(?=\S)"),
    re.compile(rf"(?P<place>{_NAME}), (?P<site>[\w-]{{3,24}}\.[A-Za-z]{{2,4}}) ?[-–—] ?(?=\S)"),
    re.compile(rf"[\[【(（](?P<place>[{HANGUL}]{{2,8}})=(?P<agency>[{HANGUL}\d]{{2,8}})[\]】)）]"),
    re.compile(
        rf"【(?P<place>[{KATAKANA}{HAN}]{{2,8}})(?P<agency>{PHRASES['agencies_behind_place']})】?"
    ),
)
# "Ciudad de Altura.— Two …"
_STOPPED = re.compile(
    rf"(?P<place>{_NAME}(?: (?:de|del|da|do|dos)(?: la| los| las)? {_NAME})?)"
    r"\.\s?[-–—]{1,2}\s?(?=\S)"
)
# "AYDER, (AB) …", behind the writer: "Ann LEE / AYDER, (AB)"
_SIGNED = re.compile(
    r"(?P<who>[^\W\d_][^,/()]{4,40}?)\s?/\s?(?P<place>[A-ZÀ-ÞĞİŞ]{3,}(?: [A-ZÀ-ÞĞİŞ]{3,})?),?\s?"
    r"\((?P<agency>[A-ZÀ-ÞĞİŞ]{2,5})\)"
)
_BRACKETED = re.compile(rf"\((?P<place>{_NAME})\)\s[-–—]\s(?=\S)")  # "(Nairobi) – Two …"
_DASHED = re.compile(rf"(?P<place>{_NAME}) [-–—]")  # a line above that of the date
_DATED = (
    re.compile(
        rf"(?P<place>{_NAME}),? (?P<date>\d[^—–:!?]{{2,24}}?)[.,]?\s?"
        r"(?:\([^)]{2,24}\))?\.?\s?[-–—]"
    ),
    re.compile(
        rf"(?P<place>{_NAME})\. (?P<date>\d[^—–:!?]{{2,24}}?)\. [A-ZА-Я][\w.]{{2,16}} ?[-–—]"
    ),
    re.compile(
        rf"(?P<place>{_NAME}), (?P<date>[^\W\d_]{{3,12}}\.? \d{{1,2}}(?:, \d{{4}})?)\s?[-–—]"
    ),
)
_LIKELY = re.compile(rf"(?P<place>{_NAME})(?P<mark>[.:]|\s[-–—])\s(?=[^\W\d_a-zß-ÿа-я\d„“\"«])")
_BYLINE = re.compile(rf"{PHRASES['reporting_from']} (?P<place>{_NAME})$")
_BESIDE_AGENCY = re.compile(rf"(?P<agency>[^\W\d_]{{2,12}}), (?P<place>{_NAME})$")
_BEFORE_DATE = re.compile(rf"(?P<place>{_NAME})(?P<mark>,|\s[–—-]) (?:{PHRASES['before_date']} )?")
_DAYS = re.compile(PHRASES["days"], re.IGNORECASE)
_IN = PHRASES["before_place"]
_AFTER_DATE = re.compile(rf"[\s\d:.]*(?:[apAP]\.?[mM]\.?)?(?: [A-Z]{{2,4}})? - (?P<place>{_NAME})")
_BEHIND_NAME = re.compile(rf".{{5,60}}\S - (?P<place>{_NAME})")  # "Por A. Writer - Petrolina"
_FROM = re.compile(rf"{PHRASES['place_line']} (?P<place>{_NAME})")
_TOWN = re.compile(_NAME)
_IN_COUNTRY = re.compile(rf"(?P<place>{_NAME}), (?P<country>{_NAME}) \| (?=\S)")
_SHORT = 3  # letters of a name in capitals that may be something else
_LITTLE = 0.4  # share of page words, as "de", that a place may have
_NAMED = 400_000  # characters of a page in which a place is looked for
_HEAD = 12  # lines below the headline


def place(
    paragraphs: Sequence[str], lines: Sequence[str], title: int, calendar: Calendar
) -> str | None:
    """Return the place that a text's first paragraphs or its head state, None for none."""
    for text in paragraphs[:_OPENING]:
        if found := _opening(text[:_START], lines, calendar):
            return found
    head = range(max(0, title), min(title + _HEAD, len(lines)))
    places = (_in_head(at, lines, calendar) for at in head)
    return next(filter(None, places), None) or _between(head, lines, calendar)


def possible(
    paragraphs: Sequence[str], lines: Sequence[str], title: int, calendar: Calendar
) -> Iterator[str]:
    """Yield the names that stand where a place may, whether they are taken for one or not."""
    for text in paragraphs[:_OPENING]:
        found = (pattern.match(text[:_START]) for pattern in (_LIKELY, _BRACKETED, *_DATED))
        yield from (match["place"] for match in found if match)
    for line in lines[max(0, title) : title + _HEAD]:
        before, behind = _beside_date(line, calendar)
        forms = (*(pattern.fullmatch(line) for pattern in (_DASHED, _FROM, _BEHIND_NAME)),)
        yield from (match["place"] for match in (*forms, before, behind) if match)


def lack(name: str, lines: Sequence[str]) -> str:
    """Return why a name that stands where a place may is not taken for one."""
    if known(name):
        return "a section's name"
    if is_agency(name) or is_outlet(name):
        return "an outlet's or agency's name"
    if not _is_named(name, lines):
        return "the page does not name it as a place elsewhere"
    return "in no form of a dateline that is certain in this language"


def _beside_date(
    line: str, calendar: Calendar
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return what may be a place before the date of a short line, and what may be one behind it."""
    dates = calendar.any_dates(line) if len(line) < _START else []
    if not dates:
        return None, None
    is_last = not line[dates[0].end :].strip(" .,—–-")
    before = _BEFORE_DATE.fullmatch(line[: calendar.begin(line, dates[0])]) if is_last else None
    return before, _AFTER_DATE.fullmatch(line[dates[-1].end :])


def _in_head(at: int, lines: Sequence[str], calendar: Calendar) -> str:
    """Return the place that a line around the headline states, "" for none."""
    line = lines[at]
    if match := _BYLINE.match(line):
        return match["place"]
    if (match := _BESIDE_AGENCY.match(line)) and is_agency(match["agency"]):
        return _plain(match["place"])
    if match := _SIGNED.fullmatch(line) or _SURE[1].match(line):
        return _plain(match["place"])
    if (match := _DASHED.fullmatch(line)) and _is_above_date(at, lines, calendar):
        return "" if known(match["place"]) else _plain(match["place"])
    if (match := _FROM.fullmatch(line)) and _is_named(match["place"], lines):
        return match["place"]
    stated = _before_date(line, lines, calendar) or _behind_date(line, lines, calendar)
    return _plain(stated or _behind_name(line, lines))


def _behind_name(line: str, lines: Sequence[str]) -> str:
    """Return the place behind a dash in a byline, "" for none: "By A. Writer - Northport"."""
    match = _BEHIND_NAME.fullmatch(line) if starts_with("by", line) else None
    if match is None or is_outlet(match["place"]) or known(match["place"]):
        return ""
    return match["place"] if _is_named(match["place"], [it for it in lines if it != line]) else ""


def _is_above_date(at: int, lines: Sequence[str], calendar: Calendar) -> bool:
    """Return whether a line is above one with a date."""
    below = lines[at + 1 : at + 2]
    return any(len(line) < _START and calendar.any_dates(line) for line in below)


def _between(head: range, lines: Sequence[str], calendar: Calendar) -> str | None:
    """Return the place that is in a line of its own between the writer's and the date's."""
    found = (lines[at] for at in head[1:-1] if _is_between(at, lines, calendar))
    return next(map(_plain, found), None)


def _before_date(line: str, lines: Sequence[str], calendar: Calendar) -> str:
    """Return the place in a line that is a place and a date: "Northport, 10 March 2026".

    A section may also be before a dash: there the text must name the place too.
    """
    match, _ = _beside_date(line, calendar)
    if match is None or known(match["place"]) or _DAYS.fullmatch(match["place"]):
        return ""
    name = match["place"]
    above = lines[lines.index(line) - 1] if line in lines[1:] else ""
    is_below_writer = people(above, (), strict=True) == (above,)
    named = match["mark"] == "," or _is_named(name, [text for text in lines if text != line])
    sure = named or (is_below_writer and calendar.language not in LANGUAGES.capital_nouns)
    return name if sure or _is_proper(name, lines, calendar.language) else ""


def _behind_date(line: str, lines: Sequence[str], calendar: Calendar) -> str:
    """Return the place in a line that is a date, its time and a place: "3 May 09:22 - MADURAI"."""
    _, match = _beside_date(line, calendar)
    if match is None or known(match["place"]):
        return ""
    return match["place"] if _is_named(match["place"], lines) else ""


def _is_between(at: int, lines: Sequence[str], calendar: Calendar) -> bool:
    """Return whether a line is a place in capitals between the writer's and the date or text."""
    line = lines[at]
    if not line.isupper() or not _TOWN.fullmatch(line) or known(line) or is_agency(line):
        return False
    if len(line) <= _SHORT or _is_acronym(line, lines) or _is_heading(line, lines):
        return False
    if len(lines[at - 1]) >= _START:  # a sentence that names someone
        return False
    is_last = len(lines[at + 1]) >= _START and not (says_job(line) or is_outlet(line))
    is_above = is_last or _is_above_date(at, lines, calendar)
    return is_above and bool(people(lines[at - 1], (), strict=True))


def _is_heading(line: str, lines: Sequence[str]) -> bool:
    """Return whether most words of a line in capitals are words that the text writes small."""
    words = line.split()
    small = sum(_is_word(word, lines) for word in words)
    return 2 * small > len(words) and not _is_named(line, [it for it in lines if it != line])


def _is_acronym(name: str, lines: Sequence[str]) -> bool:
    """Return whether a text has a word in capitals as it is, like "BBC" and unlike "LIMA"."""
    within = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(within.search(line) for line in lines if len(line) >= _START and not line.isupper())


def _is_proper(name: str, lines: Sequence[str], language: str) -> bool:
    """Return whether a text has a word with its capital within sentences, as only names have."""
    within = re.compile(rf"(?<=[a-zà-ÿ,] ){re.escape(name)}(?![\w-])")
    return language not in LANGUAGES.capital_nouns and any(map(within.search, lines))


def _opening(text: str, lines: Sequence[str], calendar: Calendar) -> str:
    """Return the place that a paragraph begins with, "" for none."""
    for pattern in _SURE:
        if match := pattern.match(text):
            return _plain(match["place"])
    if (match := _IN_COUNTRY.match(text)) and section_words.is_country(match["country"]):
        return match["place"]
    if (match := _BRACKETED.match(text)) and _is_free(match["place"], lines, calendar):
        return _plain(match["place"])
    if (match := _STOPPED.match(text)) and _is_free(match["place"], lines, calendar):
        return _plain(match["place"])
    for pattern in _DATED:
        if (match := pattern.match(text)) and calendar.any_dates(match["date"]):
            return _plain(match["place"])
    match = _LIKELY.match(text)
    return _plain(match["place"]) if match and _is_likely(match, lines, calendar) else ""


def _is_likely(match: re.Match[str], lines: Sequence[str], calendar: Calendar) -> bool:
    """Return whether the name that a paragraph begins with is a place, as the page shows."""
    name = match["place"]
    if known(name) or (match["mark"] != "." and _is_word(name, lines)):
        return False
    if name.isupper() and len(name) > _SHORT and _is_name(name, match["mark"], lines):
        return True
    if not _is_named(name, lines):
        return False
    return match["mark"] != ":" or name.isupper() or calendar.language == "en"


def _is_word(name: str, lines: Sequence[str]) -> bool:
    """Return whether a page writes a name small, too: "Patients - Stage I" begins with none."""
    within = re.compile(rf"(?<![\w./@-]){re.escape(name.lower())}(?![\w./@-])")
    return any(map(within.search, lines))


def _is_name(name: str, mark: str, lines: Sequence[str]) -> bool:
    """Return whether words in capitals before a text are a name: "LUVÖ. …", "LUVO: …".

    A warning or a kicker may be before a colon, too: there the page must have the name elsewhere.
    """
    if coverage(name, tokens(name)) or is_agency(name) or NO_PLACE.fullmatch(name):
        return False
    again = re.compile(rf"(?<![\w.-]){re.escape(name.title())}(?![\w-])")
    return mark == "." or (mark == ":" and any(map(again.search, lines)))


def _is_free(name: str, lines: Sequence[str], calendar: Calendar) -> bool:
    """Return whether a name in brackets before a text is that of a place: no agency, no note."""
    is_page_s = max(coverage(name, tokens(name)).values(), default=0) > _LITTLE
    if name.isupper() or is_agency(name) or known(name) or is_page_s:
        return False
    return calendar.language not in LANGUAGES.capital_nouns or _is_named(name, lines)


def _is_named(name: str, lines: Sequence[str]) -> bool:
    """Return whether a page names a place elsewhere: "in Essen", or in a line of its own."""
    wanted = name.lower()
    if any(line.lower() == wanted for line in lines):
        return True
    text = "\n".join(lines)[:_NAMED]
    if re.search(rf"\b{re.escape(name)}er [A-ZÄÖÜ]", text):  # "Hamburger Hafen"
        return True
    return bool(re.search(rf"\b{_IN} {re.escape(name)}(?![\w-])", text, re.IGNORECASE))


def _plain(name: str) -> str:
    """Return a place in capitals as it is written; its region stays as it is."""
    town, comma, region = name.strip().partition(",")
    is_name = town.isupper() and len(town) > 3 and "İ" not in town  # "i" in Turkish
    town = town.title() if is_name else town
    return f"{town}{comma}{region}"
