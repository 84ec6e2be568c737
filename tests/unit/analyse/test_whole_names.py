"""Whole names and no pieces of them, in many languages: a text and what must come of it each."""

from pathlib import Path

import pytest
import yaml

from articles import make_article
from generator.analyse import analyse
from generator.config import Settings
from generator.relate import relate

HERE = Path(__file__).parent / "languages"


def keywords(language):
    """Return what a text must and must not give, and its keywords."""
    expected = yaml.safe_load((HERE / f"{language}.yml").read_text(encoding="utf-8"))
    lines = expected["text"].splitlines()
    article = make_article(*lines, title=expected["title"], language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    return expected, [keyword.text for keyword in insight.keywords]


@pytest.mark.parametrize("language", sorted(path.stem for path in HERE.glob("*.yml")))
def test_names_are_whole(language):
    wanted, found = keywords(language)
    assert set(wanted["names"]) - set(found) == set()
    assert {word for word in found if word in wanted["never"]} == set()


def german_keywords(text, title):
    article = make_article(text, title=title, language="de")
    (insight,) = relate((article,), [analyse(article)], Settings())
    return [keyword.text for keyword in insight.keywords]


def test_a_german_surname_is_shown_with_the_first_name_not_with_what_describes_it():
    text = (
        "Die Reederei behält Alexander Brandt. Seit zehn Jahren führt Brandt die Reederei. Der "
        "Wirkstoff Zorvin hilft gegen Rost. Zorvin ist neu. Kanzler Brandt lobte Zorvin."
    )
    found = german_keywords(text, "Brandt bleibt, Zorvin kommt")
    assert "Alexander Brandt" in found
    assert "Zorvin" in found
    assert not {"Brandt", "Wirkstoff Zorvin", "Kanzler Brandt"} & set(found)


def test_a_german_surname_after_a_relative_pronoun_is_a_name():
    text = (
        "Im Hafen von Nordheim stritten Tiemo Ralken und die Reeder. Das Angebot, das Ralken "
        "vorlegte, war gering. Am Abend sprach Ralken mit allen Reedern. Später lehnte Ralken ab. "
        "Dann ging Ralken, und am Morgen kam Ralken zurück. Einen Vertrag will Tiemo Ralken "
        "im Mai vorlegen."
    )
    found = german_keywords(text, "Hafen: Ralken streitet mit Reedern")
    assert "Tiemo Ralken" in found
    assert "Ralken" not in found
