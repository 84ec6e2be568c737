"""Links where folders belong are refused before anything is written."""

import pytest

from generator.run.folder_checks import Misplaced, check_folder, check_no_links


def test_a_folder_or_nothing_is_right(tmp_path):
    check_folder(tmp_path)
    check_folder(tmp_path / "nothing")


def test_a_link_and_a_file_are_no_folder(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "file").write_text("x")
    for name in ("link", "nowhere", "file"):
        with pytest.raises(Misplaced, match=name):
            check_folder(tmp_path / name)


def test_links_inside_are_found_at_any_depth_and_not_followed(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/loop").symlink_to(tmp_path)
    with pytest.raises(Misplaced, match="loop"):
        check_no_links(tmp_path, files=False)
    (tmp_path / "a/b/loop").unlink()
    (tmp_path / "a/note.md").symlink_to("/etc/hostname")
    check_no_links(tmp_path, files=False)
    with pytest.raises(Misplaced, match=r"note\.md"):
        check_no_links(tmp_path)
