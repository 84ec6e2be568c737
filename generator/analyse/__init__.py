"""`Article` → `Analysis`: keywords, key points and quotations, from one article alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.analyse.figures import figures
from generator.analyse.key_points import Verdict, verdicts
from generator.analyse.keywords.authors import is_author_or_outlet
from generator.analyse.keywords.features import Described, describe
from generator.analyse.keywords.phrases import phrases
from generator.analyse.keywords.weights import weigh
from generator.analyse.mentioned_dates import dates_of
from generator.analyse.quotes import quotations
from generator.analyse.summary import summary
from generator.analyse.text.sentences import sentences
from generator.analyse.text.token import Text, Token
from generator.analyse.text.tokens import tokenize
from generator.analyse.text.unspaced import insert_word_spaces, join_words
from generator.analyse.text.word_forms import stem as stem_of
from generator.analyse.text.word_lists import stop_words
from generator.credits import without_credits
from generator.models import Analysis, Article
from generator.story_models import Sentence

# A longer run of letters without a space or mark is neither word nor clause, and costs time.
_NO_WORD = re.compile(r"(\w{1000})\w+")
_WORDS = 6000  # of an article that are analysed; YAKE's time grows faster than the text
_CANDIDATES = 60  # kept for the collection to choose from
_TERMS = 400  # kept for finding related articles
_PART = 4  # letters of a part of a hyphenated word that means something by itself


def analyse(article: Article) -> Analysis:
    """Return the analysis of one article, independent of the others."""
    text, lines = text_of(article)
    candidates = tuple(
        weigh(phrase, article.language) for phrase in _described(article, text, lines)
    )
    ahead, mentioned = dates_of(article)
    found = verdicts(article, text)
    points = tuple(verdict.point for verdict in found if not verdict.dropped)
    return Analysis(
        summary=summary(article, points),
        candidates=candidates,
        terms=_terms(text),
        headline=_headline(text),
        names=_headline_names(text),
        sentences=tuple(_sentences(article, found)),
        key_points=points,
        quotes=quotations(article),
        ahead=ahead,
        mentioned=mentioned,
    )


def candidates(article: Article) -> list[Described]:
    """Return the candidate keywords of an article with their features."""
    return _described(article, *text_of(article))


def _described(article: Article, text: Text, lines: Sequence[str]) -> list[Described]:
    made = [describe(phrase, text) for phrase in phrases(text, lines)]
    found = [
        phrase
        for phrase in made
        if isinstance(phrase, Described) and not is_author_or_outlet(article, phrase.text)
    ]
    found.sort(key=lambda phrase: (-phrase.features[0], phrase.text))  # YAKE's best first
    return found[:_CANDIDATES]


def rejected_phrases(article: Article) -> list[tuple[str, str]]:
    """Return the rejected phrases of an article, each with the reason."""
    text, lines = text_of(article)
    found = []
    for phrase in phrases(text, lines):
        number, start, end = phrase.places[0]
        made = describe(phrase, text)
        if isinstance(made, str):
            words = (token.text for token in text.sentences[number][start:end])
            found.append((join_words(words, article.language), made))
        elif is_author_or_outlet(article, made.text):
            found.append((made.text, "who wrote or published it"))
    return found


def sentence_verdicts(article: Article) -> list[Verdict]:
    """Return the verdict on each sentence of an article as a key point."""
    return verdicts(article, text_of(article)[0])


def text_of(article: Article) -> tuple[Text, list[str]]:
    """Return the tokens of an article, headline first, and the lines that they come from."""
    lines = [article.title, *(block.text for block in article.blocks)]
    lines = [without_credits(_NO_WORD.sub(r"\1", line)) for line in _start(lines)]
    lines = insert_word_spaces(lines, article.language, stop_words(article.language))
    found = (sentence for line in lines[1:] for sentence in sentences(line, article.language))
    return tokenize([lines[0], *found], article.language), lines


def _start(lines: Sequence[str]) -> list[str]:
    """Return the lines up to the limit of words."""
    found, words = [], 0
    for line in lines:
        if words > _WORDS:
            break
        found.append(line)
        words += len(line.split()) + len(line) // 50
    return found


def _headline(text: Text) -> tuple[str, ...]:
    """Return the stems of the headline's content words, each once."""
    stems = (stem for token in text.sentences[0] for stem in _stems(token, text.language))
    return tuple(sorted(set(stems)))


def _headline_names(text: Text) -> tuple[str, ...]:
    """Return the stems of the names in the headline."""
    names = {token.stem for token in text.sentences[0] if token.kind == "name"}
    return tuple(sorted(name for name in names if len(name) > 1))


def _sentences(article: Article, found: Iterable[Verdict]) -> Iterator[Sentence]:
    """Yield the running sentences, by their places in the article."""
    for verdict in found:
        text, at = verdict.point.text, verdict.point.paragraph
        start = article.blocks[at].text.find(text)
        if verdict.running and start >= 0:
            yield Sentence(
                at,
                start,
                start + len(text),
                " ".join(sorted(verdict.stems)),
                verdict.alone,
                figures(text, article.language),
            )


def _terms(text: Text) -> tuple[tuple[str, int], ...]:
    """Return the stems of content words with their counts; headline words count twice."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(text.sentences):
        weight = 2 if number == 0 else 1
        for token in sentence:
            for stem in dict.fromkeys(_stems(token, text.language)):
                counts[stem] += weight
    return tuple(sorted(counts.items(), key=lambda term: (-term[1], term[0]))[:_TERMS])


def _stems(token: Token, language: str) -> Iterator[str]:
    """Yield the stem of a content word, and those of its parts ("Malaria-Impfstoff")."""
    if token.content and len(token.stem) > 1:
        yield token.stem
        if "-" in token.low:
            parts = (part for part in token.low.split("-") if len(part) >= _PART)
            yield from (stem_of(part, language) for part in parts)
