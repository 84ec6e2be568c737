"""A page whose entry is known is not parsed."""

from dataclasses import replace

import shelves
from generator.content.entries import Entries
from generator.run.digests import sha256

PAGE = b"---\ntitle: As the page says\ndigest: {source: 1.txt}\n---\n\nText.\n"


def test_a_page_whose_entry_was_noted_is_not_parsed(tmp_path):
    known = shelves.entry(1)
    page = tmp_path / known.path
    page.parent.mkdir(parents=True)
    page.write_bytes(PAGE)
    entries = Entries()
    entries.note(known.path, sha256(PAGE), known)
    assert list(entries.of(tmp_path)) == [(known, sha256(PAGE))]


def test_a_page_that_reads_otherwise_than_the_one_noted_is_parsed(tmp_path):
    known = replace(shelves.entry(1), title="As it was")
    page = tmp_path / known.path
    page.parent.mkdir(parents=True)
    page.write_bytes(PAGE)
    entries = Entries()
    entries.note(known.path, sha256(b"other"), known)
    assert [entry.title for entry, _ in entries.of(tmp_path)] == ["As the page says"]
