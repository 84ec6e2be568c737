"""Finds the speakers of an article's quotations, in order. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.quotes.clause import Credit
from generator.analyse.quotes.credit import Clause
from generator.analyse.quotes.credit_words import is_role, word_list, words_of
from generator.analyse.quotes.direct_speech import is_speech
from generator.analyse.quotes.finder import CreditFinder
from generator.analyse.quotes.marks import Span
from generator.analyse.quotes.mentions import Mention
from generator.analyse.quotes.paragraphs import Paragraph
from generator.analyse.quotes.people import People
from generator.analyse.quotes.pronouns import BLANK, Last, Pronouns, Speaker
from generator.languages import LANGUAGES
from generator.models import Block
from generator.quotations_and_dates import Quotation

_MARKS_ONLY = re.compile(r"[\W_]*")


class Speakers(Pronouns):
    """Finds the speaker of each quotation of one article."""

    def __init__(
        self,
        blocks: Sequence[Block],
        paragraphs: Sequence[Paragraph],
        people: People,
        spans: Sequence[Span],
    ) -> None:
        super().__init__(blocks, paragraphs, people)
        self.spans = spans
        self._places = CreditFinder(people)

    def quotations(self) -> tuple[Quotation, ...]:
        """Return the quotations that are speech, each with its speaker."""
        made = []
        for number, span in enumerate(self.spans):
            speaker = self._speaker(number)
            text = span.text(self.blocks)
            if not is_speech(text, span, self.paragraphs[span.block], speaker):
                continue
            if speaker is not None:
                block, start, _ = span.parts[-1]
                self.last = Last(block, start, speaker)
            name = speaker.name if speaker else None
            credited = speaker.credited if speaker and not name else None
            around = self._around(span)
            made.append(Quotation(text, span.block, span.start, name, credited, *around))
        return tuple(made)

    def _around(self, span: Span) -> tuple[str, str]:
        """Return the words of its sentence before and after a quotation, marks included."""
        first = self.paragraphs[span.block]
        block, start, end = span.parts[-1]
        last = self.paragraphs[block]
        before = first.text[first.sentence(span.start)[0] : span.start]
        after = last.text[end : last.sentence(max(start, end - 1))[1]]
        before, after = ("" if _MARKS_ONLY.fullmatch(text) else text for text in (before, after))
        if not before and not after:
            return "", ""
        opening = "" if span.dash else first.text[span.start : span.start + 1]
        closing = last.text[end - 1 : end] if span.closed and not span.dash else ""
        return (before + opening).lstrip(), (closing + after).rstrip()

    def _speaker(self, number: int) -> Speaker | None:
        span = self.spans[number]
        block, start, end = span.parts[-1]
        credit = self._places.behind(self.paragraphs[block], start, end)
        if credit is not None:
            return self._resolved(credit, block)
        credit = self._places.ahead(self.paragraphs[span.block], span.start)
        if credit is not None:
            return self._resolved(credit, span.block)
        credit = self._places.around(self.paragraphs[span.block], span.start)
        if credit is not None:
            return replace(self._resolved(credit, span.block), sure=False)
        found = self._same_as_neighbour(number)
        return replace(found, sure=False) if found is not None else self._unknown(span)

    def _unknown(self, span: Span) -> Speaker | None:
        """Return a speaker without a name, if the sentence has a verb of saying."""
        paragraph = self.paragraphs[span.block]
        places = paragraph.between(*paragraph.sentence(span.start))
        if not places or not Clause(paragraph, places, self.people).verbs():
            return None
        before = paragraph.text[: span.start].rstrip()
        last = before.rpartition(" ")[2].lower()
        return Speaker(sure=before[-1:] in {",", ":"} or last in word_list("that"))

    def _resolved(self, credit: Credit, number: int) -> Speaker:
        paragraph = self.paragraphs[number]
        if credit.pronoun is not None:
            return self.of_pronoun(credit, number)
        if credit.mention is not None:
            name = self.people.person(credit.mention)
            if name is not None:
                return Speaker(name)
            return Speaker(None, _phrase_of(paragraph, credit.mention))
        return self._of_phrase(credit, number)

    def _of_phrase(self, credit: Credit, number: int) -> Speaker:
        """Return who "the president" or "the Ohio senator" is, if the text is unambiguous."""
        phrase = (credit.phrase or "").strip(BLANK)
        language = self.paragraphs[number].language
        words = phrase.lower().split()
        office = _office_in(words, language)
        holders = self.people.offices.get(office[0], set()) if len(office) == 1 else set()
        if len(holders) == 1:
            return Speaker(next(iter(holders)))
        again = office and _is_definite(words, office, language)
        found = self._last_speaker(credit, number) if again else None
        return found or Speaker(None, phrase or None)

    def _last_speaker(self, credit: Credit, number: int) -> Speaker | None:
        """Return the last speaker, if a pronoun instead of a description would mean that person."""
        found = self.of_pronoun(replace(credit, pronoun="any"), number)
        is_last = self.last is not None and found is self.last.speaker
        return found if is_last and found.name else None

    def _same_as_neighbour(self, number: int) -> Speaker | None:
        """Return the speaker of a quotation whose sentence does not name one."""
        span = self.spans[number]
        paragraph = self.paragraphs[span.block]
        sentence = paragraph.sentence(span.start)
        places = paragraph.between(sentence[0], span.start)
        if places and paragraph.text[: span.start].rstrip()[-1:] == ":":
            begin = Clause(paragraph, places, self.people).beginning()
            return self._named_or_none(begin, span.block)
        if self._about_another(paragraph, sentence[0], span.start):
            return None
        found = self._in_earlier_sentences(span.block, sentence[0])
        if found is not None:
            return found
        whole = not paragraph.between(0, len(paragraph.text))
        return self._of_paragraph_before(span.block) if whole and span.block else None

    def _named_or_none(self, credit: Credit | None, block: int) -> Speaker:
        """Return the person whom a sentence is about, without a name if it is not certain."""
        found = self._resolved(credit, block) if credit is not None else Speaker()
        return found if found.name else Speaker()

    def _about_another(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Return whether words before a quotation name a person who did not speak before."""
        last = self.last.speaker.name if self.last is not None else None
        names = [self.people.person(mention) for mention in paragraph.outside(start, end)]
        return any(name is not None and name != last for name in names)

    def _in_earlier_sentences(self, block: int, at: int) -> Speaker | None:
        """Return the speaker in a paragraph's sentences before an offset, the nearest first."""
        last = self.last
        for start, end in reversed(self.paragraphs[block].sentences):
            if end > at:
                continue
            if last is not None and last.is_in(block, start, end):
                return last.speaker
            found = self._credited_in(block, start, end)
            if found is not None:
                return found
            if self._begins_with_another(block, start, end):
                return Speaker()
        return last.speaker if last is not None and last.block == block else None

    def _begins_with_another(self, block: int, start: int, end: int) -> bool:
        """Return whether a sentence is about a person who did not speak before."""
        places = self.paragraphs[block].between(start, end)
        begin = Clause(self.paragraphs[block], places, self.people).beginning() if places else None
        if begin is None or begin.mention is None:
            return False
        name = self.people.person(begin.mention)
        return name is not None and (self.last is None or name != self.last.speaker.name)

    def _of_paragraph_before(self, number: int) -> Speaker | None:
        """Return the speaker of the paragraph before one that consists of a quotation."""
        block = number - 1
        if self.last is not None and self.last.block == block:
            return self.last.speaker
        before = self.paragraphs[block]
        if not before.sentences or self.blocks[block].kind == "heading":
            return None
        found = self._credited_in(block, *before.sentences[-1])
        places = before.between(*before.sentences[-1])
        if found is None and places and before.text.rstrip()[-1:] == ":":
            begin = Clause(before, places, self.people).beginning()
            return self._named_or_none(begin, block)
        return found

    def _credited_in(self, block: int, start: int, end: int) -> Speaker | None:
        """Return the speaker that a sentence credits."""
        paragraph = self.paragraphs[block]
        places = paragraph.between(start, end)
        credit = Clause(paragraph, places, self.people).credit(last=True) if places else None
        return self._resolved(credit, block) if credit is not None else None


def _office_in(words: Sequence[str], language: str) -> list[str]:
    """Return the words of a description without its article, if it ends with an office."""
    listed = words_of(language)
    office = [word for word in words if word not in listed.determiners]
    indefinite = listed.determiners & word_list("indefinite")
    return office if office and is_role(office[-1], language) and words[0] not in indefinite else []


def _is_definite(words: Sequence[str], office: Sequence[str], language: str) -> bool:
    """Return whether a description refers to a person mentioned before: "the Ohio senator"."""
    has_article = len(office) < len(words) or language in LANGUAGES.without_articles
    return has_article and not words_of(language).prepositions.intersection(words)


def _phrase_of(paragraph: Paragraph, mention: Mention) -> str:
    first = mention.first
    tokens = paragraph.tokens
    determiners = words_of(paragraph.language).determiners
    if first and tokens[first - 1].low in determiners:
        first -= 1
    return paragraph.text[tokens[first].start : tokens[mention.last - 1].end].strip()
