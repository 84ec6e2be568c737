"""What the machine refuses is told of the machine, never of an article or the program."""

import errno
import os
import sys
import tempfile

import pytest

from generator.run import error_messages
from generator.run.disk_list import DiskList
from generator.run.error_messages import of_machine, refused, temporary_folder
from generator.run.parallel import Crew, Workers
from generator.run.resource_limits import Lost, isolated, limited


def _refuse(number):
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.EACCES])
@pytest.mark.parametrize("crew", [Crew(1), Crew(2)])
def test_a_full_disk_is_no_fault_of_an_article(number, crew):
    with pytest.raises(OSError, match=tempfile.gettempdir()) as caught:
        list(Workers(_refuse, crew, 5, lambda: None).run([number] * 2))
    message = refused(caught.value)
    assert message.startswith(f"{tempfile.gettempdir()}: {os.strerror(number)}. ")
    assert len(message.split(". ")) > 1


def test_it_is_reported_from_a_thread_too():
    found = isolated(_refuse, 5, errno.ENOSPC)
    assert isinstance(found, Lost)
    assert found.refused.errno == errno.ENOSPC


@pytest.mark.parametrize("error", [OSError("no number"), FileNotFoundError(2, "x"), ValueError()])
def test_what_a_text_may_provoke_is_its_own(error):
    assert of_machine(error) is None


def test_an_item_that_is_no_file_has_its_own_fault():
    assert limited(int, 1, "x").refused is None


class _Full:
    def __init__(self, file):
        self._file = file

    def write(self, _data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def __getattr__(self, name):
        return getattr(self._file, name)


def test_a_temporary_file_without_room_names_its_folder(tmp_path):
    items = DiskList(folder=tmp_path)
    items._file = _Full(items._file)
    with pytest.raises(OSError, match=str(tmp_path)) as caught:
        items.append("x")
    assert "Free some space" in refused(caught.value)


def test_no_folder_for_temporary_files(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "gone")])
    with pytest.raises(OSError, match="TMPDIR") as caught:
        temporary_folder()
    assert refused(caught.value).endswith("in the variable TMPDIR.")
    with pytest.raises(OSError, match="TMPDIR"):
        list(Workers(len, Crew(1), 5, lambda: None).run(["x"]))


def test_a_full_folder_for_temporary_files_can_be_another(monkeypatch):
    monkeypatch.setattr(error_messages, "_temporary_folder", lambda: "/full")
    assert "TMPDIR" in refused(OSError(errno.ENOSPC, "No space left", "/full"))
    assert "TMPDIR" not in refused(OSError(errno.ENOSPC, "No space left", "/other"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of the size of files")
def test_every_number_that_the_machine_has_comes_with_a_remedy():
    for number in error_messages._OF_MACHINE:
        assert error_messages._REMEDIES[number].endswith(".")
