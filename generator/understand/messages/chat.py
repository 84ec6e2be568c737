"""Chats exported by WhatsApp or copied from Telegram: the messages that are articles. Pure.

The sender of a message is not published. Short messages are conversation and are left out.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Block, Dropped, Source, Understood
from generator.source_urls import untracked
from generator.tables import load_patterns
from generator.text import NotText, decode, squeeze
from generator.understand.dates.numeric_order import Order, order_of
from generator.understand.dates.written import FoundDate, dates_in
from generator.understand.editor.doubts import count_words
from generator.understand.pasted.blocks import blocks as blocks_of
from generator.understand.pasted.headline_wording import first_sentence
from generator.understand.reader_results import as_the_file, failed, too_many
from generator.understand.vocabulary.language import detect

_WORDS = load_patterns(Path(__file__).with_name("chat_words.yml"))
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_BEGIN = re.compile(
    rf"\u200e?(?:\[(?P<when>{_DATE},?\s{_TIME})\]\s?|(?P<dashed>{_DATE},?\s{_TIME})\s[-–]\s)"
    r"(?:(?P<sender>[^:\n]{1,60}):(?:\s(?P<text>.*))?|(?P<system>.*))"
)
_COPIED = re.compile(r"(?P<sender>[^\[\]\n]{1,60}), \[(?P<when>[^\]\n]{8,40})\]:?")  # Telegram
# Discord: "Mara — 09/03/2026 08:15", or the time below the name: " — Today at 8:15 AM".
_DISCORD = re.compile(
    rf"(?P<sender>[^\[\]\n—]{{1,60}})?\s*—\s(?P<when>(?:{_DATE},?|{_WORDS['days']})\s{_TIME})"
)
_COMPACT = re.compile(rf"\[{_TIME}\]\s?[^:\n]{{1,60}}:\s?(?P<text>.*)")  # its later messages
_TIME_ALONE = re.compile(r"\s*\d{1,2}[:.]\d\d(?:\s?[AaPp][Mm])?\s*")
_NAME_WORDS = 4  # of a sender's name
# Below a message: emoji, counts, its thread.
_REACTION = re.compile(rf":[\w+-]+:|\d{{1,4}}|{_WORDS['reactions']}")
_SYSTEM = re.compile(rf"\u200e.*|<[^<>]{{3,60}}>|{_WORDS['notes']}")
_EMPHASIS = re.compile(
    r"(?<![\w*_~])(?P<mark>\*|_|~|```)(?=\S)(?P<text>[^\n]*?\S)(?P=mark)(?![\w*_~])"
)
_HANDLE = re.compile(r"@\w{3,40}")  # of the channel, below its posts
_LINK = re.compile(r"(?:[^:：]{0,40}[:：]\s*)?(?P<address>https?://\S+)")
_BEHIND = re.compile(r"\s+(?P<address>https?://\S+)$")
_SLASHED = re.compile(r"\b\d{1,2}/\d{1,2}/(?P<year>\d{4}|\d\d)\b")
_PADDED = re.compile(r"\b0\d/\d|\d/0\d/")
_HALVES = re.compile(r"\d\s?[AaPp]\.?\s?[Mm]\b")  # of the day
_NO_ARTICLE = (
    "is a chat, and none of its messages is long enough for an article. Paste the text of the "
    "article into a .txt file."
)
_ARTICLE = 25  # words of a message that is an article
_TITLE = 160  # characters
_LEAST_LINES = 1  # lines below a headline


_HEAD = re.compile(
    rb"(?:\xe2\x80\x8e)?\[?\d|[^\n]{1,120}(?:, \[|\s)\s*\d|[^\n]{1,60}\s*\n?\s*\xe2\x80\x94\s"
)


@dataclass
class Message:
    """A message: its line in the file, when it was sent, and its lines with their numbers."""

    line: int
    when: str
    lines: list[tuple[int, str]] = field(default_factory=list)
    system: bool = False
    is_below_name: bool = False  # the line above is the sender


def accepts(source: Source) -> bool:
    """Return whether a text begins with the head of a message: a time and a sender."""
    head = source.data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not _HEAD.match(head):
        return False
    try:
        lines = decode(source.data[:4000]).split("\n")
    except NotText:
        return False
    first = next(filter(str.strip, lines), "")
    if _COPIED.fullmatch(first.strip()) or _is_of_slack(lines) or _is_of_discord(lines):
        return True
    return bool(_BEGIN.fullmatch(first)) and any(map(_names_sender, lines))


def _is_of_discord(lines: Sequence[str]) -> bool:
    """Return whether lines begin with a name and the time of a message, on one line or two."""
    rows = [line.strip() for line in lines if line.strip()][:2]
    heads = [_DISCORD.fullmatch(row) for row in rows]
    is_below = len(rows) > 1 and heads[1] is not None and not heads[1]["sender"]
    return bool(rows) and bool((heads[0] and heads[0]["sender"]) or is_below)


def _names_sender(line: str) -> bool:
    begin = _BEGIN.fullmatch(line)
    return begin is not None and bool(begin["sender"])


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per message long enough for one; a chat without any is a problem."""
    text = decode(source.data)
    of_slack = _is_of_slack(text.split("\n"))
    return articles_of(source, limits, list((_of_slack if of_slack else _messages)(text)))


def articles_of(
    source: Source, limits: Limits, messages: Sequence[Message], outlet: str = ""
) -> Understood:
    """Return the messages that are long enough as articles; the others are listed with the first.

    `outlet` is the name of a channel, "" for a chat.
    """
    written = "\n".join(message.when for message in messages)
    articles, talk = [], []
    for message in messages:
        text = "\n".join(line for _, line in message.lines)
        if message.system or count_words(text) < _ARTICLE:
            talk += [
                Dropped(number, line, "chat message") for number, line in message.lines if line
            ]
        else:
            articles.append(replace(_article(source, message, written), outlet=outlet or None))
    if not articles:
        return failed(source, _NO_ARTICLE)
    problems = tuple(too_many(source, limits, len(articles), "messages"))
    articles = articles[: limits.feed_entries]
    dropped = sorted((*articles[0].dropped, *talk), key=lambda item: item.line)
    articles[0] = replace(articles[0], dropped=tuple(dropped))
    return as_the_file(Understood(tuple(articles), problems))


def _messages(text: str) -> Iterator[Message]:
    message: Message | None = None
    for number, line in enumerate(text.split("\n"), 1):
        begun = _begun(number, line)
        if begun and message:
            if begun.is_below_name and message.lines:
                message.lines.pop()
            yield message
        if begun:
            message = begun
        elif message:
            message.lines.append((number, line.strip()))
    if message:
        yield message


def _is_of_slack(lines: Sequence[str]) -> bool:
    """Return whether lines are messages copied from Slack or Teams: name, time, text."""
    heads = [at for at, line in enumerate(lines[:-1]) if _heads_message(line, lines[at + 1])]
    first = next((at for at, line in enumerate(lines) if line.strip()), -1)
    return len(heads) > 1 and heads[0] == first


def _heads_message(line: str, following: str) -> bool:
    """Return whether a line is a name, and the next one nothing but a time of day."""
    name = line.strip()
    return bool(_TIME_ALONE.fullmatch(following)) and 0 < len(name.split()) <= _NAME_WORDS


def _of_slack(text: str) -> Iterator[Message]:
    lines = text.split("\n")
    heads = [at for at in range(len(lines) - 1) if _heads_message(lines[at], lines[at + 1])]
    for at, end in pairwise((*heads, len(lines))):
        yield Message(
            at + 1,
            "",
            [
                (number + 1, lines[number].strip())
                for number in range(at + 2, end)
                if not _REACTION.fullmatch(lines[number].strip())
            ],
        )


def _begun(number: int, line: str) -> Message | None:
    """Return the message that a line begins, None for a line of the one before."""
    if copied := _COPIED.fullmatch(line.strip()):
        return Message(number, copied["when"])
    if head := _DISCORD.fullmatch(line.strip()):
        return Message(number, head["when"], is_below_name=not head["sender"])
    if later := _COMPACT.fullmatch(line):
        return Message(number, "", [(number, later["text"])])
    begin = _BEGIN.fullmatch(line)
    if begin is None:
        return None
    text = (begin["text"] or begin["system"] or "").strip()
    return Message(number, begin["when"] or begin["dashed"], [(number, text)], not begin["sender"])


def _article(source: Source, message: Message, written: str) -> Article:
    rows = [(number, text) for number, line in message.lines if (text := _plain(line))]
    links = _links(rows)
    reasons = dict.fromkeys(links, "link") | dict.fromkeys(_system(rows), "message of the program")
    lines = [line for number, line in rows if number not in reasons]
    addresses = set(map(untracked, links.values())) or _cut_address(lines)
    title, body = _headed(lines)
    language = detect(" ".join(body))
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title,
        blocks=blocks_of(body, title) or (Block(title),),
        language=language,
        entry=hashlib.sha256(f"{message.when}{title}".encode()).hexdigest()[:12],
        url=addresses.pop() if len(addresses) == 1 else None,
        dropped=tuple(Dropped(*row, reasons[row[0]]) for row in rows if row[0] in reasons),
        origins={"language": "text", "title": "text", "date": f"line {message.line}"},
    )
    date = _date(message.when, language, source, written)
    return replace(article, date=date.date, date_other=date.other) if date else article


def _links(rows: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return the addresses of the lines that contain nothing else, by the lines' numbers."""
    return {number: link["address"] for number, line in rows if (link := _LINK.fullmatch(line))}


def _plain(line: str) -> str:
    return squeeze(_EMPHASIS.sub(r"\g<text>", line))


def _cut_address(lines: list[str]) -> set[str]:
    """Cut off the address at the end of the last line, and return it; empty if there is none."""
    behind = _BEHIND.search(lines[-1]) if lines else None
    if behind is None:
        return set()
    lines[-1] = lines[-1][: behind.start()]
    return {untracked(behind["address"])}


def _system(rows: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Yield the numbers of the lines that the program wrote, and of a channel's final handle."""
    yield from (number for number, line in rows if _SYSTEM.fullmatch(line))
    if len(rows) > 1 and _HANDLE.fullmatch(rows[-1][1]):
        yield rows[-1][0]


def _headed(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the headline of a message and its text: the first line, if it is short and not all."""
    first = lines[0] if lines else ""
    if len(lines) > _LEAST_LINES and len(first) <= _TITLE:
        return _without_pictures(first), list(lines[1:])
    return _without_pictures(first_sentence(first)), list(lines)


def _without_pictures(text: str) -> str:
    """Return a line without the emoji at its ends."""
    signs = list(text)
    while signs and _is_picture(signs[-1]):
        signs.pop()
    while signs and _is_picture(signs[0]):
        signs.pop(0)
    return "".join(signs) or text


def _is_picture(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"So", "Sk", "Mn", "Cf"}


def _date(when: str, language: str, source: Source, written: str) -> FoundDate | None:
    order = order_of(written, language)
    if not order.sure:
        order = _order(written) or order
    return next(iter(dates_in(when, language, source.collected, order)), None)


def _order(written: str) -> Order | None:
    """Return the order of day and month that an export's form shows, None where it shows none.

    Only American exports have the month first: "3/10/26, 8:15 AM", with neither zeros before
    numbers nor the whole year.
    """
    if not (slashed := _SLASHED.search(written)):
        return None
    if len(slashed["year"]) > 2 or _PADDED.search(written):
        return Order(month_first=False, sure=True)
    return Order(month_first=True, sure=True) if _HALVES.search(written) else None
