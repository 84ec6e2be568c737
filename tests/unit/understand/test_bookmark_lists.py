"""Lists of addresses, told from pages by their bytes before anything is decoded."""

import datetime as dt

import pytest

from generator.models import Source
from generator.understand.bookmark_lists import accepts

LINK = '<DT><A HREF="https://mill.example/{}" {}="1772442000">The mill turns</A>'
BOOKMARKS = f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>{LINK.format(1, 'ADD_DATE')}</DL>"
POCKET = (
    "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>"
    f"<ul>{LINK.format(1, 'time_added')}</ul></body></html>"
)
PAGE = (
    "<html><head><title>The mill turns</title></head><body><p>The old mill turned on Monday.</p>"
    '<a href="https://getpocket.example/save">Save to Pocket</a></body></html>'
)


@pytest.mark.parametrize("text", [BOOKMARKS, POCKET, "<https://mill.example/1>\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_recognised_in_any_encoding(text, encoding):
    assert accepts(Source("saved", text.encode(encoding), "", dt.date(2026, 11, 1)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_page_that_offers_to_be_saved_is_no_list(encoding):
    assert not accepts(Source("mill.html", PAGE.encode(encoding), "", dt.date(2026, 11, 1)))
