"""Messages → `Article`s: a message is an article, a mailbox or a digest holds several."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.config import Limits
from generator.models import Article, Block, Dropped, Problem, Source, Understood
from generator.moments import Moment
from generator.safe import slug
from generator.safe import url as safe_url
from generator.understand.dates.machine import machine_date
from generator.understand.lines.fact_lines import is_byline
from generator.understand.lines.publication_date import calendar_of
from generator.understand.mail.body import body_of
from generator.understand.mail.forwarded import Forwarded, forwarded_in, subject_of
from generator.understand.mail.furniture import without_furniture
from generator.understand.mail.message import BROKEN, Mail, Sender
from generator.understand.mail.sender import sender_of
from generator.understand.mail.stories import stories_in
from generator.understand.markup.blocks import Piece
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.people import people

_SUFFIXES = (".eml", ".emlx", ".mbox", ".mbx")
_HEAD = 8192
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*"
_HEADER = re.compile(rb"(?:" + _FIELD + rb"){1,200}")
_SENT = re.compile(rb"^(?:From|Date|Subject|To|Sender):", re.MULTILINE | re.IGNORECASE)
_CARRIED = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-Mailer|DKIM-Signature):",
    re.MULTILINE | re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From:\s*[\"<]*Saved by|Content-Location:\s*(?:http|file))",
    re.MULTILINE | re.IGNORECASE,
)
_FROM_LINE = rb"From \S[^\n]*\d\d:\d\d[^\n]*\n"
_MBOX = re.compile(rb"^" + _FROM_LINE + rb"(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)
_EMLX = re.compile(rb"\d{1,10}\s*\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_OWN = 40  # words of a message that has something to say besides what is attached to it
_BYLINE = 4  # blocks in which the byline stands
_TITLE = 90  # characters of the first paragraph, for a message without a subject
_SHOWN = 6  # headings that a doubt names
_ENTRY = 120  # characters of a message's id


def accepts(source: Source) -> bool:
    """Return whether a file is a message or a mailbox, by its headers; no saved page (MHTML)."""
    head = _start(source.data[:_HEAD])
    if _MBOX.match(head):
        return True
    header = _HEADER.match(head)
    if header is None or _SAVED_PAGE.search(header[0]):
        return False
    sent = len(set(_SENT.findall(header[0].lower() if header else b"")))
    if source.path.lower().endswith(_SUFFIXES):
        return sent > 0
    return sent > 1 and bool(_CARRIED.search(header[0]))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per message; what can't be read of it is a problem."""
    messages = list(_messages(_start(source.data)))
    made: list[Article] = []
    problems = list(_too_many(source, limits, len(messages)))
    for mail in messages[: limits.feed_entries]:
        article = _article(source, mail, several=len(messages) > 1)
        if article.blocks:
            made.append(article)
        else:
            name = f"the message '{article.title[:120]}'" if article.title else "the message"
            message = f"{name} holds no text. Save what is attached to it as a file of its own."
            problems.append(
                Problem(source.path, "warning" if len(messages) > 1 else "error", message)
            )
    return Understood(tuple({article.key: article for article in made}.values()), tuple(problems))


def _start(data: bytes) -> bytes:
    """Return the bytes of a message from its first header on."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    counted = _EMLX.match(data)
    return data[counted.end() :] if counted else data


def _messages(data: bytes) -> Iterator[Mail]:
    """Yield the messages of a file: those of a mailbox, of a digest, or the one that it is."""
    starts = list(_MBOX.finditer(data)) if _MBOX.match(data) else []
    if not starts:
        yield from _opened(data)
        return
    for mark, following in zip(starts, (*starts[1:], None), strict=True):
        piece = data[mark.end() : following.start() if following else len(data)]
        yield from _opened(re.sub(rb"^>(>*From )", rb"\1", piece, flags=re.MULTILINE))


def _opened(data: bytes) -> Iterator[Mail]:
    """Yield a message, or those that it only carries."""
    try:
        mail = Mail.of(data)
        attached = mail.attached()
        own = sum(len(block.text.split()) for block, _ in body_of(mail, "").pieces)
    except BROKEN:
        return
    if attached and own < _OWN:
        yield from attached
    else:
        yield mail


@dataclass(frozen=True, slots=True)
class _Head:
    """What the headers of a message say, or those of the one that it passes on."""

    title: str
    sender: Sender
    date: Moment | None
    bulk: bool


def _article(source: Source, mail: Mail, *, several: bool) -> Article:
    subject = subject_of(mail.header("Subject"))
    pieces = body_of(mail, subject).pieces
    passed_on = forwarded_in(pieces)
    above = pieces[: passed_on.end] if passed_on else ()
    head = _head(mail, subject, passed_on, source)
    outlet, authors = sender_of(head.sender, bulk=head.bulk)
    kept = without_furniture(pieces[len(above) :], head.title, head.sender.name)
    stories = stories_in(kept.pieces, kept.buttons)
    byline, rest = ((), kept.pieces) if stories else _byline(kept.pieces)
    blocks = tuple(block for block, _ in rest)
    title = head.title or _shortened(blocks)
    organisation = mail.header("Organization") if not passed_on else ""
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title,
        blocks=blocks,
        language=detect(" ".join(block.text for block in blocks)),
        entry=_entry(mail, title, head.date) if several else None,
        date=head.date,
        authors=byline or authors,
        outlet=outlet or organisation or None,
        url=safe_url(mail.header("Archived-At").strip("<> ")),
        dropped=(*_noted(above), *kept.dropped),
        origins={"language": "text", **dict.fromkeys(("title", "date", "outlet"), "header")}
        | {"authors": "text" if byline else "header"},
        problems=_several(source, stories),
    )


def _head(mail: Mail, subject: str, passed_on: Forwarded | None, source: Source) -> _Head:
    last = source.collected + dt.timedelta(days=1)
    date = machine_date(mail.date, last)
    bulk = any(
        mail.header(name) for name in ("List-Unsubscribe", "List-Id", "List-Post", "Feedback-ID")
    )
    if passed_on is None:
        return _Head(subject, mail.sender, date, bulk)
    stated = passed_on.date
    language = detect(f"{subject} {stated}")
    calendar = calendar_of([stated], language, source.collected)
    found = calendar.dates(stated)
    inner = machine_date(stated, last) or (
        found[0].date if found and not found[0].inferred else None
    )
    named = re.match(r"(.*?)\s*[<\[](?:mailto:)?([^<>\[\]]*)[>\]]", passed_on.sender)
    sender = Sender(named[1].strip("\"' "), named[2]) if named else Sender(passed_on.sender, "")
    return _Head(subject_of(passed_on.subject) or subject, sender, inner or date, bulk)


def _byline(pieces: Sequence[Piece]) -> tuple[tuple[str, ...], list[Piece]]:
    """Return the writers that a line near the top names, and the blocks without that line."""
    for at, (block, _) in enumerate(pieces[:_BYLINE]):
        if len(block.text) < _TITLE and is_byline(block.text):
            names = people(block.text, (), strict=True)
            if names:
                return names, [*pieces[:at], *pieces[at + 1 :]]
    return (), list(pieces)


def _noted(pieces: Sequence[Piece]) -> Iterator[Dropped]:
    for number, (block, _) in enumerate(pieces, 1):
        yield Dropped(number, block.text, "of the message that passes this one on")


def _several(source: Source, stories: Sequence[str]) -> tuple[Problem, ...]:
    if not stories:
        return ()
    named = ", ".join(f"'{title[:60]}'" for title in stories[:_SHOWN])
    message = (
        f"the newsletter tells {len(stories)} stories: {named}. Put those that are to be articles "
        "into files of their own, or leave it as it is and write `settled: [two-articles]`."
    )
    return (Problem(source.path, "doubt", message, "two-articles"),)


def _entry(mail: Mail, title: str, date: Moment | None) -> str:
    """Return what identifies a message in its mailbox: its id, else its day and subject."""
    stated = mail.header("Message-ID").strip("<> ")[:_ENTRY]
    return stated or f"{date.day if date else ''} {slug(title)}".strip()


def _shortened(blocks: Sequence[Block]) -> str:
    text = blocks[0].text if blocks else ""
    return text if len(text) <= _TITLE else f"{text[:_TITLE].rsplit(' ', 1)[0]} …"


def _too_many(source: Source, limits: Limits, count: int) -> Iterator[Problem]:
    if count > limits.feed_entries:
        message = (
            f"holds {count} messages; only the first {limits.feed_entries} are read. Raise "
            "limits.feed_entries in site_config/digest.yml, or divide the file."
        )
        yield Problem(source.path, "warning", message)
