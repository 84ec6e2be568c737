"""A page whose entry is known is not parsed; it is known for the bytes that it was read from."""

from dataclasses import replace

import shelves
from generator.content.entries import Entries
from generator.run.file_hashes import Digests, sha256

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


def test_what_the_page_of_a_story_says_is_kept_while_the_page_stays(tmp_path, monkeypatch):
    content, record = tmp_path / "content", tmp_path / "entries.json"
    page = content / "stories/ferry.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ndigest: {kind: story, articles: [{page: a.md}, {page: b.md}]}\n---\n")
    entries = Entries(record)
    (story,) = entries.stories(content)
    assert story.articles == ("a.md", "b.md")
    entries.save()
    with monkeypatch.context() as patch:
        patch.setattr("generator.content.entries.split_front_matter", None)
        again = Entries(record)
        assert list(again.stories(content)) == [story]
        again.save()
    page.write_text("---\ndigest: {kind: story, articles: [{page: a.md}, {page: c.md}]}\n---\n")
    (story,) = Entries(record).stories(content)
    assert story.articles == ("a.md", "c.md")


class Late(Digests):
    """Digests of files that somebody saves as soon as they are asked for."""

    def of(self, path):
        return sha256(b"As it was.") if super().of(path) else None


def test_a_page_that_is_saved_as_it_is_read_is_not_known(tmp_path):
    page = tmp_path / "articles/2025/one.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(PAGE)
    entries = Entries(digests=Late())
    ((entry, digest),) = entries.of(tmp_path)
    assert entry.title == "As the page says"
    assert entries.at("articles/2025/one.md", digest) is None
