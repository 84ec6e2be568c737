"""What the editor is asked, and that an answer is heard: by a correction, or by `settled`."""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest

from generator.config import Corrections, Limits
from generator.models import Doubt, Problem, Source, Understood
from generator.moments import Moment
from generator.understand import understand
from generator.understand.editor.sidecar_corrections import correct
from generator.validation import ConfigError, parse
from paths import ROOT

BODY = (
    "The harbour bridge reopened on Sunday morning after two years of repairs, the city said. "
    "Engineers replaced the bearings and every one of the four hundred deck plates, and the trams "
    "will cross the bridge again from Monday on, first on the two lines to the northern suburbs."
)
WHOLE = f"The old harbour bridge reopens\nLocal\n12 May 2024\n\n{BODY}\n"


def problems(text: str, name: str = "2024/bridge.txt", **sidecar: object) -> list[Problem]:
    source = Source(name, text.encode(), "0" * 64, dt.date(2024, 6, 1), sidecar)
    (article,) = understand(source, Limits()).articles
    return list(article.problems)


def doubts(text: str, name: str = "2024/bridge.txt", **sidecar: object) -> list[Problem]:
    return [problem for problem in problems(text, name, **sidecar) if problem.level == "doubt"]


def test_an_article_that_states_everything_raises_no_doubt():
    assert doubts(WHOLE) == []


def test_a_whole_article_whose_page_names_subscribers_raises_no_doubt():
    more = "\n".join(f"{BODY} That was the news of day {day}." for day in range(1, 6))
    assert doubts(f"{WHOLE}{more}\n\nSubscribe now to continue reading\n") == []


RAISED = [
    ("no-date", WHOLE.replace("12 May 2024\n", ""), {"date": Moment.parse("2024-05-12")}),
    ("year-inferred", WHOLE.replace("12 May 2024", "12 May"), {"date": Moment.parse("2024-05-12")}),
    ("no-section", WHOLE.replace("Local\n", ""), {"section": "Local"}),
    ("short-body", WHOLE.replace(BODY, BODY[:89]), None),
    ("cut-off", WHOLE.replace(BODY, f"{BODY} The mayor asked the cooperative …"), None),
    (
        "paywall",
        f"{WHOLE}\nSubscribe now to continue reading\nAlready a subscriber? Sign in\n",
        None,
    ),
]


@pytest.mark.parametrize(("code", "text", "answer"), RAISED, ids=[case[0] for case in RAISED])
def test_a_doubt_names_the_file_that_answers_it_and_an_answer_ends_it(code, text, answer):
    (doubt,) = doubts(text)
    assert (doubt.source, doubt.level, doubt.code) == ("2024/bridge.txt", "doubt", code)
    assert "2024/bridge.yml" in doubt.message
    assert doubts(text, settled=(code,)) == []
    assert answer is None or doubts(text, **answer) == []


@pytest.mark.parametrize(
    ("sidecar", "left"),
    [
        ({}, ["title-candidates"]),
        ({"settled": ("title-candidates",)}, []),
        ({"title": "Bridge reopens"}, []),
        ({"section": "Local"}, ["title-candidates"]),
    ],
)
def test_what_the_reader_of_a_format_doubts_is_answered_too(sidecar, left):
    source = Source("bridge.txt", WHOLE.encode(), "0" * 64, dt.date(2024, 6, 1), sidecar)
    (article,) = understand(source, Limits()).articles
    doubt = Problem("bridge.txt", "doubt", "the title may also be another", "title-candidates")
    found = correct(Understood((replace(article, problems=(doubt,)),)), source)
    assert [problem.code for problem in found.articles[0].problems] == left


def test_an_answer_to_another_doubt_changes_nothing():
    (doubt,) = doubts(WHOLE.replace("Local\n", ""), settled=("no-date",), place="Northport")
    assert doubt.code == "no-section"


def test_markdown_is_answered_in_its_front_matter():
    text = f"---\ntitle: The old harbour bridge reopens\ndate: 2024-05-12\n---\n\n{BODY}\n"
    (doubt,) = doubts(text, "bridge.md")
    assert "front matter" in doubt.message
    assert doubts(text.replace("title:", "settled: [no-section]\ntitle:"), "bridge.md") == []
    assert doubts(text.replace("title:", "section: Local\ntitle:"), "bridge.md") == []


def test_a_date_after_the_day_of_collection_is_a_warning_that_builds_name():
    (problem,) = problems(WHOLE, date=Moment.parse("2030-01-01"))
    assert (problem.code, problem.level) == ("future-date", "warning")
    assert "2030-01-01" in problem.message
    assert problems(WHOLE, date=Moment.parse("2030-01-01"), settled=("future-date",)) == []


def test_every_doubt_is_explained_and_no_other_can_be_settled():
    docs = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert [name for name in get_args(Doubt) if f"`{name}`" not in docs] == []
    with pytest.raises(ConfigError, match="'no-date'"):
        parse(Corrections, "settled: [no-dat]", "a.yml")
