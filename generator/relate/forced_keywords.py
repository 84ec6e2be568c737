"""Keywords that the settings force (`keywords.always`) wherever the phrase occurs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.config import Keywords
from generator.models import Article
from generator.unicode_scripts import UNSPACED

# Scripts that put no space between words: there a phrase may begin and end anywhere.
_UNSPACED = re.compile(f"[{UNSPACED}]")
_GAP = r"[\s\-–]+"  # between the words of a phrase: it may be hyphenated, or broken over lines


class ForcedKeywords:
    """Finds forced phrases in articles, as set or as a listed alias."""

    def __init__(self, settings: Keywords) -> None:
        variants = settings.aliases.items()
        self._wanted = [
            (
                phrase,
                _pattern([phrase, *(variant for variant, shown in variants if shown == phrase)]),
            )
            for phrase in settings.always
        ]

    @property
    def need_text(self) -> bool:
        """Return whether `own` needs the texts of the articles."""
        return bool(self._wanted)

    def own(self, article: Article) -> tuple[str, ...]:
        """Return the keywords that the editor set, then the forced ones found in the text."""
        if not self._wanted:
            return article.keywords
        text = "\n".join([article.title, *(block.text for block in article.blocks)])
        found = (phrase for phrase, pattern in self._wanted if pattern.search(text))
        return tuple(dict.fromkeys((*article.keywords, *found)))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, phrases)), re.IGNORECASE)


def _whole(phrase: str) -> str:
    words = _GAP.join(re.escape(word) for word in re.split(_GAP, phrase.strip()))
    return words if _UNSPACED.search(phrase) else rf"(?<!\w){words}(?!\w)"
