"""What front matter keeps back stays back, whatever tool it was written for."""

import datetime as dt

import pytest

import sources
from generator.config import Limits
from generator.models import Source, Understood
from generator.understand import markdown

BODY = "# Quay opens\n\nThe quay opened on Friday.\n\nForty people came.\n"


def read(front: str) -> Understood:
    text = front if front.startswith("+++") else f"---\n{front}\n---\n"
    return sources.read("quay.md", f"{text}{BODY}", markdown)


@pytest.mark.parametrize(
    "front",
    [
        "draft: true",
        "draft: yes",
        "isDraft: true",
        "published: false",
        "publish: no",
        "status: draft",
        "Status: Hidden",
        "status: private",
        "draft: false\npublished: false",
        "+++\npublished = false\n+++\n",
    ],
)
def test_drafts_of_other_tools(front):
    (article,) = read(front).articles
    assert article.draft
    assert article.problems == ()


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("published: true", None),
        ("published: 2025-05-03", "2025-05-03"),
        ("status: published", None),
        ("status: final", None),
        ("draft: no", None),
        ("draft:", None),
    ],
)
def test_what_is_to_be_published_is(front, date):
    (article,) = read(front).articles
    assert not article.draft
    assert (article.date and str(article.date)) == date


@pytest.mark.parametrize(
    "front",
    [
        "drft: true",
        "darft: yes",
        "drafts: true",
        "save_as_draft: true",
        "draft: perhaps",
        "title: [\ndraft: true",  # can't be read
        "title: [\npublished: false",
    ],
)
def test_what_may_mean_a_draft_is_kept_back_with_an_error(front):
    found = read(front)
    assert found.articles == ()
    (problem,) = found.problems
    assert problem.level == "error"
    assert "not published" in problem.message


def test_a_key_that_is_like_it_and_says_no_keeps_nothing_back():
    (article,) = read("drft: false").articles
    assert not article.draft


def test_a_colon_without_quotes_is_read_literally_and_reported():
    found = read("title: Bridge: 'closed' until spring\nauthor: Jane Doe")
    (article,) = found.articles
    assert (article.title, article.authors) == ("Bridge: 'closed' until spring", ("Jane Doe",))
    (problem,) = article.problems
    assert (problem.level, "line 2" in problem.message) == ("warning", True)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "The "quiet hour" rule"', 'The "quiet hour" rule'),
        ("title: 'It's closed'", "It's closed"),
        ("title: [Bridge] stays closed", "[Bridge] stays closed"),
        ("title: @jane on bridges", "@jane on bridges"),
        ("title: *Bridge* stays closed", "*Bridge* stays closed"),
        ("title: 50% of the bridge\n\ttags: roads", "50% of the bridge"),
    ],
)
def test_a_value_that_yaml_cannot_read_is_read_literally_and_reported(line, title):
    found = read(f"{line}\nauthor: Jane Doe\nstatus: published")
    (article,) = found.articles
    assert (article.title, article.authors) == (title, ("Jane Doe",))
    assert "line 2" in article.problems[0].message


def test_a_clippers_template_without_its_values_states_nothing():
    (article,) = read("title: {{title}}\nauthor: Jane Doe").articles
    assert (article.title, article.authors) == ("Quay opens", ("Jane Doe",))
    assert "'title'. It was left out" in article.problems[0].message


def test_keywords_of_org_are_front_matter():
    text = f"#+TITLE: The quay\n#+AUTHOR: Jane Doe\n#+DATE: 2025-05-03\n\n{BODY}"
    (article,) = sources.read("quay.md", text, markdown).articles
    assert (article.title, article.authors) == ("The quay", ("Jane Doe",))
    assert str(article.date) == "2025-05-03"


def test_a_text_of_one_paragraph_is_no_title():
    text = "---\n- a\n---\nThe bridge stays closed until spring, the city said on Friday.\n"
    source = Source("a.md", text.encode(), "", dt.date(2025, 6, 1), {})
    (problem,) = markdown.read(source, Limits()).problems
    assert "no title was found" in problem.message
    assert "no text" not in problem.message
