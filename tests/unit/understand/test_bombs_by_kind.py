"""Files of each kind that unfold, nest or repeat without end are named; the next one is read."""

import datetime as dt
import io
import struct
import zipfile
import zlib

import pytest

from generator.config import Limits
from generator.models import Source
from generator.run.parallel import Crew, Workers
from generator.run.resource_limits import Lost
from generator.understand import understand
from generator.understand.markup.parse import parse_text

pytestmark = pytest.mark.long

SECONDS, MEGABYTES = 3, 120  # what the words of a language take is among it
DEEP = 100_000
TEXT = "The council of Northport met on Monday and voted on the new harbour after a long debate. "
PLAIN = f"The harbour vote\n\n1 May 2025\n\n{TEXT * 3}\n".encode()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "{}">{}]>'.format(
    "lol " * 1000,
    "".join(
        f'<!ENTITY {new} "{f"&{old};" * 100}">' for old, new in zip("abcde", "bcdef", strict=True)
    ),
)
ATTRIBUTES = " ".join(f'a{number}="x"' for number in range(100_000))


def packed(*parts):
    """Return a zip archive; a part without content is a folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, stored)
    return made.getvalue()


def lying(data, size=1000):
    """Return a zip archive whose headers say that each part unpacks to so many bytes."""
    lying, at = bytearray(data), 0
    while (at := lying.find(b"PK\x01\x02", at)) >= 0:
        lying[at + 24 : at + 28] = struct.pack("<I", size)
        local = struct.unpack("<I", lying[at + 42 : at + 46])[0]
        lying[local + 22 : local + 26] = struct.pack("<I", size)
        at += 4
    return bytes(lying)


def docx(body, before=""):
    text = f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(("[Content_Types].xml", "<Types/>"), ("word/document.xml", text))


def odt(body, before=""):
    root = f'office:document-content xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0"'
    text = f"{before}<{root}><office:body>{body}</office:body></office:document-content>"
    mark = "application/vnd.oasis.opendocument.text"
    return packed(("mimetype", mark), ("content.xml", text))


def enex(notes, before=""):
    return f"<?xml version='1.0'?>{before}<en-export>{notes}</en-export>".encode()


def wxr(items, before=""):
    spaces = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    return f"<?xml version='1.0'?>{before}<rss {spaces}><channel>{items}</channel></rss>".encode()


def opml(outlines, before=""):
    return f"<?xml version='1.0'?>{before}<opml><body>{outlines}</body></opml>".encode()


def pdf(content, kids="3 0 R"):
    stream = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count 1>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode/Resources 6 0 R"
        + b"/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>",
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, found in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, found)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    return bytes(made + b"xref\n0 7\n0000000000 65535 f \n" + table + end)


def mail(body, kind):
    head = (
        "From: Ann <ann@example.org>\nSubject: Harbour vote\nMessage-ID: <a@b>\nMIME-Version: 1.0\n"
    )
    return f"{head}Content-Type: {kind}\n\n{body}".encode()


def page(body):
    return f"<!DOCTYPE html><title>The vote</title><article><p>{TEXT * 3}</p>{body}".encode()


PARTS = "".join(
    f"--b{number}\nContent-Type: multipart/mixed; boundary=b{number + 1}\n\n"
    for number in range(5000)
)
BOMBS = {
    "lying.docx": lying(docx(f"<w:p><w:r><w:t>{TEXT * 500_000}</w:t></w:r></w:p>")),
    "entities.docx": docx("<w:p><w:r><w:t>&f;</w:t></w:r></w:p>", ENTITIES),
    "deep.docx": docx("<w:ins>" * DEEP),
    "table.docx": docx("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 5000 + "</w:tr></w:tbl>"),
    "lying.odt": lying(odt(f"<text:p>{TEXT * 1_000_000}</text:p>")),
    "entities.odt": odt("<text:p>&f;</text:p>", ENTITIES),
    "deep.odt": odt("<text:span>" * DEEP),
    "attributes.odt": odt(f"<text:p {ATTRIBUTES}>a</text:p>"),
    "entities.enex": enex("<note><title>A</title><content>&f;</content></note>", ENTITIES),
    "deep.enex": enex("<note>" * DEEP),
    "attributes.enex": enex(f"<note {ATTRIBUTES}/>"),
    "entities.xml": wxr("<item><title>&f;</title></item>", ENTITIES),
    "deep.xml": wxr("<item>" * DEEP + "</item>" * DEEP),
    "many.xml": wxr("<item><category>a</category></item>" * 30_000),
    "entities.opml": opml('<outline text="&f;"/>', ENTITIES),
    "deep.opml": opml("<outline>" * DEEP),
    "zip.pdf": pdf(b" " * 100_000_000),
    "loop.pdf": pdf(b"/X Do /X Do", kids="2 0 R"),
    "within.pdf": pdf(b"/X Do " * 9),
    "nested.eml": mail(PARTS, "multipart/mixed; boundary=b0"),
    "messages.eml": mail("Content-Type: message/rfc822\n\n" * DEEP, "message/rfc822"),
    "parts.eml": mail("--B\n\na\n" * 5000, "multipart/mixed; boundary=B"),
    "many.mbox": b"From a@b.c Mon Sep  1 10:00:00 2025\n" + mail("a", "text/plain") + b"\n" * 2,
    "tables.html": page("<table><tr><td>" * DEEP),
    "deep.html": page("<div>" * DEEP),
    "attributes.html": page(f"<p {ATTRIBUTES * 3}>"),
}


def read(*files):
    """Return what is understood of each file, in one process after another."""
    sources = [Source(name, data, "0" * 64, dt.date(2025, 9, 1), {}) for name, data in files]
    workers = Workers(_understood, Crew(1, megabytes=MEGABYTES), SECONDS, lambda: None)
    return list(workers.run(sources))


def _understood(source):
    return understand(source, Limits())


@pytest.fixture(scope="module")
def found():
    files = {**BOMBS, "plain.txt": PLAIN}
    return dict(zip(files, read(*files.items()), strict=True))


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_unfolds_is_named(found, name):
    bomb = found[name]
    if isinstance(bomb, Lost):
        assert not bomb.fault, bomb
    else:
        assert bomb.articles or bomb.problems
        assert all(problem.source == name for problem in bomb.problems)
        assert "lol" not in str(bomb.problems)


def test_the_file_after_them_is_read(found):
    (article,) = found["plain.txt"].articles
    assert article.title == "The harbour vote"


def test_a_page_too_large_for_the_memory_is_not_called_empty():
    (found,) = read(("a.html", page("<p>a" * 900_000)))
    assert found == Lost("took more memory than limits.memory_megabytes allows")


def test_messages_that_cannot_be_parsed_are_counted():
    start = b"From a@b.c Mon Sep  1 10:00:00 2025\n"
    box = start + mail(TEXT, "text/plain") + b"\n\n" + start + BOMBS["nested.eml"]
    (found,) = read(("a.mbox", box))
    assert len(found.articles) == 1
    assert [problem.message[:34] for problem in found.problems] == [
        "1 of 2 messages can't be read: dam"
    ]


def test_a_feed_of_very_many_entries_takes_three_seconds_at_most():
    entry = f"<item><title>Vote</title><description>{TEXT}</description></item>"
    source = Source(
        "a.xml",
        wxr("").replace(b"<channel>", b"<channel>" + entry.encode() * 600),
        "",
        dt.date(2025, 9, 1),
        {},
    )
    (found,) = Workers(_understood, Crew(1), 3, lambda: None).run([source])
    assert not isinstance(found, Lost)


def test_a_tag_of_very_many_attributes_is_read_without_them():
    plain = (
        "<p class='a > b' lang=de>The vote</p><script>if (a <b) {'" + "x " * 3000 + "'}</script>"
    )
    tree, _ = parse_text(f"<div>{plain}<p a='>' {ATTRIBUTES}>and its end</p></div>")
    first, last = tree.iter("p")
    assert (first.attrib, first.text) == ({"class": "a > b", "lang": "de"}, "The vote")
    assert (last.attrib, last.text) == ({}, "and its end")
    assert len(next(tree.iter("script")).text) > 6000
