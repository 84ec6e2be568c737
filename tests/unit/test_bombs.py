"""Texts that cost more than they look like end in time, or are ended."""

import contextlib
import datetime as dt
import io
import mmap
import os
import re
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest

from generator.analyse import analyse
from generator.compose.typography import typeset
from generator.config import Limits
from generator.models import Source
from generator.run.parallel import Crew, Workers
from generator.run.resource_limits import DIED, Lost
from generator.text import clean, spellings
from generator.understand import understand

pytestmark = pytest.mark.long

TEXT = "A headline about the harbour\n\nThe council met on Monday. {}\n\nIt was long.\n"


def test_the_number_of_marks_on_one_letter_is_limited():
    text = clean("a" + "\u0323\u0301" * 200_000 + "b")
    assert len(text) < 40
    assert text.endswith("b")
    assert spellings("a" + "\u0323\u0301" * 200_000) is not None


def test_marks_that_languages_use_are_kept():
    for text in ("Việt Nam", "שָׁלוֹם", "ประเทศไทย", "a\u0301\u0323" * 100, "… — “x” " * 50, "—" * 60):
        assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "flood", ["\ufdfa" * 60_000, "\u1100\u1161\u11a8" * 20_000, "“" * 60_000, '"a ' * 20_000]
)
def test_a_long_run_of_one_character_is_analysed(flood):
    source = Source("a.txt", TEXT.format(flood).encode(), "", dt.date(2025, 1, 1), {})
    (article,) = Workers(_understood, Crew(1), 20, lambda: None).run([source])
    assert not isinstance(article, Lost)
    (found,) = Workers(analyse, Crew(1), 20, lambda: None).run([article])
    assert not isinstance(found, Lost), found


def _understood(source):
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize("flood", ["“" * 60_000, '"' * 60_000, "x@" * 30_000, '"a ' * 30_000])
def test_a_long_run_of_one_character_is_typeset(flood):
    (text,) = Workers(_typeset, Crew(1), 10, lambda: None).run([flood])
    assert isinstance(text, str)


def _typeset(text):
    return typeset(text, "en")


def _greedy(item):
    if item == "memory":
        return len(bytearray(3_000_000_000))
    if item == "time in C":
        return len(unicodedata.normalize("NFC", "a" + "\u0323\u0301" * 200_000))
    return os.getpid()


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")


@LINUX
def test_one_item_has_a_process_that_can_be_killed():
    items = ["plain", "memory", "time in C", "plain"]
    first, memory, time, last = Workers(_greedy, Crew(1), 1, lambda: None).run(items)
    assert os.getpid() not in {first, last}
    assert memory == Lost("took more memory than limits.memory_megabytes allows")
    assert time in {DIED, Lost("took more than 1 seconds of a processor")}
    (alone,) = Workers(_greedy, Crew(), 1, lambda: None).run(["plain"])
    assert alone != os.getpid()


def _stubborn(_):
    """Swallow every signal, and let the system do nearly all of the work."""
    while True:
        with contextlib.suppress(BaseException):
            os.urandom(20_000_000)


@LINUX
def test_the_work_of_the_system_counts():
    assert list(Workers(_stubborn, Crew(1), 0.5, lambda: None).run(["a"])) == [DIED]


KEPT = []


def _keeping(megabytes):
    """Keep new memory from the system: the heap may have as much that other tests left free."""
    try:
        KEPT.append(mmap.mmap(-1, megabytes * 1_000_000, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
    except OSError as error:
        raise MemoryError from error
    return len(KEPT)


@LINUX
def test_what_earlier_items_have_left_does_not_count_for_the_next():
    items = [70, 70, 120, 70]
    found = list(Workers(_keeping, Crew(1, megabytes=100), 10, lambda: None).run(items))
    assert found == [1, 2, Lost("took more memory than limits.memory_megabytes allows"), 3]


def _growth(source):
    """Return the megabytes that this process grows by as it understands a source."""
    before = _peak()
    with contextlib.suppress(MemoryError):
        understand(source, Limits())
    return _peak() - before


def _peak():
    """Return the largest memory of this process in MB; ru_maxrss begins with the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1000


def _document(paragraphs):
    packed = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{space}"/>')
        text = f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    return packed.getvalue()


@LINUX
def test_a_document_of_very_many_parts_takes_no_more_memory_than_it_may():
    source = Source("a.docx", _document("<w:p/>" * 600_000), "", dt.date(2025, 1, 1), {})
    (found,) = Workers(_growth, Crew(1, megabytes=60), 20, lambda: None).run([source])
    assert found < 70
