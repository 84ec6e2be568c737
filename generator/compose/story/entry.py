"""A story as stated by its page in content/: written into front matter, and read back. Pure.

The front matter contains a story's articles and the result of comparing them. Headlines, dates and
outlets are taken from the article pages, so that edits of these pages are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compose.yaml_values import mappings

FOLDER = "stories"
_Map = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story: its page, and its new passages (text, paragraph)."""

    path: str
    passages: tuple[tuple[str, int], ...] = ()
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the figures that differ: a passage, with its article's page and its paragraph."""

    path: str
    text: str
    paragraph: int
    number: int


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story's page: its articles in chronological order, and where they differ.

    `to` is set if the page only redirects: the story was merged into another, or split.
    """

    path: str
    reports: tuple[Report, ...]
    differences: tuple[tuple[Side, ...], ...] = ()
    to: str = ""

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the pages of its articles."""
        return tuple(report.path for report in self.reports)


def record_of(story: StoryEntry) -> dict[str, object]:
    """Return the value of `digest` in a story's front matter."""
    record: dict[str, object] = {
        "articles": [
            {"page": report.path}
            | ({"opening": True} if report.opening else {})
            | ({"passages": [_passage(*found) for found in report.passages]})
            for report in story.reports
        ]
    }
    if story.differences:
        record["differences"] = [
            [
                {"page": side.path, **_passage(side.text, side.paragraph), "number": side.number}
                for side in sides
            ]
            for sides in story.differences
        ]
    return record


def story_of(path: str, front: _Map) -> StoryEntry | None:
    """Return a story page's front matter as an entry; None if it is not a story's.

    Values of an unexpected type, as a manual edit may leave them, count as absent.
    """
    own = front.get("digest")
    if not isinstance(own, dict) or own.get("kind") not in {"story", "redirect"}:
        return None
    reports = tuple(_reports(own.get("articles")))
    if not reports:
        return None
    found = own.get("differences")
    differences = [tuple(_sides(sides)) for sides in found] if isinstance(found, list) else []
    return StoryEntry(
        path,
        reports,
        tuple(sides for sides in differences if sides),
        str(own.get("to") or "") if own["kind"] == "redirect" else "",
    )


def _passage(text: str, paragraph: int) -> dict[str, object]:
    return {"text": text, "paragraph": paragraph}


def _reports(value: object) -> Iterator[Report]:
    for found in mappings(value):
        passages = (_read(passage) for passage in mappings(found.get("passages")))
        if isinstance(found.get("page"), str):
            yield Report(str(found["page"]), tuple(passages), bool(found.get("opening")))


def _sides(value: object) -> Iterator[Side]:
    for found in mappings(value):
        number = found.get("number")
        if isinstance(found.get("page"), str) and isinstance(number, int):
            yield Side(str(found["page"]), *_read(found), number)


def _read(value: _Map) -> tuple[str, int]:
    paragraph = value.get("paragraph")
    return str(value.get("text") or ""), paragraph if isinstance(paragraph, int) else 0
