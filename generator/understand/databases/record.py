"""The lines of one document of a press database → its fields and its text. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.tables import load_patterns
from generator.text import squeeze
from generator.understand.databases.labels import Label, code_of, label_of
from generator.understand.layout.wrapped import Row

Blocks = list[list[Row]]
"""Lines between blank ones, in their groups."""

_LABELS = 2  # in a block that begins without one
_LONG = 120  # characters: an unlabelled head's line is shorter, and text is longer
_WORDS = load_patterns(Path(__file__).with_name("head_words.yml"))
_COPYRIGHT = re.compile(rf"©|\(c\)\s|{_WORDS['rights']}", re.IGNORECASE)
_NOISE = re.compile(rf"\[?(?:PDF|HTML)\]?|https?://\S+|{_WORDS['furniture']}", re.IGNORECASE)
_COVER = frozenset({"user name", "date and time", "job number", "client/matter", "search terms",
                    "search type", "narrowed by"})  # fmt: skip
_LISTED = re.compile(r"\d{1,4}\.\s+\S(?!.*\b(?:19|20)\d\d\b)")  # of a table of contents


@dataclass(slots=True)
class Record:
    """A document: its labelled fields, the other lines of its head, and the lines of its text.

    `head` contains the unlabelled lines above the text, grouped by blank lines; `dropped` the
    remaining lines, with their numbers in the file.
    """

    fields: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    head: list[list[str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    dropped: list[tuple[int, str]] = field(default_factory=list)

    def put(self, name: str, value: str, number: int) -> None:
        """Keep the first value of a field."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.places[name] = number


def record_of(rows: Sequence[Row]) -> Record:
    """Return the labelled fields of a document, and its unlabelled lines."""
    is_coded = any((code := code_of(text)) and code.field == "title" for _, text in rows)
    label: Callable[[str], Label | None] = code_of if is_coded else label_of
    blocks = _blocks(rows)
    begin, end = _extent(blocks, label)
    record = Record()
    for block in blocks[:begin]:
        _read_head(block, label, record)
    for at, block in enumerate(blocks[begin:end], begin):
        text = _text_of(block, label, record, labelled=at == begin or is_coded)
        record.text += filter(None, (squeeze(line) for _, line in text))
    for block in blocks[end:]:
        _read_labels(block, label, record)
    return record


def _blocks(rows: Sequence[Row]) -> Blocks:
    blocks: Blocks = [[]]
    for row in rows:
        if row[1].strip():
            blocks[-1].append(row)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _extent(blocks: Blocks, label: Callable[[str], Label | None]) -> tuple[int, int]:
    """Return the first block of the text and the first after it.

    Blocks in which a label begins or ends the text are divided there.
    """
    _divide(blocks, label)
    begin = next((at for at, block in enumerate(blocks) if _field(block, label) == "text"), None)
    if begin is None:
        begin = _below_head(blocks, label)
    end = next(
        (at for at in range(begin + 1, len(blocks)) if _ends(blocks[at], label)), len(blocks)
    )
    while end > begin + 1 and _is_tail(blocks[end - 1], label):
        end -= 1
    return begin, end


def _divide(blocks: Blocks, label: Callable[[str], Label | None]) -> None:
    labels = (label(text) for block in blocks for _, text in block)
    has_text = any(found.field == "text" for found in labels if found)
    made: Blocks = []
    for block in blocks:
        piece: list[Row] = []
        for row in block:
            if piece and _begins_piece(row[1], piece, label, has_text=has_text):
                made.append(piece)
                piece = []
            piece.append(row)
        made.append(piece)
    blocks[:] = _with_values(made, label)


def _begins_piece(
    line: str,
    above: Sequence[Row],
    label: Callable[[str], Label | None],
    *,
    has_text: bool,
) -> bool:
    """Return whether a line begins or ends the text: by its label, or as text below labels.

    `has_text`: a label begins the text; without one, the first long line does.
    """
    found = label(line)
    if found:
        return found.field == "text" or found.ends
    is_text = not has_text and len(line) > _LONG
    return is_text and any(label(text) for _, text in above)


def _with_values(blocks: Blocks, label: Callable[[str], Label | None]) -> Blocks:
    """Return blocks; a label of an abstract alone is joined with the next block, its value."""
    made: Blocks = []
    for block in blocks:
        above = label(made[-1][0][1]) if made and len(made[-1]) == 1 else None
        if above and above.field == "abstract" and not above.value and not label(block[0][1]):
            made[-1] += block
        else:
            made.append(block)
    return made


def _below_head(blocks: Blocks, label: Callable[[str], Label | None]) -> int:
    """Return the first block below the labels of the head, else the first of running text."""
    has_labels = False
    for at, block in enumerate(blocks):
        is_labelled = bool(label(block[0][1])) or _is_list(block, label) or _is_head(block)
        is_long = sum(len(text.strip()) for _, text in block) > _LONG
        if not is_labelled and not _is_meta(block) and (has_labels or is_long):
            return at
        has_labels = has_labels or is_labelled
    return len(blocks)


def _is_list(block: Sequence[Row], label: Callable[[str], Label | None]) -> bool:
    """Return whether short lines are a list of labels, perhaps below a title."""
    labels = sum(label(text) is not None for _, text in block)
    return labels >= _LABELS and all(len(text.strip()) <= _LONG for _, text in block)


def _is_head(block: Sequence[Row]) -> bool:
    """Return whether short lines are an unlabelled head: its last is a notice of rights."""
    lines = [text.strip() for _, text in block]
    return (
        len(lines) > _LABELS and bool(_COPYRIGHT.match(lines[-1])) and max(map(len, lines)) <= _LONG
    )


def _field(block: Sequence[Row], label: Callable[[str], Label | None]) -> str:
    found = label(block[0][1])
    return found.field if found else ""


def _ends(block: Sequence[Row], label: Callable[[str], Label | None]) -> bool:
    found = label(block[0][1])
    return bool(found and found.ends)


def _is_tail(block: Sequence[Row], label: Callable[[str], Label | None]) -> bool:
    return _field(block, label) not in {"", "text"} or _is_meta(block)


def _is_meta(block: Sequence[Row]) -> bool:
    """Return whether lines are not text: a copyright notice, a link of the database."""
    return all(_COPYRIGHT.search(text) or _NOISE.fullmatch(text.strip()) for _, text in block)


def _read_head(block: Sequence[Row], label: Callable[[str], Label | None], record: Record) -> None:
    if _is_cover(block):
        record.head.clear()
        record.dropped += block
        return
    rest = _read_labels(block, label, record)
    if rest:
        record.head.append(rest)


def _is_cover(block: Sequence[Row]) -> bool:
    return any(text.strip().partition(":")[0].lower() in _COVER for _, text in block)


def _read_labels(
    block: Sequence[Row], label: Callable[[str], Label | None], record: Record
) -> list[str]:
    """Read the labelled values of a block, also over several lines; return its other lines."""
    rest: list[str] = []
    name, value, number = "", "", 0
    for row in block:
        found = label(row[1])
        if found:
            record.put(name, value, number)
            name, value, number = found.field, found.value.strip(), row[0]
            if name in {"other", "loaded"}:
                record.dropped.append(row)
        elif _is_meta([row]) or (not name and _LISTED.match(row[1].strip())):
            record.dropped.append(row)
        elif name:
            value = squeeze(f"{value} {row[1]}")
        else:
            rest.append(squeeze(row[1]))
    record.put(name, value, number)
    return rest


def _text_of(
    block: Sequence[Row],
    label: Callable[[str], Label | None],
    record: Record,
    *,
    labelled: bool,
) -> list[Row]:
    """Return the lines of a block of text, without a label at their beginning."""
    rows = list(block)
    found = label(rows[0][1]) if labelled else None
    if found and found.field == "text":
        rows = [(rows[0][0], found.value), *rows[1:]]
    kept = [row for row in rows if not _is_meta([row])]
    record.dropped += [row for row in rows if row not in kept]
    return kept
