"""What `inspect --explain` adds: why candidates and sentences were chosen or rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from generator.analyse import rejected_phrases, sentence_verdicts
from generator.config import Settings
from generator.models import Article, Source
from generator.pipeline import Collection
from generator.relate import explain
from generator.run.console import Console
from generator.understand import considered

Item = Mapping[str, object]
_TEXT, _REASON = 110, 34  # characters that are printed


def explained(collection: Collection, settings: Settings) -> list[dict[str, object]]:
    """Return for each article its `candidates` and `sentences` as plain data."""
    decided = explain(collection.articles, collection.analyses, settings)
    return [
        {
            "candidates": [
                {
                    "text": decision.text,
                    "odds": round(decision.odds, 3),
                    "worth": round(decision.worth, 3),
                    "dropped": decision.dropped or None,
                }
                for decision in decisions
            ]
            + [
                {"text": text, "odds": None, "worth": None, "dropped": reason}
                for text, reason in rejected_phrases(article)
            ],
            "sentences": _sentences(article),
        }
        for article, decisions in zip(collection.articles, decided, strict=True)
    ]


def _sentences(article: Article) -> list[dict[str, object]]:
    return [
        {
            "text": verdict.point.text,
            "paragraph": verdict.point.paragraph,
            "sentence": verdict.point.sentence,
            "dropped": verdict.dropped or None,
        }
        for verdict in sentence_verdicts(article)
    ]


def head_of(article: Article, root: Path) -> dict[str, object]:
    """Return what was considered for the fields in the head of an article from a pasted page."""
    try:
        data = (root / article.source).read_bytes()
    except OSError:
        return {"head": []}
    source = Source(article.source, data, article.sha256, article.collected)
    return {
        "head": [
            {"field": item.field, "text": item.text, "lacks": item.lacks or None}
            for item in considered(source)
        ]
    }


def print_explained(record: Item, console: Console) -> None:
    """Print, for a person, what `explained` has added to a record, if anything."""
    _print_head(cast(Sequence[Item], record.get("head", ())), console)
    _print_candidates(cast(Sequence[Item], record.get("candidates", ())), console)
    _print_sentences(cast(Sequence[Item], record.get("sentences", ())), console)


def _print_head(head: Sequence[Item], console: Console) -> None:
    if head:
        console.say("  considered for section, outlet, place and authors:")
    for item in head:
        _say(f"    {item['field']}: {item['text']}", item["lacks"], console)


def _print_candidates(candidates: Sequence[Item], console: Console) -> None:
    """Print the keyword candidates that have a score, then the rejected phrases by reason."""
    scored = [candidate for candidate in candidates if candidate["odds"] is not None]
    if scored:
        console.say("  candidates (value as a tag; log-odds of being a keyword):")
        for candidate in scored:
            line = f"    {candidate['worth']:6.2f} {candidate['odds']:6.2f}  {candidate['text']}"
            _say(line, candidate["dropped"], console)
    unfit: dict[object, list[str]] = defaultdict(list)
    for candidate in candidates:
        if candidate["odds"] is None:
            unfit[candidate["dropped"]].append(str(candidate["text"]))
    if unfit:
        console.say("  rejected phrases, and why:")
    for reason, texts in unfit.items():
        console.say(f"    {reason}: {', '.join(texts)}", "dim")


def _print_sentences(sentences: Sequence[Item], console: Console) -> None:
    if sentences:
        console.say("  sentences (paragraph.sentence) as key points:")
    for sentence in sentences:
        place = f"{sentence['paragraph']}.{sentence['sentence']}"
        verdict = str(sentence["dropped"] or "KEY POINT")
        line = f"    {place:>6}  {verdict:{_REASON}.{_REASON}}  {str(sentence['text'])[:_TEXT]}"
        console.say(line, "dim" if sentence["dropped"] else "green")


def _say(line: str, dropped: object, console: Console) -> None:
    if dropped:
        console.say(f"{line}  ({dropped})", "dim")
    else:
        console.say(line, "green")
