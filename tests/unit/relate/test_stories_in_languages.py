"""Stories in four languages, and across them: names carry, as far as the alphabet goes."""

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from articles import articles_of
from generator.analyse import analyse
from generator.config import Settings
from generator.relate import relate

ROWS = yaml.safe_load(Path(__file__).with_name("stories_in_four_languages.yml").read_text())
LANGUAGES = ("en", "de", "fr", "ru")
LATIN = ("en", "de", "fr")


def events_by_story(rows):
    articles = articles_of(rows)
    insights = relate(articles, list(map(analyse, articles)), Settings())
    return [insight.story for insight in insights]


@pytest.fixture(scope="module")
def stories():
    return events_by_story(ROWS)


def pairs(stories, wanted):
    """Count the pairs of articles of one event that share a story, and those that do not."""
    found = Counter()
    for left, right in combinations(range(len(ROWS)), 2):
        same = ROWS[left]["event"] == ROWS[right]["event"]
        if same and wanted(ROWS[left]["language"], ROWS[right]["language"]):
            found[stories[left] is not None and stories[left] == stories[right]] += 1
    return found


def test_no_story_has_two_events(stories):
    events = defaultdict(set)
    for row, story in zip(ROWS, stories, strict=True):
        events[story].add(row["event"])
    assert [found for story, found in events.items() if story and len(found) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_reports_in_one_language_are_one_story(stories, language):
    found = pairs(stories, lambda left, right: left == right == language)
    assert found == {True: 1}


def test_names_link_articles_in_languages_of_one_alphabet(stories):
    found = pairs(stories, lambda left, right: left != right and {left, right} <= set(LATIN))
    assert found[True] > found.total() / 2  # 10 of 18


def test_another_alphabet_keeps_articles_apart(stories):
    found = pairs(stories, lambda left, right: (left == "ru") != (right == "ru"))
    assert found[True] == 0


def report(event, language, date, title, text):
    return {"event": event, "language": language, "date": date, "title": title, "text": text}


INTERVIEW = report(
    "interview",
    "de",
    "2025-09-04",
    "Gespräch mit Rainer",
    "Rainer arbeitet seit zwölf Jahren als Pfleger auf der Station. Rainer sagt, dass er nie daran "
    "dachte zu gehen. Die Nachtschichten teilt er sich mit zwei Kolleginnen.",
)
ALBUM = report(
    "album",
    "en",
    "2025-09-04",
    "Silver Rain",
    "The title track of her third album, Silver Rain looks back on a summer without any rain. The "
    "singer wrote it alone at the piano, and the band heard Silver Rain only in the studio.",
)
BANK = report(
    "bank",
    "de",
    "2025-09-05",
    "Notenbank räumt Fehler bei der Aufsicht über die Delta Valley Bank ein",
    "Die Notenbank hat bei der Aufsicht über die Delta Valley Bank Fehler gemacht. Der Bericht "
    "nennt fehlende Prüfer. Die Delta Valley Bank war im Frühjahr zusammengebrochen.",
)
CANDIDATE = report(
    "candidate",
    "en",
    "2025-09-05",
    "Family of Orson Pell gives early support to senator Mae Quill",
    "The family of Orson Pell has given 40,000 crowns to senator Mae Quill, who faces a hard race. "
    "She had opposed new rules after the fall of the Delta Valley Bank. Quill thanked the family.",
)


@pytest.mark.parametrize("pair", [(INTERVIEW, ALBUM), (BANK, CANDIDATE)])
def test_one_shared_word_or_name_in_passing_makes_no_story_of_two_languages(pair):
    assert events_by_story([*ROWS, *pair])[-2:] == [None, None]
