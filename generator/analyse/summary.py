"""`Article` → the sentences that stand for it in lists. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.text.sentences import sentences
from generator.models import Article, KeyPoint

_LENGTH = 320  # characters: a long sentence, twelve lines of a narrow column


def summary(article: Article, key_points: Sequence[KeyPoint]) -> str:
    """Return the start of the standfirst, of the first key point or of the text, "" without text.

    It ends with a sentence; only a first sentence that is too long is cut, which an ellipsis shows.
    """
    text = article.standfirst or (key_points[0].text if key_points else _first_paragraph(article))
    if len(text) <= _LENGTH:
        return text
    end = 0
    for sentence in sentences(text, article.language):
        after = text.find(sentence, end) + len(sentence)
        if after > _LENGTH:
            break
        end = after
    return text[:end] if end else text[:_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _first_paragraph(article: Article) -> str:
    """Return the first paragraph that is not the headline once more."""
    paragraphs = (block.text for block in article.blocks if block.kind == "paragraph")
    return next((text for text in paragraphs if text != article.title), "")
