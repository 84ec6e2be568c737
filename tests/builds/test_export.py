"""An edition as a file to send: each format holds what the site may show, and nothing loads."""

import datetime as dt
import email
import io
import shutil
import zipfile
from dataclasses import replace
from email.policy import default

import pytest
from lxml import etree, html

from chromium import MISSING, NAMES
from generator.export.brief import Brief, Item, Part
from generator.export.epub import epub
from generator.export.mail import CLIPPED_AT, mail
from generator.export.render import mail_html
from program import built, digest

SEEDS = {
    "ferry.md": (
        ("Two more ferries for the islands", "Local", "2024-03-05", "Harbour News"),
        (
            "The ferry company added two boats to the island line after a winter of long queues. "
            "Passengers waited up to three hours in January, the harbour master said."
        ),
    ),
    "bread.md": (
        ("Bread <b>prices</b> & rolls", "Economy", "2024-03-06", "Lake Gazette"),
        (
            "Bakers in the old town raised the price of a loaf by ten cents on Wednesday. Flour "
            "has become a fifth dearer since the autumn, their guild wrote."
        ),
    ),
    "choir.md": (
        ("A choir of eighty sings at the lock", "Culture", "2024-03-07", "Closed Post"),
        (
            "Eighty singers stood on the gates of the lock and sang until midnight. The concert "
            "was free, and the boats had to wait."
        ),
    ),
    "older.md": (
        ("The week before", "Local", "2024-02-27", "Harbour News"),
        (
            "Nothing much happened in the last days of February, and the council met twice. "
            "Its members agreed to meet again."
        ),
    ),
}
SETTINGS = """\
site_name: Lake Digest
site_url: https://digest.example/
outlets: {Closed Post: {text: link}}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    (folder / "seeds").mkdir()
    (folder / "site_config").mkdir()
    (folder / "site_config/digest.yml").write_text(SETTINGS)
    for name, ((title, section, date, outlet), text) in SEEDS.items():
        front = f'title: "{title}"\nsection: {section}\ndate: {date}\noutlet: {outlet}\n'
        (folder / "seeds" / name).write_text(f"---\n{front}---\n\n{text}\n")
    built(folder)
    (folder / "content/editions/2024-W10.note.md").write_text("Ferries, **again**.\n")
    return folder


def exported(project, form, edition="2024-W10"):
    path = project / f"brief.{form}"
    done = digest(project, "export", edition, "--to", form, "-o", path, "--overwrite")
    assert done.returncode == 0, done.stderr
    return path.read_bytes()


def test_html_is_one_file_that_loads_nothing(project):
    page = html.fromstring(exported(project, "html"))
    assert len(page.xpath("//h3/a")) == 3
    assert not page.xpath("//script | //img | //link | //iframe")
    assert page.xpath("//h1/text()") == ["4–10 March 2024"]
    assert "Ferries, again." in page.text_content()
    assert "The week before" not in page.text_content()
    assert "Bread <b>prices</b> & rolls" in page.text_content()
    address = page.xpath("//a[contains(., 'Two more ferries')]/@href")[0]
    assert address.startswith("https://digest.example/articles/2024/")


def test_a_section_is_not_repeated_below_its_own_heading(project):
    page = html.fromstring(exported(project, "html"))
    assert "Culture" in page.xpath("string(//section[@class='lead']//p[@class='facts'])")
    parts = page.xpath("//section[h2]")
    assert [part.xpath("string(h2)") for part in parts] == ["Economy", "Local"]
    for part in parts:
        assert part.xpath("string(h2)") not in part.xpath("string(.//p[@class='facts'])")
        assert "2024" in part.xpath("string(.//p[@class='facts'])")
    plain = exported(project, "text").decode()
    assert "== Economy ==" in plain
    assert "Economy ·" not in plain
    assert "Culture ·" in plain


def test_the_text_of_an_outlet_that_allows_only_a_link_is_not_exported(project):
    text = html.fromstring(exported(project, "html")).xpath(
        "string(//article[contains(., 'A choir of eighty')])"
    )
    assert "Eighty singers" not in text
    assert "publisher’s site" in text
    for form in ("html", "eml", "text"):
        assert b"Eighty singers" not in exported(project, form)


def test_a_mail_has_both_forms_and_opens_as_a_draft(project):
    message = email.message_from_bytes(exported(project, "eml"), policy=default)
    assert message["Subject"] == "Lake Digest: 4–10 March 2024"
    assert (message["X-Unsent"], message["From"]) == ("1", None)
    plain, page = message.iter_parts()
    assert "Two more ferries for the islands" in plain.get_content()
    assert max(map(len, plain.get_content().splitlines())) < 200
    styled = html.fromstring(page.get_content())
    assert "font" in styled.xpath("//h3/@style")[0]
    assert len(styled.xpath("//style")) == 1  # what no attribute can say: the colours of the dark


def test_the_same_edition_gives_the_same_bytes(project):
    for form in ("html", "eml", "text", "epub"):
        assert exported(project, form) == exported(project, form)


def test_a_book_is_well_formed_and_whole(project):
    book = zipfile.ZipFile(io.BytesIO(exported(project, "epub")))
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"
    package = etree.fromstring(book.read("book/package.opf"))
    listed = {f"book/{name}" for name in package.xpath("//*[local-name()='item']/@href")}
    assert listed | {"mimetype", "META-INF/container.xml", "book/package.opf"} == set(
        book.namelist()
    )
    for name in listed - {"book/style.css"}:
        etree.fromstring(book.read(name))
    contents = etree.fromstring(book.read("book/nav.xhtml"))
    linked = {f"book/{href}" for href in contents.xpath("//*[local-name()='a']/@href")}
    assert linked == listed - {"book/style.css", "book/nav.xhtml"}


@pytest.mark.browser
@pytest.mark.skipif(not any(map(shutil.which, NAMES)), reason=MISSING)
def test_a_pdf_is_printed(project):
    assert exported(project, "pdf").startswith(b"%PDF-")


def test_latest_is_the_newest_and_an_unknown_one_is_answered(project):
    assert exported(project, "text", "latest") == exported(project, "text")
    done = digest(project, "export", "2023-W01", "--to", "text")
    assert done.returncode == 2
    assert "no edition '2023-W01'. The latest are: 2024-W09, 2024-W10." in done.stderr


def test_a_file_that_exists_is_not_replaced_unasked(project):
    path = project / "mine.txt"
    path.write_text("Mine")
    done = digest(project, "export", "latest", "--to", "text", "-o", path)
    assert (done.returncode, path.read_text()) == (2, "Mine")
    assert "mine.txt: exists. Name another file with --output" in done.stderr


def item(number):
    title = f"Article {number} " + "of a long week " * 5
    return Item(title, "World", ("Gazette",), "A summary. " * 30, (), None, "en", "", "")


def large(count):
    parts = (Part("World", tuple(map(item, range(count)))),)
    said = ("Lake", "2024-W10", "Week", f"{count} articles", "en", "")
    return Brief(*said, item(-1), parts, dt.date(2024, 3, 7), None)


def test_a_mail_stays_below_what_mail_programs_clip_and_says_what_is_missing():
    page = mail_html(large(1000), CLIPPED_AT)
    assert CLIPPED_AT * 0.9 < len(page.encode()) <= CLIPPED_AT
    shown = page.count("<h3") - 1
    assert f"{1000 - shown} more articles did not fit" in page
    assert "did not fit" not in mail_html(large(10), CLIPPED_AT)


def test_what_an_editor_wrote_as_elements_is_text():
    brief = replace(large(1), note="<script>alert(1)</script> <b onclick=x>hi</b>")
    found = html.fromstring(mail_html(brief, CLIPPED_AT))
    assert found.xpath("//script | //b") == []
    assert "<script>alert(1)</script>" in found.text_content()


HOSTILE = '</title><script>a()</script>\x07\ufffe "onload=a() ]]> &a; {{ 7*7 }}'


def test_a_book_of_hostile_texts_is_well_formed_and_runs_nothing():
    item = replace(
        large(1).lead, title=HOSTILE, facts=(HOSTILE,), text=f"[x](javascript:a)\x01{HOSTILE}"
    )
    brief = replace(large(1), site_name=HOSTILE, lead=item, parts=(Part(HOSTILE, (item,)),))
    with zipfile.ZipFile(io.BytesIO(epub(brief, "lake"))) as book:
        pages = {n: book.read(n) for n in book.namelist() if n.endswith(("xhtml", "opf", "xml"))}
    found = [etree.fromstring(page) for page in pages.values()]
    assert len(found) == 6
    everything = b"".join(pages.values())
    assert b"{{ 7*7 }}" in everything
    assert b"javascript" not in everything
    assert not any(page.xpath("//*[local-name()='script']") for page in found)


def test_a_mail_has_no_header_but_its_own():
    brief = replace(large(1), site_name="Lake\r\nBcc: a@b.example", title="Week\nX-A: b")
    message = email.message_from_bytes(mail(brief), policy=default)
    assert message["Subject"] == "Lake Bcc: a@b.example: Week X-A: b"
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
