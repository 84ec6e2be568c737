"""`Article` → `Analysis`: what of an article can be known without the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from generator.analyse.features import described
from generator.analyse.key_points import Verdict, key_points, verdicts
from generator.analyse.lists import stop_words
from generator.analyse.phrases import phrases
from generator.analyse.sentences import sentences
from generator.analyse.token import Text
from generator.analyse.tokens import tokenised
from generator.analyse.unspaced import joiner, spaced
from generator.cache import Cache
from generator.limited import Lost
from generator.models import Analysis, Article, Candidate, Problem
from generator.parallel import Crew, Workers

T = TypeVar("T", bound=Hashable)
_SECONDS = 60.0  # per article
_WORDS = 6000  # of an article that are looked at; YAKE's time grows faster than the text
_CANDIDATES = 60  # kept for the collection to choose from
_TERMS = 400  # kept for finding related articles


def analyse(article: Article) -> Analysis:
    """Return what of an article can be known without the others."""
    text, lines = text_of(article)
    made = [described(phrase, text) for phrase in phrases(text, lines)]
    found = [one for one in made if isinstance(one, Candidate)]
    found.sort(key=lambda one: (-one.features[0], one.text))  # YAKE's best first
    return Analysis(tuple(found[:_CANDIDATES]), key_points(article, text), _terms(text))


def rejected(article: Article) -> list[tuple[str, str]]:
    """Return the phrases that the article itself rules out, each with the reason."""
    text, lines = text_of(article)
    found = []
    for phrase in phrases(text, lines):
        number, start, end = phrase.places[0]
        made = described(phrase, text)
        if isinstance(made, str):
            words = (token.text for token in text.sentences[number][start:end])
            found.append((joiner(article.language).join(words), made))
    return found


def weighed(article: Article) -> list[Verdict]:
    """Return the sentences of an article with what became of each as a key point."""
    return verdicts(article, text_of(article)[0])


def text_of(article: Article) -> tuple[Text, list[str]]:
    """Return the tokens of an article, the headline first, and the lines they are of."""
    lines = [article.title, *(block.text for block in article.blocks)]
    lines = spaced(_start(lines), article.language, stop_words(article.language))
    found = (one for line in lines[1:] for one in sentences(line, article.language))
    return tokenised([lines[0], *found], article.language), lines


def analyse_all(
    articles: Sequence[Article],
    *,
    cache: Path | None,
    crew: Crew,
    on_done: Callable[[], None],
) -> tuple[Analysis | Problem, ...]:
    """Return the analysis of each article, aligned; a `Problem` where there is none.

    `cache` is the folder where analyses of unchanged articles are kept, None to keep none.
    """
    kept = Cache(cache and cache / "analysed", Analysis)
    parts = [(one.title, one.blocks, one.language) for one in articles]
    known: list[Analysis | Problem | None] = [kept.get(*part) for part in parts]
    new = [at for at, one in enumerate(known) if one is None]
    for _ in range(len(known) - len(new)):
        on_done()
    found = Workers(analyse, crew, _SECONDS, on_done).run([articles[at] for at in new])
    for at, result in zip(new, found, strict=True):
        if isinstance(result, Lost):
            message = f"{result.reason}. Shorten the article."
            known[at] = Problem(articles[at].key, "error", message)
        else:
            known[at] = result
            kept.put(result, *parts[at])
    kept.prune()
    shared: dict[Hashable, Hashable] = {}
    return tuple(_sharing(one, shared) for one in known if one is not None)


def _sharing(found: Analysis | Problem, shared: dict[Hashable, Hashable]) -> Analysis | Problem:
    """Return the same with every text and number that another analysis has, too, held once.

    Analyses come from files and other processes, each with objects of its own: of ten thousand
    articles that would be most of the memory.
    """
    if isinstance(found, Problem):
        return found

    def once(value: T) -> T:
        return cast(T, shared.setdefault(value, value))

    candidates = tuple(
        Candidate(once(one.text), once(one.key), tuple(map(once, one.features)), one.name)
        for one in found.candidates
    )
    return replace(found, candidates=candidates, terms=tuple(map(once, found.terms)))


def _start(lines: Sequence[str]) -> list[str]:
    """Return the lines up to the limit of words."""
    found, words = [], 0
    for line in lines:
        if words > _WORDS:
            break
        found.append(line)
        words += len(line.split()) + len(line) // 50
    return found


def _terms(text: Text) -> tuple[tuple[str, int], ...]:
    """Return the stems of the words that mean something, the headline's twice, most often first."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(text.sentences):
        for token in sentence:
            if token.content and len(token.stem) > 1:
                counts[token.stem] += 2 if number == 0 else 1
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_TERMS])
