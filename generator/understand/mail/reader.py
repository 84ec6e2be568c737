"""Messages → `Article`s: a message is an article, a mailbox or a digest contains several."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.config import Limits
from generator.models import Article, Block, Dropped, Problem, Source, Understood
from generator.moments import Moment
from generator.sanitize import url as safe_url
from generator.source_urls import is_web
from generator.understand.dates.field_dates import StatedDates
from generator.understand.dates.machine import machine_date
from generator.understand.lines.fact_lines import is_byline
from generator.understand.lines.publication_date import calendar_of
from generator.understand.mail import mailbox
from generator.understand.mail.body import body_of
from generator.understand.mail.drafts_and_trash import state_of
from generator.understand.mail.forwarded import Forwarded, forwarded_in, subject_of
from generator.understand.mail.message import Mail, Sender
from generator.understand.mail.newsletter_furniture import LINK, Kept, without_furniture
from generator.understand.mail.newsletter_stories import as_stories, stories_in
from generator.understand.mail.sender import sender_of
from generator.understand.markup.blocks import Piece
from generator.understand.reader_results import entry_key, shortened, too_many
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.people import BY, people

_LIST = re.compile(r"\[(?P<name>[\w.+-]{2,40})\]\s+(?=\S)")
_ALERTS = "googlealerts"  # prefix of a sender whose messages are links with a line each
_PASSED_ON = "of the forwarding message"
_QUOTED = "signature or quoted message"
_ADDRESSED = re.compile(rb"<[^<>\s]+@[^<>\s]+>")
_START = 1000  # bytes that contain the sender of a copied message
_BYLINE = 4  # blocks that may contain the byline
_BESIDE_DATE = 4  # characters that a line has beside its date
_TITLE = 90  # characters of the first paragraph, for a message without a subject
_SHOWN = 6  # headings that a doubt names
_ENTRY = 120  # characters of a message's id


def accepts(source: Source) -> bool:
    """Return whether a file is a message or a mailbox, or a message copied as text."""
    if mailbox.is_saved_page(source):
        return False
    return (
        mailbox.accepts(source)
        or mailbox.is_copied(source)
        or (bool(_ADDRESSED.search(source.data, 0, _START)) and bool(mailbox.web_copy(source)))
    )


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per message; one that can't be read or is kept back is a problem."""
    opened = mailbox.messages_in(source)
    messages = [mail for mail in opened if mail]
    made: list[Article] = []
    problems = list(too_many(source, limits, len(messages), "messages"))
    if len(messages) < len(opened):
        problems.append(_damaged(source, len(opened) - len(messages), len(opened)))
    states = Counter(filter(None, map(state_of, messages)))
    if states:
        problems.append(_kept_back(source, states, len(messages)))
    for mail in messages[: limits.feed_entries]:
        if state_of(mail):
            continue
        article = _article(source, mail)
        if len(messages) > 1:
            article = replace(article, entry=_entry(mail, article.title, article.date))
        if article.blocks:
            made.append(article)
        else:
            problems.append(_without_text(source, article.title, alone=len(messages) == 1))
    return Understood(_distinct(made), tuple(problems))


def _distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the messages, each once; those of one day and subject are counted by their order."""
    found: dict[str, Article] = {}
    for article in articles:
        key, count = article.key, 1
        while key in found and found[key].blocks != article.blocks:
            count += 1
            key = f"{article.key} {count}"
        if key != article.key:
            found[key] = replace(article, entry=f"{article.entry} {count}")
        else:
            found[key] = article
    return tuple(found.values())


def _damaged(source: Source, count: int, of: int) -> Problem:
    """Return a problem that counts the messages of a file that can't be parsed."""
    again = "Save what is missing again, or paste its text into a .txt file."
    if of == 1:
        message = f"the message can't be read: it is damaged, or nested too deeply. {again}"
        return Problem(source.path, "error", message)
    message = f"{count} of {of} messages can't be read: damaged, or nested too deeply. {again}"
    return Problem(source.path, "warning", message)


def _kept_back(source: Source, states: Mapping[str, int], count: int) -> Problem:
    """Return a problem that counts the messages that are not published."""
    reasons = ", ".join(f"{state} ({states[state]})" for state in sorted(states))
    if count == 1:
        message = f"the message is not published: {next(iter(states))}. Save it once it is sent."
        return Problem(source.path, "error", message)
    message = f"{sum(states.values())} of {count} messages are not published: {reasons}."
    return Problem(source.path, "warning", f"{message} To use one, save it as a file of its own.")


def _without_text(source: Source, title: str, *, alone: bool) -> Problem:
    name = f"the message '{title[:120]}'" if title else "the message"
    message = f"{name} contains no text. Save what is attached to it as a file of its own."
    return Problem(source.path, "error" if alone else "warning", message)


@dataclass(frozen=True, slots=True)
class _Head:
    """The headers of a message, or of the one that it forwards."""

    title: str
    sender: Sender
    date: Moment | None
    bulk: bool
    date_other: dt.date | None = None


def _article(source: Source, mail: Mail) -> Article:
    subject = _without_list(subject_of(mail.header("Subject")), mail)
    body = body_of(mail, subject)
    is_alert = mail.sender.address.lower().startswith(_ALERTS)
    pieces = as_stories(body.pieces) if is_alert else body.pieces
    passed_on = forwarded_in(pieces)
    above = _above_text(pieces, passed_on, is_alert=is_alert)
    head = _head(mail, subject, passed_on, source)
    kept = without_furniture(
        pieces[len(above) :], head.title, head.sender.name, _dates(pieces, source)
    )
    stories = stories_in(kept.pieces, kept.buttons)
    text = _text(kept, has_stories=bool(stories))
    outlet, authors = sender_of(head.sender, bulk=head.bulk)
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=head.title or shortened("".join(block.text for block in text.blocks[:1])),
        blocks=text.blocks,
        language=detect(" ".join(block.text for block in text.blocks)),
        date=head.date,
        date_other=head.date_other,
        authors=text.byline or authors,
        outlet=outlet or (mail.header("Organization") if not passed_on else "") or None,
        url=_address(mail),
        dropped=(
            *_noted(above, "head of the alert" if is_alert else _PASSED_ON),
            *kept.dropped,
            *_quoted(body.quoted, len(pieces) + 1),
        ),
        origins={"language": "text", **dict.fromkeys(("title", "date", "outlet"), "header")}
        | {"authors": "text" if text.byline else "header"},
        problems=_several(source, stories),
    )


def _quoted(lines: Iterable[str], number: int) -> Iterator[Dropped]:
    """Yield the lines of an earlier message that a message quotes below its own text."""
    return (Dropped(number, line, _QUOTED) for line in lines)


def _above_text(
    pieces: Sequence[Piece], passed_on: Forwarded | None, *, is_alert: bool
) -> Sequence[Piece]:
    """Return the blocks above an alert's first heading, or above a forwarded message."""
    if is_alert:
        return tuple(takewhile(lambda piece: piece[0].kind != "heading", pieces))
    return pieces[: passed_on.end] if passed_on else ()


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a message, and the writers that it names."""

    blocks: tuple[Block, ...]
    byline: tuple[str, ...]


def _text(kept: Kept, *, has_stories: bool) -> _Text:
    """Return the text without its byline; of several stories, a byline belongs to one."""
    byline, rest = ((), kept.pieces) if has_stories else _byline(kept.pieces)
    blocks = tuple(block for block, _ in rest)
    return _Text(blocks, byline or _byline_beside_link(kept.dropped))


def _head(mail: Mail, subject: str, passed_on: Forwarded | None, source: Source) -> _Head:
    last = source.collected + dt.timedelta(days=1)
    date = machine_date(mail.date)
    bulk = any(
        mail.header(name) for name in ("List-Unsubscribe", "List-Id", "List-Post", "Feedback-ID")
    )
    if passed_on is None:
        return _Head(subject, mail.sender, date, bulk)
    language = detect(f"{subject} {passed_on.date}")
    inner = StatedDates.of([passed_on.date], last, [language]).read(passed_on.date)
    named = re.match(r"(.*?)\s*[<\[](?:mailto:)?([^<>\[\]]*)[>\]]", passed_on.sender)
    sender = Sender(named[1].strip("\"' "), named[2]) if named else Sender(passed_on.sender, "")
    title = subject_of(passed_on.subject) or subject
    if inner is None or inner.inferred:
        return _Head(title, sender, date, bulk)
    return _Head(title, sender, inner.date, bulk, inner.other)


def _byline(pieces: Sequence[Piece]) -> tuple[tuple[str, ...], list[Piece]]:
    """Return the writers that a line near the top names, and the blocks without that line."""
    for at, (block, _) in enumerate(pieces[:_BYLINE]):
        if len(block.text) < _TITLE and is_byline(block.text):
            names = people(block.text, (), strict=True)
            if names:
                return names, [*pieces[:at], *pieces[at + 1 :]]
    return (), list(pieces)


def _byline_beside_link(dropped: Sequence[Dropped]) -> tuple[str, ...]:
    """Return the writers that a line names beside a link: "By Jane Doe • View in browser"."""
    lines = (line.text for line in dropped if line.reason == LINK and BY.match(line.text))
    return next((names for line in lines if (names := people(line, (), strict=True))), ())


def _without_list(subject: str, mail: Mail) -> str:
    """Return a subject without the name of the mailing list before it: "[pilots] Ice"."""
    named = _LIST.match(subject)
    addresses = " ".join(mail.header(name) for name in ("List-Id", "List-Post", "To", "Cc"))
    if named is None or named["name"].lower() not in addresses.lower():
        return subject
    return subject_of(subject[named.end() :])


def _noted(pieces: Sequence[Piece], reason: str) -> Iterator[Dropped]:
    for number, (block, _) in enumerate(pieces, 1):
        yield Dropped(number, block.text, reason)


def _dates(pieces: Sequence[Piece], source: Source) -> Callable[[str], bool]:
    """Return a function that tests whether a text consists of a date."""
    language = detect(" ".join(block.text for block, _ in pieces))
    calendar = calendar_of([], language, source.collected)

    def is_date(text: str) -> bool:
        found = calendar.dates(text)
        return bool(found) and len(text) - (found[-1].end - found[0].start) <= _BESIDE_DATE

    return is_date


def _address(mail: Mail) -> str | None:
    """Return the address of a message on the web: in an archive, or as a post of its blog."""
    stated = (mail.header(name).strip("<> ") for name in ("Archived-At", "List-Post", "List-URL"))
    return next((url for address in stated if is_web(address) and (url := safe_url(address))), None)


def _several(source: Source, stories: Sequence[str]) -> tuple[Problem, ...]:
    if not stories:
        return ()
    named = ", ".join(f"'{title[:60]}'" for title in stories[:_SHOWN])
    message = (
        f"the newsletter contains {len(stories)} stories: {named}. Put those that are to be "
        "articles into files of their own, or leave it as it is and write "
        "`settled: [two-articles]`."
    )
    return (Problem(source.path, "doubt", message, "two-articles", named),)


def _entry(mail: Mail, title: str, date: Moment | None) -> str:
    """Return the key of a message in its mailbox: its id, else its day and subject."""
    stated = mail.header("Message-ID").strip("<> ")[:_ENTRY]
    return stated or entry_key(title, date)
