"""Redirects at the addresses of removed pages of keywords and speakers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import sanitize
from generator.compose.article.markers import Parts, join
from generator.models import Page
from generator.words import Words

KEYWORDS, VOICES = "keywords", "voices"  # folders, and keys of their names in `words`
INDEX = f"{KEYWORDS}/index.md"
FRONT_PAGE = "index.md"
SEARCH = "search.md"


def compose_former(former: Mapping[str, str], words: Words) -> Iterator[Page]:
    """Yield redirects at the addresses of removed pages of keywords and speakers.

    `former` maps each path to what the page was about, empty for a list. A name redirects to a
    search for it, a list to the index of keywords or, as there may be no index of speakers, to the
    front page; plain Markdown has a link instead.
    """
    for path, name in former.items():
        if path.partition("/")[0] not in {KEYWORDS, VOICES}:
            continue
        of_keyword = path.startswith(f"{KEYWORDS}/")
        index = INDEX if of_keyword else FRONT_PAGE
        link = sanitize.link(
            words(KEYWORDS if of_keyword else "front"), sanitize.relative(index, path)
        )
        title = name or words(KEYWORDS if of_keyword else VOICES)
        text = words("keyword-without-page", link=link) if of_keyword and name else link
        body = f"# {sanitize.markdown(title)}\n\n{text}\n"
        parts = Parts(body, "", "")
        own: dict[str, object] = {"kind": "redirect", "to": SEARCH if name else index}
        if name:
            own["query"] = name
        front = {
            "title": title,
            "search": {"exclude": True},
            "digest": {**own, "drawn": parts.drawn},
        }
        yield Page(path, front, join(parts))
