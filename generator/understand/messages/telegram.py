"""Telegram's export of a chat: the posts of a public channel; other chats are private. Pure.

The JSON export (`result.json`) states the kind of chat; the HTML export (`messages.html`) does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Limits
from generator.models import Source, Understood
from generator.understand.json_text import Item, begins_as_json, objects, text_of, value_of
from generator.understand.messages import chat
from generator.understand.messages.chat import Message
from generator.understand.reader_results import failed

_PUBLIC = "public_channel"
_HTML = (b'class="page_body chat_page"', b'class="history"')
_PAGE = (
    "is the export of a chat (Telegram, HTML), which does not say whether the chat is public. "
    "Export a public channel as JSON, or paste the article's text into a .txt file."
)
_PRIVATE = (
    "is the export of a chat (JSON) that is not public. Paste the article's text into a .txt file "
    "instead."
)


def accepts(source: Source) -> bool:
    """Return whether the file is an export of a chat, in JSON or HTML."""
    if all(sign in source.data for sign in _HTML):
        return True
    return begins_as_json(source.data) and b'"messages"' in source.data and bool(_chat(source))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per post of a public channel that is long enough for one."""
    channel = _chat(source)
    if not channel:
        return failed(source, _PAGE)
    if text_of(channel, "type") != _PUBLIC:
        return failed(source, _PRIVATE)
    return chat.articles_of(source, limits, list(_messages(channel)), text_of(channel, "name"))


def _chat(source: Source) -> Item:
    """Return the chat in a file, {} for none."""
    value = value_of(source.data) if begins_as_json(source.data) else None
    return value if isinstance(value, dict) and isinstance(value.get("messages"), list) else {}


def _messages(channel: Item) -> Iterator[Message]:
    """Yield the messages; their lines are numbered as they would be one below the other."""
    number = 1
    for item in objects(channel, "messages"):
        lines = "".join(_pieces(item)).split("\n")
        numbered = [(at, line.strip()) for at, line in enumerate(lines, number)]
        yield Message(number, text_of(item, "date"), numbered, text_of(item, "type") != "message")
        number += len(lines)


def _pieces(item: Item) -> Iterator[str]:
    """Yield the text of a message piece by piece; of a link also the address."""
    text = item.get("text")
    for piece in text if isinstance(text, list) else [text]:
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, dict):
            address = text_of(piece, "href")
            yield f"{text_of(piece, 'text')}: {address}" if address else text_of(piece, "text")
