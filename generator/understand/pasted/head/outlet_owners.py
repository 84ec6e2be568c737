"""Whom a page names as its owner: in lines of copyright, and by a company's legal form. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.credits import is_caption
from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary.page_words import coverage, tokens

Found = Iterator[tuple[str, str, int]]  # the kind of evidence, the name, the index of the line

_FOOT = 5  # the last so many-th part of a page is its foot, whatever was taken for text in it
_END = 8  # lines at the end of a page, in which "© Courier" needs no year
_LINE = 240  # characters of a line of copyright that a page is not about
_COMPANY = 40  # characters of a line that is a company's name
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)?\d\d|present))?"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARK = r"(?:©|ⓒ|\(c\)|copyright\b)"
_MARKED = re.compile(_MARK, re.IGNORECASE)
_SIGN = re.compile(r"©|ⓒ|\(c\)", re.IGNORECASE)
_MARKS = ("©", "ⓒ", "(c)", "copyright", "reserved")
_RIGHTS = re.compile(rf"\b{PHRASES['rights']}\b", re.IGNORECASE)
_ALL_RIGHTS = PHRASES["all_rights"]
_COPYRIGHTS = (
    re.compile(
        rf"^(?!copyright)(?P<name>[^\W\d_][^|©]{{1,60}}?)\s*(?:©|ⓒ|\(c\))\s*(?:copyright\s*)?"
        rf"(?P<year>{_YEARS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<name>[^\W\d_][^|©]{{1,60}}?)\s*©(?P<year>)\s*{_ALL_RIGHTS}\b", re.IGNORECASE
    ),
    re.compile(
        rf"{_MARK}(?:[\s:]*(?:{_MARK}|@|®))*[\s:]*(?P<year>{_YEARS})?[\s,.:–-]*(?:by\s+)?"
        rf"(?:{PHRASES['rights_alone']}[\s,.:–-]+)?"  # "© Derechos Reservados, Courier"
        r"(?:owned (?:or licensed )?by\s+)?"
        r"[\"“„«]?(?P<name>[^\W\d_][^|©ⓒ]*|\d[^\W\d_][^|©ⓒ]*)",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?P<year>{_YEARS}) (?P<name>[^\W\d_][^|]{{1,60}})\. "),
)
_LISTED_OWNER = re.compile(
    r"[^\W\d_][^,.|]{1,40}(?:, [^\W\d_][^,.|]{1,30})+? "
    rf"{PHRASES['joining_owners']} [^\W\d_][\w-]*|"
    r"[^\W\d_][^,.|]{1,40} \d+, (?:\w\.){2}"  # "Harbour 2000, S.A."
)
_CAPTIONED = re.compile(r"(?P<text>.{12,}[^\W\d_]{3}[.!?])\s+(?:©|ⓒ)")  # "He cheers. © A. Lee"
_OWNER_ENDS = re.compile(
    rf"\s*(?:[,;|•·–—(\[»”]|{PHRASES['owner_ends']}|\s-\s|\.\s|\.$|copyright|\s(?:19|20)\d\d|"
    rf"\b(?:{_ALL_RIGHTS}|{PHRASES['after_owner']})\b).*",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r",(?=\s?(?:Inc|LLC|Ltd|SLU|S\.L|S\.A|a\.\s?s\.|s\.r\.o))")
# Legal forms whose full stops would end the name: "Moravan a. s.", "PT. Berita Media", "Pvt. Ltd.".
_SPACED_FORM = re.compile(r"(?<=\s)([A-Za-z])\.\s(?=[A-Za-z]\.)")
_FORM_BEFORE = re.compile(rf"^{PHRASES['company_before']}\.?\s+(?=\S)")
_FORM_STOP = re.compile(r"\b(Pvt|Pty|Co|Sp)\.\s(?=\S)")


def of_copyright(head: Head) -> Found:
    """Yield whom lines of copyright below the text name: the outlet, or a company that owns it."""
    foot = len(head.lines) - len(head.lines) // _FOOT
    for at in range(min(foot, head.last) + 1, len(head.lines)):
        owner = _owner_in(at, head)
        if owner is None:
            continue
        for name in dict.fromkeys((owner, *re.split(r"\s?/\s?", owner))):
            bare = outlet_names.without_company(name)
            is_owner = outlet_names.is_owner(name, bare)
            yield ("owner" if is_owner else "copyright"), bare, at
            if is_owner and outlet_names.is_company(name, bare):
                yield "company", bare, at


def _owner_in(at: int, head: Head) -> str | None:
    """Return whom a line of copyright names, None for another line or a picture's."""
    line = head.lines[at]
    match = None if _is_text(at, head) or _is_picture(at, head) else _statement(line)
    is_sign = at >= len(head.lines) - _END and bool(_SIGN.search(line))
    if not match or not (match["year"] or _has_rights(line) or is_sign):
        return None
    owner = _owner(match)
    if owner[:1].islower() and " plc " in f" {owner} ":
        return None
    listed = _LISTED_OWNER.match(match["name"])  # "Harbour, Lake & Co. Ltd."
    return listed[0] if listed else owner


def _is_picture(at: int, head: Head) -> bool:
    """Return whether a line above the text's end is the caption of a picture, with its owner."""
    return at <= head.last and is_caption(head.lines[at]) and not says_rights(head.lines[at])


def _statement(line: str) -> re.Match[str] | None:
    """Return the statement of copyright in a line, as the first form that names an owner has it."""
    if not any(mark in line.lower() for mark in _MARKS):
        return None
    if (caption := _CAPTIONED.match(line)) and not _says_rights(caption["text"]):
        return None
    found = filter(None, (pattern.search(line) for pattern in _COPYRIGHTS))
    return next((it for it in found if not _says_rights(_owner(it))), None)


def of_companies(head: Head) -> Found:
    """Yield the companies that are lines of a page's foot: "Harbour Post Ltd"."""
    foot = len(head.lines) - len(head.lines) // _FOOT
    for at in range(max(foot, head.last + 1), len(head.lines)) if head.is_page else ():
        line = head.lines[at]
        bare = outlet_names.without_company(line) if len(line) <= _COMPANY else line
        if bare != line and not head.is_text(at) and not _MARKED.search(line):
            yield "owner", bare, at


def says_rights(line: str) -> bool:
    """Return whether a line of copyright states the rights and their year, as a site's does."""
    return bool(_YEAR.search(line)) and bool(
        _RIGHTS.search(line) or says_all_rights(line) or line.lower().startswith("copyright")
    )


def begins_with_owner(line: str) -> bool:
    """Return whether a line of copyright begins with its mark or its owner: no "Data © Courier"."""
    match = _statement(line)
    return match is not None and match.start() == 0


def _has_rights(line: str) -> bool:
    """Return whether a line of copyright says more than whose a picture is: a year, or rights."""
    return bool(_YEAR.search(line) or _RIGHTS.search(line)) or says_all_rights(line)


def says_all_rights(line: str) -> bool:
    """Return whether a line has a legal phrase beside the word "copyright"."""
    rest = _MARKED.sub(" ", line)
    return "legal" in coverage(rest, tokens(rest))


def _is_text(at: int, head: Head) -> bool:
    """Return whether a line is of the text: one that begins with the mark of copyright is not."""
    line = head.lines[at]
    return head.is_text(at) and not (len(line) < _LINE and _MARKED.match(line))


def _owner(match: re.Match[str]) -> str:
    """Return whom a line of copyright names, without what is behind the name."""
    name = _FORM_BEFORE.sub("", match["name"].strip())
    name = _FORM_STOP.sub(r"\1 ", _SPACED_FORM.sub(r"\1.", _LEGAL_FORM.sub(" ", " " + name)))
    return _OWNER_ENDS.sub("", name).strip(" &")


def _says_rights(name: str) -> bool:
    """Return whether the words in place of a name are only a statement about rights."""
    return coverage(name, tokens(name)).get("legal", 0) == 1
