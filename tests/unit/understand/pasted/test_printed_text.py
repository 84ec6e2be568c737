"""Text taken from print and mail: soft hyphens, running heads, marks of quotation, soft breaks."""

import datetime as dt

import pytest

from generator.models import Article
from generator.understand import pasted
from sources import article_of

HEAD = "The old lock is built anew\nBy Ann Loy\n9 March 2026\n\n"
FIRST = """\
The lock at the old mill is to be rebuilt, and boats will have to
wait for most of the summer while its gates are made of oak from
the woods above the town."""
SECOND = """\
Until then the council lets a tractor pull the smaller ones over
the meadow, which takes an hour and costs nothing but patience, as
the keeper of the lock told the council on Monday."""


def read(text: str) -> Article:
    return article_of("lock.txt", text.encode(), pasted, collected=dt.date(2026, 6, 1))


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def joined(text: str) -> str:
    return text.replace("\n", " ")


@pytest.mark.parametrize("mark", ["\u00ad", "\u00ac"])
def test_a_soft_hyphen_at_a_line_end_divides_no_word(mark):
    parted = FIRST.replace("have to\nwait", f"have to wa{mark}\nit")
    assert texts(f"{HEAD}{parted}\n\n{SECOND}") == [joined(FIRST), joined(SECOND)]
    assert texts(f"{HEAD}The gates of the lock are fi{mark}\nnished, the keeper says.")[0] == (
        "The gates of the lock are finished,"
    )


@pytest.mark.parametrize("head", ["Vale Courier 7", "12   The Ashby Herald", "Vale Post 118"])
def test_a_running_head_is_no_heading(head):
    article = read(f"{HEAD}{FIRST}\n\n{head}\n{SECOND}")
    assert [block.text for block in article.blocks] == [joined(FIRST), joined(SECOND)]
    assert [" ".join(head.split())] == [line.text for line in article.dropped]


def test_outlets_with_numbers_in_a_row_are_results():
    rows = ["Vale Courier 7", "Ashby Herald 5", "Lohe Tribune 3"]
    assert set(rows) <= set(texts(f"{HEAD}{joined(FIRST)}\n" + "\n".join(rows) + f"\n{SECOND}"))


def test_the_marks_of_a_quotation_are_no_text():
    quoted = "\n".join(f"> {line}".rstrip() for line in f"{HEAD}{FIRST}\n\n{SECOND}".split("\n"))
    article = read(quoted)
    assert article.title == "The old lock is built anew"
    assert [block.text for block in article.blocks] == [joined(FIRST), joined(SECOND)]


def test_a_soft_break_within_a_sentence_ends_no_paragraph():
    soft = joined(FIRST).replace(" while its", "\vwhile its")
    assert texts(f"{HEAD}{soft}\n\n{joined(SECOND)}") == [joined(FIRST), joined(SECOND)]


@pytest.mark.parametrize(
    ("line", "date", "updated"),
    [
        (
            "Published: 07:20, 9 March 2026 | Updated: 11:05, 10 March 2026",
            "2026-03-09T07:20:00",
            "2026-03-10T11:05:00",
        ),
        (
            "Published 07:20 GMT, 9 March 2026 Updated 11:05 GMT, 10 March 2026",
            "2026-03-09T07:20:00+00:00",
            "2026-03-10T11:05:00+00:00",
        ),
        (
            "Published: 9 March 2026 07:20 | Updated: 10 March 2026 11:05",
            "2026-03-09T07:20:00",
            "2026-03-10T11:05:00",
        ),
    ],
)
def test_a_time_before_its_day_is_not_that_of_the_day_before(line, date, updated):
    article = read(f"The old lock is built anew\n{line}\n\n{joined(FIRST)}\n\n{joined(SECOND)}")
    assert (str(article.date), str(article.updated)) == (date, updated)


def test_a_blank_line_between_every_two_lines_ends_no_paragraph():
    spaced = f"{FIRST}\n\n{SECOND}".replace("\n", "\n\n")
    assert texts(f"The old lock is built anew\n\n9 March 2026\n\n\n{spaced}") == [
        joined(FIRST),
        joined(SECOND),
    ]


def test_a_running_head_with_a_date_is_no_text():
    article = read(f"{HEAD}{FIRST}\n\n{SECOND}\n\nVale Courier | Monday 9 March 2026 | 3\n")
    assert [block.text for block in article.blocks] == [joined(FIRST), joined(SECOND)]
    rows = ["Anna Wendt | 2025 | 3", "Bo Lin | 2026 | 4"]
    assert set(rows) <= set(texts(f"{HEAD}{joined(FIRST)}\n" + "\n".join(rows) + f"\n{SECOND}"))


def test_ragged_lines_that_end_within_a_word_or_with_an_article_go_on():
    text = (
        "Die Genossenschaft teilte am Montag mit, dass sie ihre klei-\nnere Mühle im Juni "
        "schließt, weil immer weniger Höfe Korn lie-\nfern. Die Nord-Süd-\nBahn fehlt noch "
        "immer. Ein- und\nAusfahrt sind gesperrt, die Korn- und Mehl-\npreise fallen."
    )
    (found,) = texts(f"Mühle schließt\n9. März 2026\n\n{text}\n")
    assert "Die Nord-Süd-Bahn fehlt noch immer. Ein- und Ausfahrt sind gesperrt" in found
    assert found.endswith("die Korn- und Mehlpreise fallen.")


def test_arrows_mark_the_items_of_a_list():
    article = read(f"{HEAD}{joined(FIRST)}\n->Bring a rope.\n-> Bring a lamp.\n{joined(SECOND)}")
    assert [block.text for block in article.blocks if block.kind == "item"] == [
        "Bring a rope.",
        "Bring a lamp.",
    ]


def test_what_a_browser_prints_on_each_sheet_is_no_text():
    above = "09.03.26, 14:36\tThe old lock is built anew | Vale Courier"
    sheets = (f"{above}\n\n{HEAD}{joined(FIRST)}\n\nhttps://vale.example/lock\t1/2",
              f"{above}\n\n{joined(SECOND)}\n\nhttps://vale.example/lock\t2/2")  # fmt: skip
    article = read("\n".join(sheets))
    assert article.title == "The old lock is built anew"
    assert [block.text for block in article.blocks] == [joined(FIRST), joined(SECOND)]
    dated = "09.03.26, 14:36 The lock is closed"
    assert dated in texts(f"{HEAD}{joined(FIRST)}\n{dated}\n{joined(SECOND)}")


def test_what_a_telephone_adds_to_a_text_is_none():
    added = ["Shared from Apple News", "Sent from my iPhone"]
    article = read(f"{HEAD}{joined(FIRST)}\n{joined(SECOND)}\n\n" + "\n".join(added))
    assert [line.text for line in article.dropped] == added
