"""Quotations in running text, and sentences that contain only part of one. Pure."""

from __future__ import annotations

import re

from generator.unicode_scripts import HANGUL

_QUOTED = re.compile(
    r"“[^”\"]*[”\"]|„[^“”]*[“”]|«[^»]*»|\"[^\"“”]*[\"”]|「[^」]*」|『[^』]*』"
    r"|(?<!\w)['‘](?=\w)[^'’]{12,}['’](?!\w)"
)
_MARK = re.compile('["“”„«»「」『』]')
# Single marks are apostrophes as well: an opening one is before a word, a closing one after a word
# (Korean endings follow it directly), certainly after a full stop.
_SINGLE_OPEN = re.compile(rf"(?<!\w)['‘](?=[^\W\d_])(?!.*['’](?![^\W{HANGUL}]))")
_SINGLE_CLOSE = re.compile(r"(?<=[,.!?])['’](?!\w)")
_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\W\d_])")


def outside_quotations(sentence: str) -> str:
    """Return the part of a sentence that is not quoted."""
    return _QUOTED.sub(" ", sentence)


def parted_quotation(sentence: str, *, inside: bool, first: bool) -> tuple[bool, bool]:
    """Return whether a sentence has only a part of a quotation, and whether it ends inside one.

    `inside`: the previous sentence ends inside a quotation; `first`: a paragraph begins here. A
    quotation that continues in the next paragraph opens again there, and is closed only at its end.
    """
    marks = len(_MARK.findall(sentence))
    again = first and inside and bool(_MARK.match(sentence))
    before = again or (inside and not first)
    after = before != bool((marks - again) % 2)
    return before or after or _single(sentence), after


def _single(sentence: str) -> bool:
    """Return whether a quotation in single marks begins or ends elsewhere."""
    close = _SINGLE_CLOSE.search(sentence)
    opens_before = bool(close and _SINGLE.search(sentence, 0, close.start()))
    return bool(_SINGLE_OPEN.search(sentence) or (close and not opens_before))
