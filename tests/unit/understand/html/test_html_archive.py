"""Pages in the files that browsers save them in whole."""

import base64
import datetime as dt
import plistlib
import quopri

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

DAY = dt.date(2025, 9, 1)
TITLE = "Lindhaven opens its quay"
TEXT = (
    "The harbour of Lindhaven opened its new quay for “northern” ferries on Friday after four "
    "years of work, and the first one left with two hundred passengers on board."
)
URL = "https://courier.example/2025/quay"
PAGE = (
    f"<!doctype html><html lang='en'><head><title>{TITLE}</title></head>"
    f"<body><h1>{TITLE}</h1><p>{TEXT}</p></body></html>"
)
FRAME = "<!doctype html><html><body><p>Buy a boat.</p></body></html>"


def part(html: str, url: str, charset: str) -> str:
    body = quopri.encodestring(html.encode(charset)).decode("ascii")
    return (
        f"--cut\nContent-Type: text/html; charset={charset}\n"
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: {url}\n\n{body}\n"
    )


def mhtml(charset: str = "utf-8") -> bytes:
    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: {TITLE}\n"
        "Date: Fri, 29 Aug 2025 10:15:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="cut"\n\n\n'
    )
    frame = part(FRAME, "https://ads.example/", "utf-8")
    whole = f"{head}{frame}{part(PAGE, URL, charset)}--cut--\n"
    return whole.replace("\n", "\r\n").encode("ascii")


def base64_mhtml() -> bytes:
    """Return a page that a browser saved without the header of its address, in base64."""
    head = (
        f"From: <Saved by Mozilla 5.0>\nSubject: {TITLE}\n"
        "Date: Fri, 29 Aug 2025 10:15:00 +0200\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="cut"\n\n--cut\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: {URL}\n\n"
    )
    return f"{head}{base64.encodebytes(PAGE.encode()).decode()}\n--cut--\n".encode()


def webarchive(form: plistlib.PlistFormat) -> bytes:
    main = {
        "WebResourceData": PAGE.encode("cp1252"),
        "WebResourceURL": URL,
        "WebResourceTextEncodingName": "windows-1252",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=form)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.mhtml", mhtml()),
        ("page.mhtml", base64_mhtml()),
        ("page.mht", mhtml("windows-1252")),
        ("page.webarchive", webarchive(plistlib.FMT_BINARY)),
        ("page.webarchive", webarchive(plistlib.FMT_XML)),
    ],
)
def test_the_page_in_an_archive_is_read_with_its_address_and_encoding(name, data):
    (found,) = understand(Source(name, data, "0" * 64, DAY), Limits()).articles
    assert (found.title, [block.text for block in found.blocks]) == (TITLE, [TEXT])
    assert (found.url, found.outlet) == (URL, "courier.example")


@pytest.mark.parametrize(
    "data", [webarchive(plistlib.FMT_BINARY)[:-40], mhtml().split(b"--cut")[0]]
)
def test_an_archive_without_its_page_is_named_with_what_to_do(data):
    found = understand(Source("page.mhtml", data, "0" * 64, DAY), Limits())
    assert not found.articles
    assert "Save the page again" in found.problems[0].message
