"""Names beside e-mail addresses: "x@y.example (Name)", "Name <x@y.example>". Pure."""

from __future__ import annotations

import re

_MAIL = re.compile(r"(?:mailto:)?[^\s<>()\[\]\"',;]+@[^\s<>()\[\]\"',;]+", re.IGNORECASE)
_EMPTY = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
_WHOLE = re.compile(r"[(<\[\"“']\s*(.*?)\s*[)>\]\"”']")


def without_addresses(text: str) -> str:
    """Return a name without the e-mail addresses around it, "" if nothing else is there."""
    if "@" in text and _MAIL.search(text):
        text = _EMPTY.sub("", _MAIL.sub("", text)).strip(" ,;:")
        if whole := _WHOLE.fullmatch(text):
            text = whole[1]
        text = (
            text.replace("(", "").replace(")", "") if text.count("(") != text.count(")") else text
        )
    return text.strip(" ,;:")
