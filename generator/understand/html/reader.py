"""A saved page → `Article`: trafilatura's text and the page's metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.config import Limits
from generator.models import Article, Block, Problem, Source, Understood
from generator.text import NotText
from generator.understand.html.body.hidden_text import show_hidden
from generator.understand.html.body.main_text import Body, body_of
from generator.understand.html.body.stanzas import text_with_breaks
from generator.understand.html.consent import remove_consent
from generator.understand.html.doubts import doubts_of
from generator.understand.html.furniture_classes import furniture_of
from generator.understand.html.metadata import About, metadata_of
from generator.understand.html.metadata.standfirst import with_standfirst
from generator.understand.html.single_file_pages import Saved, address_in, is_archive, page_in
from generator.understand.layout.verse import with_stanzas
from generator.understand.markup.blocks import pieces_of
from generator.understand.markup.parse import DEEPEST, parse
from generator.understand.reader_results import failed, shortened
from generator.understand.vocabulary.language import detect

# The beginning of a page: byte-order mark, comments and declarations, then a tag of its head.
_PAGE = re.compile(
    rb"(?:\s+|<!--(?:(?!-->).)*+(?:-->|$)|<\?xml[^>]*>)*+"
    rb"<(?:!doctype\s+html|html|head|body|style|script|meta|title|link)\b",
    re.DOTALL,
)
_TAG = re.compile(rb"<(?:!doctype|html|head|body|div|article|p|h1|meta|title)\b")
_TEXT = re.compile(rb"<(?:!doctype\s+html|html|body|p|div|article)\b", re.IGNORECASE)
_SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 8192  # bytes by which a saved page is recognised
MOST = 25_000  # elements; pages of articles have 500 to 10,000


def accepts(source: Source) -> bool:
    """Return whether a file is a page, by its beginning, or by any tag if its name says so.

    A page may begin with a style sheet or a comment, and may have no doctype.
    """
    if is_archive(source.data):
        return True
    head = source.data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lower()
    if source.path.lower().endswith(_SUFFIXES) and (_TAG.search(head) or not head.strip()):
        return True
    return bool(_PAGE.match(head) and _TEXT.search(source.data.replace(b"\0", b"")))


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a saved page, or why there is none."""
    del limits
    page = _opened(source)
    if isinstance(page, str):
        return failed(source, page)
    tree, cut = page.tree, page.cut
    elements = list(tree.iter("*"))  # kept, so that lxml makes an object of each only once
    had_consent = remove_consent(tree)
    show_hidden(tree)
    pieces = pieces_of(tree, html=True)
    furniture = furniture_of(tree)
    about = metadata_of(tree, source.collected, page.url, pieces, furniture)
    body = body_of(tree, pieces, furniture, about)
    del elements
    poem = with_stanzas(body.blocks, text_with_breaks(tree))
    blocks = with_standfirst(poem, about.standfirst, about.title)
    if not blocks:
        return failed(source, _no_text(page, had_consent=had_consent))
    problems = (Problem(source.path, "warning", _CUT),) if cut else ()
    doubts = tuple(doubts_of(source.path, about, body, had_consent=had_consent))
    return Understood(
        (
            Article(
                source=source.path,
                sha256=source.sha256,
                collected=source.collected,
                title=about.title or shortened(blocks[0].text),
                blocks=blocks,
                language=_language(blocks, about.language),
                section=about.section,
                date=about.date,
                date_inferred=about.date_inferred,
                date_other=about.date_other,
                updated=about.updated,
                authors=_authors(about, body),
                outlet=about.outlet,
                url=about.url,
                reading_minutes=about.reading_minutes,
                standfirst=about.standfirst,
                dropped=body.dropped,
                origins={"language": "text", **about.origins},
                problems=(*problems, *doubts),
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's tree, whether its depth was limited, and its address if an archive states it."""

    tree: HtmlElement
    cut: bool
    url: str | None


def _opened(source: Source) -> _Page | str:
    """Return the page in a file, or why there is none."""
    stated = source.sidecar.get("charset")
    charset = stated if isinstance(stated, str) else None
    plain = Saved(source.data, charset, address_in(source.data))
    saved = page_in(source.data) if is_archive(source.data) else plain
    if saved is None:
        return f"is a web archive without a page that can be read. {_AGAIN}"
    try:
        tree, cut = parse(saved.data, saved.charset)
    except NotText as error:
        return f"{error}. {_AGAIN}"
    if tree is None:
        return "the page is empty. Save it again, or remove the file."
    if tree.xpath("count(//*)") > MOST:
        return f"the page has more than {MOST} elements. {_PASTE}"
    return _Page(tree, cut, saved.url)


def _no_text(page: _Page, *, had_consent: bool) -> str:
    if next(page.tree.iter("frame"), None) is not None:
        return "the page is made of frames. Open the frame with the text by itself, and save that."
    if page.cut:
        return f"the markup is nested deeper than {DEEPEST} levels. {_PASTE}"
    if had_consent:
        return f"the page contains nothing but a dialog that asks for consent to cookies. {_ANSWER}"
    return f"the page contains no text. {_PASTE}"


_AGAIN = "Save the page again and replace the file."
_ANSWER = "Answer it in the browser, and save the page again."
_PASTE = "Paste the article as text instead."
_CUT = f"the markup is nested deeper than {DEEPEST} levels; what is deeper was left out. {_PASTE}"


def _authors(about: About, body: Body) -> tuple[str, ...]:
    """Return the authors; for a page with several stories, without those of bylines inside."""
    inside = body.has_stories and about.origins.get("authors") == "byline"
    return () if inside else about.authors


def _language(blocks: tuple[Block, ...], declared: str | None) -> str:
    return detect(" ".join(block.text for block in blocks), [declared] if declared else ())
