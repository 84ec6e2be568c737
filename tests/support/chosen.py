"""Texts kept beside the project, each with the words by which others said what it is about.

Three kinds of others: readers who gave keyphrases, outlets that told the same event in headlines
of their own, and the article's own editors, who described a page for those who have not read it.
"""

import datetime as dt
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from generator.analyse.text.tokens import stem, stop_words
from generator.config import Limits
from generator.models import Article, Block, Source
from generator.text import squeeze
from generator.understand import understand
from paths import CORPUS

DAY = dt.date(2026, 11, 25)
LANGUAGES = {"wikinews_fr_kp": "fr"}
DESCRIPTIONS = ("og:description", "description", "twitter:description")
FEWEST = 5  # words of a description that the text has: fewer describe the site, not the article
COPIED = (
    0.5  # share of a description that stands in the text as it is: more, and it was cut from it
)


@dataclass(frozen=True)
class Told:
    """An article and what others said of it: stems, or stems of phrases joined by spaces."""

    article: Article
    gold: frozenset[str]


def held_out(name: str) -> bool:
    """Return whether the text or event of this name is in the half that nothing was chosen by."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


def keyphrases(name: str, *, half: bool) -> Iterator[Told]:
    """Yield texts with the phrases that readers gave them: those held out, or the other half."""
    language = LANGUAGES.get(name, "en")
    for row in rows("keywords"):
        if row["set"] == name and held_out(row["id"]) == half:
            phrases = (" ".join(stems(text, language)) for text in row["keywords"])
            yield Told(_article(row, language), frozenset(phrases))


def headlines(name: str, *, half: bool) -> Iterator[Told]:
    """Yield articles with the words that other headlines on the same event have.

    All articles on an event are in the same half.
    """
    events = defaultdict(list)
    for row in rows("events"):
        if row["set"] == name and held_out(str(row["event"])) == half:
            events[row["event"]].append(row)
    for found in events.values():
        for row in found:
            titles = " ".join(text["title"] for text in found if text is not row)
            if titles:
                yield Told(_article(row, "en"), _telling(titles, "en"))


def news(_: str, *, half: bool, every: int = 1) -> Iterator[Told]:
    """Yield saved pages of news sites, one of so many, with the words of their own descriptions."""
    files = [row["file"] for row in rows("html") if row["file"].startswith("fundus/")]
    for file in [file for file in files if held_out(file) == half][::every]:
        data = (CORPUS / "html" / file).read_bytes()
        description = _description(data)
        if not description:
            continue
        article = next(iter(understand(Source(file, data, "", DAY), Limits()).articles), None)
        if article:
            yield from _in_its_own_words(article, description)


def _description(data: bytes) -> str:
    metas = html.document_fromstring(data).iter("meta")
    said = (
        meta.get("content") or ""
        for meta in metas
        if (meta.get("property") or meta.get("name") or "").lower() in DESCRIPTIONS
    )
    return squeeze(max(said, key=len, default=""))


def _in_its_own_words(article: Article, description: str) -> Iterator[Told]:
    """Yield the article without its standfirst, if the description is not cut from its text.

    Only words that the text has can be covered by its sentences.
    """
    blocks = tuple(block for block in article.blocks if block.text != article.standfirst)
    text = " ".join(block.text for block in blocks)
    gold = _telling(description, article.language) & set(stems(text, article.language))
    if len(gold) >= FEWEST and _run(words(description), words(text)) <= COPIED:
        yield Told(_replaced(article, blocks), gold)


def _replaced(article: Article, blocks: tuple[Block, ...]) -> Article:
    return Article(article.source, "", DAY, article.title, blocks, article.language)


def _run(some: list[str], others: list[str]) -> float:
    """Return the share of the words that stand in the others as they are, in one run."""
    longest, before = 0, [0] * (len(others) + 1)
    for word in some:
        now = [0] + [
            n + 1 if word == other else 0 for n, other in zip(before, others, strict=False)
        ]
        longest, before = max(longest, *now), now
    return longest / len(some)


def rows(name: str) -> list[dict]:
    """Return the records of a part of the corpus."""
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _article(row: dict, language: str) -> Article:
    blocks = tuple(Block(word) for word in row["body"].split("\n") if word.strip())
    return Article(row["id"], "", DAY, row["title"] or "", blocks, language)


def _telling(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words that mean something."""
    found = (word for word in words(text) if len(word) > 2 and word not in stop_words(language))
    return frozenset(stem(word, language) for word in found)


def stems(text: str, language: str) -> list[str]:
    """Return the stems of all words of a text."""
    return [stem(word, language) for word in words(text)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def covered(chosen: Iterable[str], told: Told) -> float:
    """Return the share of what others said that stands in some sentences."""
    said = " | ".join(" ".join(stems(text, told.article.language)) for text in chosen)
    return sum(f" {phrase} " in f" {said} " for phrase in told.gold) / len(told.gold)
