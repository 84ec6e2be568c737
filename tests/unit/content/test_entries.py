"""The entries of pages are kept for the bytes that they were read from."""

from generator.content.entries import Entries
from generator.content.writer import Writer
from generator.models import Page
from generator.run.digests import Digests, sha256

FRONT = {"title": "One", "date": "2025-08-29", "digest": {"source": "one.txt", "sha256": "0" * 64}}
PAGE = Page("articles/2025/one.md", FRONT, "Text of one.\n")


class Late(Digests):
    """Digests of files that somebody saves as soon as they are asked for."""

    def of(self, path):
        return sha256(b"As it was.") if super().of(path) else None


def test_a_page_is_known_by_its_digest(tmp_path):
    Writer(tmp_path).put([PAGE])
    entries = Entries()
    ((entry, digest),) = entries.of(tmp_path)
    assert entry.title == "One"
    assert entries.at(PAGE.path, digest) == entry


def test_a_page_that_is_saved_as_it_is_read_is_not_known(tmp_path):
    Writer(tmp_path).put([PAGE])
    entries = Entries(digests=Late())
    ((entry, digest),) = entries.of(tmp_path)
    assert entry.title == "One"
    assert entries.at(PAGE.path, digest) is None
