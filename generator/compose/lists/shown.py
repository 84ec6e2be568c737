"""Which articles a page of lists shows. Pure."""

from __future__ import annotations

from generator.compose.article.entry import Entry
from generator.compose.lists.views import View


def shown_entries(view: View) -> tuple[Entry, ...]:
    """Return the articles that a page lists; of a story, those of its timeline."""
    if view.story:
        return tuple(chapter.card.entry for chapter in view.story.chapters)
    lead = (view.lead.card,) if view.lead else ()
    groups = (card for group in view.groups for card in group.cards)
    cards = (*lead, *view.seconds, *groups)
    return tuple(entry for card in cards for entry in (card.entry, *card.also))
