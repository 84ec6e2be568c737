"""A view as plain Markdown, which any theme or Markdown reader can show. Pure.

Charts are replaced by tables of their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator import sanitize
from generator.compose.article.labels import dateline
from generator.compose.article.markers import Parts, join
from generator.compose.lists.views import (
    Calendar,
    Card,
    Group,
    Heat,
    Lead,
    Link,
    Links,
    Moves,
    StoryPage,
    View,
)
from generator.compose.voices.statements import Statement
from generator.models import Page
from generator.words import Words

# An article is in about ten lists, a keyword in hundreds: their lines are cached.
_escaped = lru_cache(maxsize=4096)(sanitize.markdown)
_linked = lru_cache(maxsize=4096)(sanitize.link)


def compose_plain(view: View, words: Words) -> Page:
    """Return the Markdown page of a view; its text is the editor's note, if there is one."""
    head = "\n\n".join(_head(view, words)) + "\n"
    foot = "\n\n".join(_foot(view, words)) + "\n"
    parts = Parts(head, view.note.strip() + "\n" if view.note else "", foot)
    front = {
        "title": view.title,
        "description": describe(view),
        "search": {"exclude": True},
        "digest": {
            "kind": view.kind,
            **({"identity": view.identity} if view.identity else {}),
            "drawn": parts.drawn,
        },
    }
    return Page(view.path, front, join(parts))


def describe(view: View) -> str:
    """Return the description of the page for search engines."""
    if view.lead:
        return f"{view.kicker or view.title}: {view.lead.card.entry.title}"
    return view.summary or " · ".join((view.title, *view.facts))


def _head(view: View, words: Words) -> Iterator[str]:
    yield f"# {_escaped(view.title)}"
    line = " · ".join(text for text in (view.kicker, *view.facts) if text)
    if line:
        yield _escaped(line)
    if view.summary:
        yield _escaped(view.summary)
    if view.note:
        yield f"## {words('editor-note')}"


def _foot(view: View, words: Words) -> Iterator[str]:
    if view.edition:
        yield f"{words('whole-edition')}: {_link(view.edition, view.path)}"
    if view.lead:
        yield from _lead(view.lead, view.path, words)
    for card in view.seconds:
        yield from _card(card, view.path, words, "##")
    if view.story:
        yield from _story(view.story, view.path, words)
    yield from _voices(view, words)
    for passage in view.prose:
        yield f"## {_escaped(passage.heading)}"
        yield from (_escaped(paragraph) for paragraph in passage.paragraphs)
    for group in view.groups:
        yield from _group(group, view.path, words)
    yield from _surroundings(view, words)
    turns = [_link(link, view.path) for link in (view.newer, view.older) if link]
    if turns:
        yield " · ".join(turns)


def _surroundings(view: View, words: Words) -> Iterator[str]:
    if view.moves:
        yield from _moves(view.moves, view.path, words)
    for links in view.links:
        yield from _links(links, view.path)
    for figure in view.figures:
        yield f"## {_escaped(figure.title)}"
        if figure.text:
            yield _escaped(figure.text)
        yield _table(figure.columns, figure.rows)
    if view.heat:
        yield from _heat(view.heat, view.path)
    if view.calendar:
        yield from _calendar(view.calendar, view.path)


def _card(card: Card, start: str, words: Words, level: str) -> Iterator[str]:
    yield f"{level} {_linked(card.entry.title, _way(card.entry.path, start))}"
    yield _escaped(" · ".join(dateline(card.entry, words)))
    if card.entry.description:
        yield _escaped(card.entry.description)
    if card.entry.editorial.comment:
        yield f"**{words('editor-note')}: {_escaped(card.entry.editorial.comment)}**"
    if card.also or card.story:
        yield "\n".join(_story_lines(card, start, words))
    if card.keywords:
        yield ", ".join(_link(link, start) for link in card.keywords)


def _story_lines(card: Card, start: str, words: Words) -> Iterator[str]:
    """Yield list items for the other articles of a story and the link to its page."""
    for entry in card.also:
        outlet = f"{_escaped(entry.outlet)} — " if entry.outlet else ""
        yield f"- {words('also-reported')}: {outlet}{_linked(entry.title, _way(entry.path, start))}"
    if card.story:
        whole = _link(replace(card.story, text=words("whole-story")), start)
        yield f"- {whole} ({_escaped(card.story.note)})"


def _lead(lead: Lead, start: str, words: Words) -> Iterator[str]:
    card = replace(lead.card, entry=replace(lead.card.entry, description=lead.summary))
    yield from _card(card, start, words, "##")
    if lead.points:
        yield _passages(card.entry.path, lead.points, start)


def _story(page: StoryPage, start: str, words: Words) -> Iterator[str]:
    if page.chosen:
        yield _escaped(page.chosen)
    yield f"## {words('story-timeline')}"
    for chapter in page.chapters:
        entry = chapter.card.entry
        yield f"### {_linked(entry.title, _way(entry.path, start))}"
        yield _escaped(" · ".join(dateline(entry, words)))
        if chapter.passages:
            yield _escaped(f"{chapter.label}:")
            yield _passages(entry.path, chapter.passages, start)
        elif chapter.note:
            yield _escaped(chapter.note)
    if page.differences:
        yield f"## {words('differ')}"
    for sides in page.differences:
        yield "\n".join(
            f"- {_escaped(side.card.entry.outlet or side.card.date)}: "
            + _linked(side.text, f"{_way(side.card.entry.path, start)}#p{side.paragraph}")
            for side in sides
        )
    if page.keywords:
        yield f"{words('keywords')}: {', '.join(_link(link, start) for link in page.keywords)}"
    yield from _days_of(page, start, words)
    yield from _threads(page, start, words)


def _days_of(page: StoryPage, start: str, words: Words) -> Iterator[str]:
    """Yield the dates that a story's articles mention, each with its sentence."""
    if page.dates:
        yield f"## {words('story-dates')}"
    for day in page.dates:
        yield f"### {_escaped(day.label)}"
        for sentence in day.items:
            yield from _quotation(sentence, start, words)


def _threads(page: StoryPage, start: str, words: Words) -> Iterator[str]:
    """Yield the stories before and after a story."""
    for name, sequels in (("earlier-stories", page.earlier), ("later-stories", page.later)):
        if sequels:
            yield f"## {words(name)}"
            yield "\n".join(
                f"- {_link(sequel.link, start)}: {_escaped(sequel.reason)}" for sequel in sequels
            )


def _voices(view: View, words: Words) -> Iterator[str]:
    """Yield quotations with speaker and source, and each date ahead with its sentences."""
    if view.statements and view.kind != "voice":
        yield f"## {words('quoted')}"
    for statement in view.statements:
        yield from _quotation(statement, view.path, words)
    for agenda in view.agenda:
        yield f"## {_escaped(agenda.label)}"
        for statement in agenda.items:
            yield from _quotation(statement, view.path, words)


def _quotation(statement: Statement, start: str, words: Words) -> Iterator[str]:
    entry = statement.card.entry
    target = f"{_way(entry.path, start)}#p{statement.paragraph}"
    lines = [_linked(line, target) for line in statement.text.split("\n")]
    lines[0] = _escaped(statement.before) + lines[0]
    lines[-1] += _escaped(statement.after)
    yield "\n>\n".join(f"> {line}" for line in lines)
    speaker = f"{_link(statement.speaker, start)} · " if statement.speaker else ""
    title = _linked(entry.title, _way(entry.path, start))
    yield f"{speaker}{title} · {_escaped(' · '.join(dateline(entry, words)))}"


def _passages(path: str, passages: Sequence[tuple[str, int]], start: str) -> str:
    target = _way(path, start)
    return "\n".join(f"- {_linked(text, f'{target}#p{block}')}" for text, block in passages)


def _group(group: Group, start: str, words: Words) -> Iterator[str]:
    if group.heading:
        yield f"## {_link(group.heading, start)}"
    for card in group.cards:
        yield from _card(card, start, words, "###")


def _moves(moves: Moves, start: str, words: Words) -> Iterator[str]:
    if moves.note:
        yield f"## {words('rising')}"
        yield _escaped(moves.note)
    columns = (words("keyword"), words("now"), words("before"))
    if moves.rising:
        yield _table(columns, [move.row for move in moves.rising])
    if moves.falling:
        yield f"## {words('falling')}"
        yield _table(columns, [move.row for move in moves.falling])
    if moves.fresh:
        yield f"## {words('fresh')}"
        yield ", ".join(_link(link, start) for link in moves.fresh)


def _links(links: Links, start: str) -> Iterator[str]:
    if links.heading:
        yield f"## {_escaped(links.heading)}"
    yield "\n".join(f"- {_counted(link, start)}" for link in links.links)


def _calendar(calendar: Calendar, start: str) -> Iterator[str]:
    yield f"## {_escaped(calendar.title)}"
    months = [month.link for month in calendar.months if month.link.path]
    yield "\n".join(f"- {_counted(link, start)}" for link in months)
    if calendar.rows:
        yield _table(calendar.columns, calendar.rows)


def _heat(heat: Heat, start: str) -> Iterator[str]:
    yield f"## {_escaped(heat.title)}"
    for year, cells in heat.rows:
        yield f"### {_counted(year, start)}"
        months = zip(heat.columns, cells, strict=True)
        yield "\n".join(
            f"- {_linked(name, _way(str(cell.link.path), start))} ({cell.link.count})"
            for name, cell in months
            if cell.link
        )


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    cells = ([cell if cell == "---" else _escaped(cell) for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _counted(link: Link, start: str) -> str:
    count = f" ({link.count})" if link.count is not None else ""
    article = link.article
    note = f": {_linked(article.title, _way(article.path, start))}" if article else ""
    return _link(link, start) + count + note


def _link(link: Link, start: str) -> str:
    if link.path is None:
        return _escaped(link.text)
    return _linked(link.text, _way(link.path, start))


def _way(target: str, start: str) -> str:
    folder, _, _ = start.rpartition("/")
    return _way_from(target, folder)


@lru_cache(maxsize=4096)
def _way_from(target: str, folder: str) -> str:
    return sanitize.relative(target, f"{folder}/page.md" if folder else "page.md")
