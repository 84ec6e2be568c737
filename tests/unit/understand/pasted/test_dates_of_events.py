"""Short lines with dates that are not the article's: of events, of lives."""

import datetime as dt

import pytest

from generator.models import Article
from generator.understand import pasted
from sources import article_of

FAIR = (
    "The summer fair returns to the village after three years, the parish council said, with a "
    "brass band and a tug of war.\nStalls can be booked until the end of April."
)
LIFE = (
    "Harold Finch, who mended clocks in Wexley for sixty years, died on Tuesday. He was 94.\n"
    "He is survived by two daughters."
)


def article(text: str) -> Article:
    return article_of("a.txt", text.encode(), pasted, collected=dt.date(2026, 1, 1))


def words(found: Article) -> list[str]:
    return [block.text for block in found.blocks]


@pytest.mark.parametrize(
    "line", ["When: 5 May 2025", "The fair begins 5 May 2025", "Doors open on 5 May 2025"]
)
def test_the_date_of_an_event_is_not_the_article_s_and_stays_in_the_text(line: str):
    found = article(f"Village plans summer fair\n{line}\n{FAIR}\n")
    assert found.date is None
    assert line in words(found)


def test_the_date_below_the_label_of_an_event_is_not_the_article_s():
    assert article(f"Village plans summer fair\nWhen:\n5 May 2025\n{FAIR}\n").date is None


@pytest.mark.parametrize(
    "line", ["2 May 2025", "Written on 2 May 2025", "Data: 2 May 2025", "News | 2 May 2025"]
)
def test_a_date_by_itself_or_behind_a_label_is_the_article_s(line: str):
    found = article(f"Village plans summer fair\n{line}\n{FAIR}\nDoors open on 5 May 2025\n")
    assert str(found.date) == "2025-05-02"
    assert "Doors open on 5 May 2025" in words(found)


def test_the_last_line_of_an_obituary_stays_and_names_no_author():
    end = "Harold Finch, born 3 March 1931, died 6 May 2025"
    found = article(f"Harold Finch, clockmaker\n8 May 2025\n{LIFE}\n{end}\n")
    assert (str(found.date), found.authors) == ("2025-05-08", ())
    assert words(found)[-1] == end
