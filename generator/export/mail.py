"""A brief as a mail to send (RFC 5322), in HTML and in plain text (multipart/alternative)."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.policy import SMTP

from generator.export.brief import Brief
from generator.export.render import mail_html, plain_text
from generator.text import clean, squeeze

CLIPPED_AT = 100_000  # bytes of HTML: Gmail shows no more than 102 KB of a message


def mail(brief: Brief) -> bytes:
    """Return the message, without sender and recipients: a mail program opens it as a draft."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = squeeze(clean(f"{brief.site_name}: {brief.title}"))  # a header is one line
    message["X-Unsent"] = "1"  # Outlook and others open the file for editing
    message.set_content(plain_text(brief), cte="quoted-printable")
    message.add_alternative(mail_html(brief, CLIPPED_AT), subtype="html", cte="quoted-printable")
    # The same edition gives the same bytes, so the boundary must not be random.
    message.set_boundary(hashlib.sha256(f"{brief.site_name}\0{brief.name}".encode()).hexdigest())
    return message.as_bytes()
