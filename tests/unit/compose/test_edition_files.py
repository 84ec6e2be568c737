"""What the editor says of editions and articles: where it applies, and what has no effect."""

import datetime as dt

import pytest

from generator.compose.article.editorial_front_matter import (
    from_front_matter,
    placed,
    to_front_matter,
)
from generator.compose.edition_files import EditionFiles
from generator.config import Corrections, Settings
from generator.corrections import corrected, corrections
from generator.editions import EditionFile, load_editions
from generator.editorial import NO_WORD, Editorial
from generator.models import Article, Block
from generator.moments import Moment
from generator.validation import ConfigError, parse

TEXT = "The bridge reopened on Sunday. “We waited two years,” said the mayor."


def article(source="2025/bridge.txt", day="2025-08-29", **facts):
    date = Moment.parse(day) if day else None
    blocks = (Block("It rained."), Block(TEXT))
    return Article(source, "", dt.date(2025, 9, 3), "Title", blocks, "en", date=date, **facts)


def led(text, *articles, edition="2025-W35", settings=Settings()):  # noqa: B008 - frozen
    applier = EditionFiles({edition: parse(EditionFile, text, "file.yml")}, settings)
    made = [applier.applied(found) for found in articles]
    return made, [(problem.code, problem.message) for problem in applier.problems()]


def test_a_file_of_an_edition_speaks_of_its_articles():
    text = "articles: {2025/bridge.txt: {lead: true, weight: 3, comment: Trams, rights: excerpt}}"
    (made,), problems = led(text, article())
    assert made.editorial == Editorial(lead=True, weight=3, comment="Trams")
    assert (made.rights, problems) == ("excerpt", [])


def test_what_it_sets_goes_before_the_sidecar_and_leaves_the_rest():
    before = corrected(article(), {"weight": 1, "comment": "From the sidecar"}, "sidecar")
    (made,), _ = led("articles: {2025/bridge.txt: {weight: -5}}", before)
    assert made.editorial == Editorial(weight=-5, comment="From the sidecar")
    assert corrections(before) == {"weight": 1, "comment": "From the sidecar"}


def test_an_undated_article_is_of_the_edition_of_its_collection():
    text = "articles: {2025/bridge.txt: {pin: true}}"
    (made,), problems = led(text, article(day=None), edition="2025-W36")
    assert made.editorial.pin
    assert problems == []


@pytest.mark.parametrize(
    ("text", "edition", "words"),
    [
        ("articles: {2025/bridg.txt: {}}", "2025-W35", ["Did you mean '2025/bridge.txt'?"]),
        ("articles: {x: {}}", "2025-W35", ["'x'", "seeds/"]),
        ("articles: {feed.xml: {}}", "2025-W35", ["several articles", "like 'feed.xml#id-1'"]),
        ("note: Hello", "2025-35", ["no edition '2025-35'", "such as 2025-W35"]),
        ("note: Hello", "2025-W34", ["no edition '2025-W34'"]),
    ],
)
def test_what_has_no_effect_is_named(text, edition, words):
    entry = article("feed.xml", entry="id-1")
    _, ((_, message),) = led(text, article(), entry, edition=edition)
    for word in words:
        assert word in message


def test_an_article_of_another_edition_is_named_with_its_file():
    files = {
        "2025-W35": parse(EditionFile, "note: Hello", "a"),
        "2025-W34": parse(EditionFile, "articles: {2025/bridge.txt: {lead: true}}", "b"),
    }
    applier = EditionFiles(files, Settings())
    earlier = applier.applied(article("other.txt", "2025-08-20"))
    made = applier.applied(article())
    (problem,) = applier.problems()
    assert (earlier.editorial, made.editorial) == (NO_WORD, NO_WORD)
    assert problem.source == "site_config/editions/2025-W34.yml"
    assert "say it in site_config/editions/2025-W35.yml" in problem.message


def test_two_leads_of_one_edition_are_named():
    leads = [corrected(article(name), {"lead": True}, "sidecar") for name in ("a.txt", "b.txt")]
    _, ((code, message),) = led("note: Hello", *leads)
    assert code == "several-leads"
    assert "b.txt" in message


def test_an_edition_of_hidden_articles_does_not_exist():
    _, ((code, _),) = led("articles: {2025/bridge.txt: {hide: true}}", article())
    assert code == "no-edition"


@pytest.mark.parametrize(
    ("quote", "rights", "words"),
    [
        ("We waited three years", "full", "not its text"),
        ("said the mayor", "link", "may not be published"),
    ],
)
def test_a_pull_quote_that_can_not_be_shown_is_named(quote, rights, words):
    said = corrected(article(rights=rights), {"pull_quote": quote}, "sidecar")
    _, ((code, message),) = led("note: Hello", said)
    assert (code, words in message) == ("pull-quote", True)


def test_a_pull_quote_is_shown_as_the_text_has_it():
    blocks = list(enumerate(article().blocks))
    said = placed(Editorial(pull_quote='"We waited  two years,"'), blocks)
    assert (said.pull_quote, said.paragraph) == ("“We waited two years,”", 1)
    assert placed(Editorial(pull_quote="never said"), blocks) == NO_WORD


def test_front_matter_has_what_is_set_and_bears_manual_edits():
    said = Editorial(lead=True, weight=-2, comment="Why", pull_quote="It rained.", paragraph=0)
    assert to_front_matter(NO_WORD) == {}
    assert from_front_matter(to_front_matter(said)) == said
    assert from_front_matter({"lead": "yes", "weight": [], "comment": 3}) == NO_WORD
    assert from_front_matter("lead") == NO_WORD


@pytest.mark.parametrize(
    ("model", "text", "words"),
    [
        (EditionFile, "notes: Hello", "unknown key 'notes'. Did you mean 'note'?"),
        (EditionFile, "articles: {a.txt: {coment: x}}", "Did you mean 'comment'?"),
        (EditionFile, "articles: {a.txt: {title: x}}", "unknown key"),
        (Corrections, "weight: 101", "'weight' can't be '101': write 100 or less"),
        (Corrections, "weight: heavy", "write a whole number"),
        (Corrections, "lead: perhaps", "write true or false"),
        (Corrections, f"comment: {'x' * 1001}", "write at most 1000 characters"),
        (Corrections, "rights: none", "write 'full', 'excerpt' or 'link'"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(model, text, words):
    with pytest.raises(ConfigError) as caught:
        parse(model, text, "file.yml")
    assert words in str(caught.value)


def test_edition_files_are_found_by_their_names(tmp_path):
    folder = tmp_path / "site_config/editions"
    folder.mkdir(parents=True)
    (folder / "2025-W35.yml").write_text("note: |\n  One.\n\n  Two.\nfront: Three.\n")
    assert load_editions(tmp_path) == {"2025-W35": EditionFile(note="One.\n\nTwo.", front="Three.")}
    (folder / "2025-W35.yml").write_text("frond: x\n")
    with pytest.raises(ConfigError, match=r"site_config/editions/2025-W35\.yml: .*'front'"):
        load_editions(tmp_path)
