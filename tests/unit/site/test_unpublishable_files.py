"""Pages that can't be published are left out; one that is in order is checked once."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from generator.run.file_hashes import Digests
from generator.site import unpublishable_files

GOOD, BAD = "# Quay\n\nThe board met.\n", "# Quay\n\nA bell:\a\n"


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def published(content, cache):
    """Return the names of the files that are published."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Digest", "docs_dir": str(content)})
    assert config.validate() == ([], [])
    files = get_files(config)
    unpublishable_files.leave_out(files, content, Digests(), cache)
    return sorted(file.src_uri for file in files)


def test_a_page_in_order_is_not_read_again(content, tmp_path, monkeypatch):
    (content / "quay.md").write_text(GOOD)
    assert published(content, tmp_path) == ["quay.md"]
    monkeypatch.setattr(unpublishable_files, "_reason", lambda path: f"{path.name} was read")
    assert published(content, tmp_path) == ["quay.md"]
    (content / "ferry.md").write_text("# Ferry\n")
    assert published(content, tmp_path) == ["quay.md"]


def test_a_page_is_checked_even_if_another_file_has_its_text(content, tmp_path):
    (content / "notes.txt").write_text(BAD)
    assert published(content, tmp_path) == ["notes.txt"]
    (content / "quay.md").write_text(BAD)
    for _ in range(2):
        assert published(content, tmp_path) == ["notes.txt"]
