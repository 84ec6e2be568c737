"""Files of kinds that hold no article: named, with what to do, and never read as text."""

import datetime as dt

import pytest

from sources import read

DAY = dt.date(2025, 9, 1)
ODT = b"application/vnd.oasis.opendocument.text"
TEXT = "The council met on Friday, and it voted for the new tram line after a debate of two hours."


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.pdf", b"%PDF-1.7\n" + TEXT.encode(), "PDF"),
        ("letter.docx", b"PK\x03\x04" + bytes(100), "word processor"),
        ("letter.rtf", b"{\\rtf1\\ansi }", "without text"),
        ("letter.odt", b"PK\x03\x04" + bytes(26) + b"mimetype" + ODT + bytes(100), "damaged"),
        ("page.html.gz", b"\x1f\x8b\x08" + bytes(50), "Unpack"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        ("books.xml", f"<?xml version='1.0'?><books><b>{TEXT}</b></books>".encode(), "<books>"),
        ("books.xml", f"<books><book>{TEXT}</book></books>".encode(), "<books>"),
        (
            "bomb.txt",
            f"<?xml version='1.0'?><!DOCTYPE b [<!ENTITY a '{TEXT}'>]><bomb>&a;</bomb>".encode(),
            "<bomb>",
        ),
        ("settings.json", f'{{"text": "{TEXT}"}}'.encode(), "neither a JSON Feed"),
        ("list.txt", f'[{{"text": "{TEXT}"}}]'.encode(), "neither a JSON Feed"),
        ("letter.msg", b"\xd0\xcf\x11\xe0" + "__properties_version1.0".encode("utf-16-le"), ".eml"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(100), "old word processor"),
        ("mail.pst", b"!BDN" + bytes(100), "mbox"),
        ("broken.json", b'{"version": ', "not valid JSON"),
    ],
)
def test_a_file_of_an_unsupported_kind_gives_a_problem_that_says_what_to_do(name, data, said):
    found = read(name, data)
    assert found.articles == ()
    (problem,) = found.problems
    assert (problem.source, problem.level) == (name, "error")
    assert said in problem.message


@pytest.mark.parametrize(
    "text",
    [
        f"[Update] Tram line is built\n\n{TEXT}\n",
        f"{{Comment}} Tram line is built\n\n{TEXT}\n",
        f"From: the council\nSubject: Tram line is built\n\n{TEXT}\n",
        f"<3 for trams\n\n{TEXT}\n",
    ],
)
def test_text_that_only_begins_like_one_is_an_article(text):
    (found,) = read("tram.txt", text.encode()).articles
    assert TEXT in [block.text for block in found.blocks]
