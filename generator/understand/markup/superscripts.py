"""Converts superscripts, subscripts and note marks to plain text.

Without mark-up "10<sup>6</sup>" would read 106, and the mark of a note would become part of the
word or number before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_EXPONENT = re.compile(r"[0-9+\-−=()n]{1,12}")
_INDEX = re.compile(r"[0-9+\-−=()]{1,12}")
# "1", "[12]", "*", "†", "a": marks of notes; arrows link back from a note.
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶]{1,3})[\])]?|[↩↑^⤴⏎]\ufe0e?\ufe0f?")
_BACK = re.compile(r"[↩↑^⤴⏎]\ufe0e?\ufe0f?")
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
_NOTE = re.compile(
    r"(?:^|[^a-z])(?:fn|ftn|ftnt|note|footnote|endnote|cite|ref|fnref|sdfootnote|anm|fuss|fuß)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^#\s]*#(?P<target>\S+)")
_NUMBERED = re.compile(r"\d+")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TAGS, _WIKI = ("sup", "sub", "a", "span"), "mw-editsection"
_MOST = 3000  # elements of these kinds that are read
_LONGEST = 60  # characters of a mark


def write_scripts(tree: etree._Element) -> None:
    """Replace raised and lowered figures by their characters; remove the marks of notes.

    Also remove the edit links of wikis in headings and sentences.
    """
    for element in list(islice(filter(_may_matter, tree.iter(*_TAGS)), _MOST)):
        if element.getparent() is None:  # gone with a mark around it
            continue
        if _is_mark(element):
            _without_brackets(element)
            _replace(element, "")
        elif element.tag in {"sup", "sub"}:
            written = _written(element)
            if written is not None:
                _replace(element, written)


def _may_matter(element: etree._Element) -> bool:
    """Return whether an element may be a mark, a superscript or a subscript; most links are not."""
    if element.tag == "a":
        return "#" in (element.get("href") or "")
    return element.tag != "span" or _WIKI in (element.get("class") or "") or _edits(element)


def _edits(element: etree._Element) -> bool:
    """Return whether an element at the end of a heading consists of links in brackets."""
    above = element.getparent()
    if above is None or above.tag not in _HEADINGS or next(element.iter("a"), None) is None:
        return False
    return bool(_BRACKETED.fullmatch(_text(element)))


def _is_mark(element: etree._Element) -> bool:
    """Return whether an element consists of the mark of a note, or an edit link of a wiki."""
    if element.tag in {"span", "sub"}:
        return bool(element.tag == "span")
    text = _text(element)
    if not text:
        return False
    is_mark = bool(_MARK.fullmatch(text))
    if element.tag == "sup":
        return bool(_BRACKETED.fullmatch(text)) or (is_mark and _has_note(element))
    return is_mark and _leads_to_note(element)


def _has_note(element: etree._Element) -> bool:
    """Return whether a link to a place in the page is inside of an element."""
    return any(_ADDRESS.match(link.get("href") or "") for link in element.iter("a"))


def _leads_to_note(link: etree._Element) -> bool:
    """Return whether a link leads to a note, by its address or its class."""
    address = _ADDRESS.fullmatch((link.get("href") or "").strip())
    if address is None:
        return False
    if _BACK.fullmatch(_text(link)):
        return True
    names = " ".join(link.get(name) or "" for name in ("class", "rel", "role"))
    if _NOTE.search(address["target"]) or _NOTE.search(names):
        return True
    number = _text(link).strip("()[]")  # "(2)", raised, leads to "#n2" in any language
    is_raised = next(link.iter("sup"), None) is not None
    return is_raised and number.isdigit() and _NUMBERED.findall(address["target"])[-1:] == [number]


def _written(element: etree._Element) -> str | None:
    """Return a raised or lowered text as plain text, None if it need not change."""
    text, follows_figure = _text(element), _before(element).isdigit()
    if element.tag == "sup":
        return _raised(element, text, follows_figure=follows_figure)
    # "H2O" reads right as it is; after a figure the index would be a part of the number.
    if follows_figure and _INDEX.fullmatch(text):
        return _spaced(element, text.translate(_LOWERED))
    return None


def _raised(element: etree._Element, text: str, *, follows_figure: bool) -> str | None:
    if _EXPONENT.fullmatch(text) and (text != "n" or follows_figure):
        return _spaced(element, text.translate(_RAISED))
    if follows_figure and " " not in text and any(map(str.isdigit, text)):
        return _spaced(element, f"^({text})")
    return None


def _spaced(element: etree._Element, written: str) -> str:
    """Return the text written for an element, with the space that ends it."""
    return f"{written} " if "".join(islice(_pieces(element), _LONGEST))[-1:].isspace() else written


def _without_brackets(mark: etree._Element) -> None:
    """Remove the brackets that are outside the link of a mark: "(<a>1</a>)"."""
    previous, above = mark.getprevious(), mark.getparent()
    holder = previous.tail if previous is not None else above.text if above is not None else None
    before, after = holder or "", mark.tail or ""
    if not (before.endswith(("(", "[")) and after.startswith((")", "]"))):
        return
    mark.tail = after[1:]
    if previous is not None:
        previous.tail = before[:-1]
    elif above is not None:
        above.text = before[:-1]


def _text(element: etree._Element) -> str:
    return "".join(islice(_pieces(element), _LONGEST)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    for piece in element.itertext():
        yield from str(piece)


def _before(element: etree._Element) -> str:
    """Return the character right before an element, "" for none."""
    previous = element.getprevious()
    above = element.getparent()
    if previous is not None:
        text = previous.tail or "".join(map(str, previous.itertext()))
    else:
        text = (above.text or "") if above is not None else ""
    return text[-1:]


def _replace(element: etree._Element, text: str) -> None:
    """Put a text in the place of an element."""
    above = element.getparent()
    if above is None:
        return
    text += element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        above.text = (above.text or "") + text
    above.remove(element)
