"""Plain files alone are read, written whole, and removed where they were found."""

import os

import pytest

from generator.run import files


def test_a_link_a_pipe_and_a_folder_are_not_read(tmp_path):
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    assert files.read(tmp_path / "file", 3) == b"123"
    for name in ("link", "pipe", "."):
        with pytest.raises(OSError, match=r"link|pipe|regular|directory|levels"):
            files.read(tmp_path / name)


def test_what_is_removed_is_below_the_folder_and_behind_no_link(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside / "deep", outside):
        folder.mkdir(parents=True)
        (folder / ".writing-x").write_text("x")
        (folder / "kept").write_text("x")
    (inside / "link").symlink_to(outside, target_is_directory=True)
    files.sweep(inside)
    files.sweep(tmp_path / "nothing")
    assert sorted(path.name for path in inside.rglob("*")) == ["deep", "kept", "link"]
    assert (outside / ".writing-x").exists()


def test_a_folder_replaced_by_a_link_meanwhile_is_not_followed(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside / "deep", outside):
        folder.mkdir(parents=True)
        (folder / "file").write_text("x")

    def unwanted(_path):
        (inside / "deep").rename(tmp_path / "moved")
        (inside / "deep").symlink_to(outside, target_is_directory=True)
        return True

    files.remove(inside, unwanted)
    assert (outside / "file").exists()
    assert not (tmp_path / "moved/file").exists()


def test_a_file_that_can_not_be_written_names_its_target(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file/below") as caught:
        files.write(tmp_path / "file/below", b"x")
    assert caught.value.filename == str(tmp_path / "file/below")


@pytest.fixture(params=["exchanged", "renamed"])
def system(request, monkeypatch):
    if request.param == "renamed":  # as where the system can't exchange files
        monkeypatch.setattr(files, "_renamed", lambda *_: False)


@pytest.mark.usefixtures("system")
def test_a_file_is_replaced_only_if_it_is_ours(tmp_path):
    file = tmp_path / "folder/file"
    for there, data in ((b"", b"first"), (b"first", b"second")):
        assert files.replace(file, data, there.__eq__)
        assert file.read_bytes() == data
    assert not files.replace(file, b"third", b"other".__eq__)
    assert file.read_bytes() == b"second"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.usefixtures("system")
def test_what_is_no_plain_file_is_not_replaced(tmp_path):
    (tmp_path / "outside").write_bytes(b"ours")
    (tmp_path / "link").symlink_to("outside")
    (tmp_path / "folder").mkdir()
    for name in ("link", "folder"):
        assert not files.replace(tmp_path / name, b"new", b"ours".__eq__)
    assert (tmp_path / "outside").read_bytes() == b"ours"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link", "outside"]
    assert (tmp_path / "link").is_symlink()


def test_a_file_that_can_not_be_replaced_names_its_target(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file/below") as caught:
        files.replace(tmp_path / "file/below", b"x", b"x".__eq__)
    assert caught.value.filename == str(tmp_path / "file/below")
