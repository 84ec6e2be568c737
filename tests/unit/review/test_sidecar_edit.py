"""What the editor answers is written into a sidecar, and nothing else in it changes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Sidecar
from generator.moments import Moment
from generator.review.sidecar_edit import NotEditable, scalar, with_keys
from generator.validation import ConfigError, parse

ENTRY = "https://example.org/?p=120"
KEPT = """\
# What I know of it:
title: The tram comes back   # as printed

# where it belongs
section: Crime  # no!
settled:
  - short-body  # it is a poem
  # more to come

comment: |
  Two lines,
  # this is one of them
# the end
"""


def edited(text, entry=None, **values):
    return with_keys(text, values, entry, "tram.yml")


def test_a_value_is_replaced_and_its_comments_stay():
    assert edited(KEPT, section="Local") == KEPT.replace("Crime  # no!", "Local  # no!")


def test_a_new_key_is_added_after_the_last_one():
    expected = KEPT.replace("one of them\n", "one of them\ndate: 2025-08-29\n")
    assert edited(KEPT, date=Moment(dt.date(2025, 8, 29))) == expected


def test_a_list_in_lines_grows_by_lines():
    found = edited(KEPT, settled=("short-body", "no-section"))
    assert found == KEPT.replace("it is a poem\n", "it is a poem\n  - no-section\n")


def test_a_list_that_loses_items_is_replaced():
    assert edited("settled:\n- no-date\n- no-section\n", settled=("no-date",)) == (
        "settled: [no-date]\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "section: Local\n"),
        ("# nothing yet", "# nothing yet\nsection: Local\n"),
        ("section:\ntitle: A\n", "section: Local\ntitle: A\n"),
        ("section: 'a\n  b'\ntitle: A", "section: Local\ntitle: A"),
        ("{title: A}  # short\n", "{title: A, section: Local}  # short\n"),
        ("{}\n", "{section: Local}\n"),
        ("---\ntitle: A\n...\n", "---\ntitle: A\nsection: Local\n...\n"),
        ("title: A", "title: A\nsection: Local\n"),
        ("title: A\r\n# c\r\n", "title: A\r\nsection: Local\r\n# c\r\n"),
    ],
)
def test_a_key_is_set_in_every_form(text, expected):
    assert edited(text, section="Local") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"entries:\n  {ENTRY}:\n    section: Local\n"),
        ("entries:\nplace: X\n", f"entries: {{'{ENTRY}': {{section: Local}}}}\nplace: X\n"),
        (
            f'entries:\n  "{ENTRY}": {{date: 2025-08-29}}  # c\n',
            f'entries:\n  "{ENTRY}": {{date: 2025-08-29, section: Local}}  # c\n',
        ),
        (
            "entries:\n  a: {title: A}\n",
            f"entries:\n  a: {{title: A}}\n  {ENTRY}:\n    section: Local\n",
        ),
    ],
)
def test_a_key_of_a_single_entry_is_set(text, expected):
    found = edited(text, ENTRY, section="Local")
    assert parse(Sidecar, found, "").entries[ENTRY].section == "Local"
    assert found.replace(f"'{ENTRY}'", ENTRY) == expected.replace(f"'{ENTRY}'", ENTRY)


def test_a_sidecar_that_can_not_be_read_is_named():
    with pytest.raises(ConfigError, match=r"tram\.yml: unknown key 'titel'"):
        edited("titel: A\n", section="Local")


def test_a_value_that_no_sidecar_may_have_is_refused():
    with pytest.raises(ConfigError, match="language"):
        edited("", language="English")


def test_a_sidecar_that_cannot_be_edited_is_reported():
    with pytest.raises(NotEditable, match="Write section: Local into it"):
        edited("? title\n: A\n", section="Local")


@pytest.mark.parametrize("text", ["no", "012", "1.5", "a: b", "# x", "[a]", "- x", "'", '"', "é\n"])
def test_a_text_stays_a_text(text):
    assert parse(Sidecar, f"title: {scalar(text)}\n", "").title == text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=60))
def test_any_title_reads_back(text):
    try:
        expected = parse(Sidecar, f"title: {scalar(text)}\n", "").title
    except ConfigError:  # a title of spaces
        return
    found = parse(Sidecar, edited(KEPT, title=text), "")
    assert found.title == expected
    assert found.section == "Crime"
    assert found.comment == "Two lines,\n# this is one of them"
