"""PDF made by hand: objects, a content stream per page, no cross-reference that is right."""

import datetime as dt
import zlib

import pytest

from generator.config import Limits
from generator.models import Source, Understood
from generator.understand import understand

DAY = dt.date(2026, 11, 1)
BOX, FONT = "/MediaBox [0 0 595 842]", "/Resources << /Font << /F1 3 0 R >> >>"
Item = tuple[float, float, float, str]
WHEEL = (
    "The wheel of the old mill turned on Monday for the first time since",
    "1966, and the whole town came to the bridge to watch it. The repa-",
    "irs took four years, and they cost less than the council had feared.",
)
MAY = (
    "The mill may be seen until May, and entry is free for all who live in",
    "the valley or who have come over the bridge.",
)
WHOLE = (
    "The wheel of the old mill turned on Monday for the first time since 1966, and the whole town "
    "came to the bridge to watch it. The repairs took four years, and they cost less than the "
    "council had feared."
)


def pdf(*pages: list[Item], info: str = "", extra: str = "") -> bytes:
    """Return a PDF; an item of a page is x, y, type size and text."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, page in enumerate(pages):
        text = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({said}) Tj ET" for x, y, size, said in page
        )
        objects += [
            f"<< /Type /Page /Parent 2 0 R {BOX} {FONT} /Contents {5 + 2 * at} 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R "
        f"/Info {len(objects)} 0 R {extra} >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def lines(texts: tuple[str, ...], top: float, x: float = 60) -> list[Item]:
    return [(x, top - 14 * at, 11, text) for at, text in enumerate(texts)]


def read(data: bytes) -> Understood:
    return understand(Source("mill.pdf", data, "0" * 64, DAY), Limits())


HEAD: list[Item] = [
    (60, 780, 22, "Old mill turns again after"),
    (60, 755, 22, "sixty years"),
    (60, 730, 11, "By Jane Doe"),
    (60, 716, 11, "3 March 2026"),
]


def test_lines_become_paragraphs_and_the_largest_is_the_title():
    page = [*HEAD, *lines(WHEEL, 690), (60, 620, 14, "What comes next"), *lines(MAY, 600)]
    (article,) = read(pdf(page, info="/Title (mill-final.indd) /Author (Max Roe)")).articles
    assert article.title == "Old mill turns again after sixty years"
    assert (str(article.date), article.authors) == ("2026-03-03", ("Jane Doe",))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", WHOLE),
        ("heading", "What comes next"),
        ("paragraph", " ".join(MAY)),
    ]


def test_a_paragraph_goes_on_over_pages_without_what_these_repeat():
    first = [(60, 820, 8, "The Valley Courier"), *HEAD, *lines(WHEEL[:2], 690), (300, 30, 8, "7")]
    second = [(60, 820, 8, "The Valley Courier"), *lines(WHEEL[2:], 780), (300, 30, 8, "8")]
    (article,) = read(pdf(first, second)).articles
    assert [block.text for block in article.blocks] == [WHOLE]


def test_indented_lines_begin_paragraphs():
    page = [*HEAD, *lines(WHEEL, 690), (75, 648, 11, MAY[0]), (60, 634, 11, MAY[1])]
    (article,) = read(pdf(page)).articles
    assert [block.text for block in article.blocks] == [WHOLE, " ".join(MAY)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([]), "without text"),
        (pdf(*[[] for _ in range(61)]), "61 pages"),
        (b"%PDF-1.7\nThe wheel of the old mill turned", "damaged"),
        (pdf(HEAD)[:200], "damaged"),
        (
            pdf(HEAD, extra="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + "o" * 32
                + ") /U (" + "u" * 32 + ") >> /ID [(a) (b)]"),
            "password",
        ),
    ],
    ids=["scan", "book", "no pdf", "cut", "password"],
)  # fmt: skip
def test_what_is_no_article_is_named_with_what_to_do(data, said):
    found = read(data)
    assert found.articles == ()
    (problem,) = found.problems
    assert problem.level == "error"
    assert said in problem.message


def test_a_stream_that_unpacks_to_more_than_a_text_is_no_article():
    packed = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    whole = pdf(HEAD)
    begin, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed)
    found = read(whole[:begin] + stream + packed + b"\n" + whole[end:])
    assert found.articles == ()


LEFT = (
    "The wheel of the old mill turned on",
    "Monday for the first time since 1966,",
    "and the whole town came to the bridge",
    "to watch it. The repairs took four",
    "years, and they cost less than the",
    "council had feared at the beginning.",
    "The miller was not there to see it.",
)
RIGHT = (
    "She died in the winter before, at the",
    "age of ninety-nine. Her daughter put",
    "a lamp into the window of the house.",
    "The mill may be seen until May, and",
    "entry is free for all who live in the",
    "valley or who have come over the old",
    "bridge.",
)


def across(left: tuple[str, ...], right: tuple[str, ...], x: float = 310) -> list[Item]:
    """Return two columns in the order of their lines, not of reading."""
    pairs = zip(lines(left, 690), lines(right, 690, x), strict=True)
    return [item for pair in pairs for item in pair]


def test_two_columns_whose_lines_alternate_are_read_one_after_the_other():
    (article,) = read(pdf([*HEAD, *across(LEFT, RIGHT), (60, 560, 11, "Page 1")])).articles
    text = " ".join(block.text for block in article.blocks)
    assert f"{' '.join(LEFT)} {' '.join(RIGHT)}" in text


def test_a_table_of_two_columns_stays_line_by_line():
    names = ("Wheel", "Stones", "Roof", "Doors", "Windows", "Bridge", "Lamp")
    sums = ("41,000", "12,000", "30,500", "4,100", "9,900", "18,000", "40")
    page = [*HEAD, *lines(WHEEL, 760 - 20), *across(names, sums)]
    (article,) = read(pdf(page)).articles
    text = " ".join(block.text for block in article.blocks)
    assert text.index("41,000") < text.index("Stones") < text.index("12,000") < text.index("Roof")
