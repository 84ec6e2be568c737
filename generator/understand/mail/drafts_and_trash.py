"""Messages that are not for readers: drafts, sent and deleted messages. Pure.

Sources: `X-Unsent` (Outlook), `X-Mozilla-Draft-Info` and `X-Mozilla-Status` (Thunderbird; bit 3:
expunged), `X-Gmail-Labels` (Google Takeout, in the account's language), `X-Status` (mbox; D:
deleted, T: draft).
"""

from __future__ import annotations

from generator.understand.mail import mail_phrases
from generator.understand.mail.message import Mail

_EXPUNGED = 0x0008  # of X-Mozilla-Status
_KINDS = {"label_draft": "draft", "label_trash": "in the trash", "label_spam": "spam"}


def state_of(mail: Mail) -> str:
    """Return why a message is not for readers ("draft"), "" for one that was sent and kept."""
    flags = mail.header("X-Status").upper()
    if mail.header("X-Unsent") == "1" or mail.header("X-Mozilla-Draft-Info") or "T" in flags:
        return "draft"
    if "D" in flags or _is_expunged(mail.header("X-Mozilla-Status")):
        return "in the trash"
    return _state_by_labels(mail.header("X-Gmail-Labels"))


def _state_by_labels(header: str) -> str:
    labels = {label.strip().lower() for label in header.split(",")}
    if labels & mail_phrases.words("label_sent") and not labels & mail_phrases.words("label_inbox"):
        return "sent by the owner"
    return next((state for kind, state in _KINDS.items() if labels & mail_phrases.words(kind)), "")


def _is_expunged(status: str) -> bool:
    try:
        return bool(int(status, 16) & _EXPUNGED)
    except ValueError:
        return False
