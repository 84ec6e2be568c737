"""A page tells by itself whether it is as the program wrote it."""

import pytest

from generator.content.manifest import MANIFEST, foreign_pages, load_manifest
from generator.content.page_mark import bears_mark, marked_page
from generator.run.file_hashes import sha256

FRONT = {"title": "A bridge", "digest": {"kind": "index", "drawn": "x"}, "aliases": ["/a/"]}
PAGE = marked_page("a/b.md", FRONT, "Some text.\n\n---\n\n  written: 0123456789abcdef\n")


def test_a_page_as_written_bears_its_mark():
    assert bears_mark("a/b.md", PAGE)


@pytest.mark.parametrize(
    "changed",
    [
        PAGE.replace(b"bridge", b"Bridge"),
        PAGE.replace(b"Some", b"Any"),
        PAGE + b"\n",
        PAGE[:-1],
        PAGE.replace(b"\n", b"\r\n"),
        PAGE.replace(b"  written", b"  writen", 1),
        b"",
        b"---\n",
    ],
)
def test_an_edited_page_does_not(changed):
    assert not bears_mark("a/b.md", changed)


def test_a_copy_elsewhere_does_not():
    assert not bears_mark("a/c.md", PAGE)


def test_a_page_without_anything_of_our_own_has_no_mark():
    assert marked_page("a.md", {"title": "x"}, "y") == b"---\ntitle: x\n---\n\ny"


@pytest.mark.parametrize("manifest", [None, b"", b"{", b"\xff", b"[" * 100_000])
def test_a_lost_manifest_is_made_of_the_pages_that_bear_their_mark(tmp_path, manifest):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.md").write_bytes(PAGE)
    (tmp_path / "a/c.md").write_bytes(PAGE)
    (tmp_path / "mine.md").write_text("# Mine\n")
    if manifest is not None:
        (tmp_path / MANIFEST).write_bytes(manifest)
    assert load_manifest(tmp_path).pages == {"a/b.md": sha256(PAGE)}
    assert foreign_pages(tmp_path) == {"a/c.md", "mine.md"}
