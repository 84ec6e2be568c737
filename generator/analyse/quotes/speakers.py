"""The speakers of an article's quotations, one after the other. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analyse.quotes.clause import Credit
from generator.analyse.quotes.credit import Clause
from generator.analyse.quotes.finder import CreditFinder
from generator.analyse.quotes.marks import Span
from generator.analyse.quotes.mentions import Mention
from generator.analyse.quotes.paragraphs import Paragraph
from generator.analyse.quotes.people import People
from generator.analyse.quotes.speech import is_speech
from generator.analyse.quotes.words import ARTICLELESS, is_role, word_list, words_of
from generator.models import Block
from generator.passages import Quotation

_NEAR = 3  # paragraphs for which a speaker stays the one who speaks
_BLANK = " \xa0\u202f\u200b\u2009\ufeff\n.,;:"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: a name, or the words that the text has instead."""

    name: str | None = None
    credited: str | None = None
    sure: bool = True  # the sentence itself says so


@dataclass(frozen=True, slots=True)
class _Last:
    """The quotation before: where it is, and whose."""

    block: int
    start: int
    speaker: Speaker


class Speakers:
    """Finds the speaker of each quotation of one article."""

    def __init__(
        self,
        blocks: Sequence[Block],
        paragraphs: Sequence[Paragraph],
        people: People,
        spans: Sequence[Span],
    ) -> None:
        self.blocks, self.paragraphs, self.people, self.spans = blocks, paragraphs, people, spans
        self._places = CreditFinder(people)
        self._last: _Last | None = None

    def quotations(self) -> tuple[Quotation, ...]:
        """Return what is speech among the quotations, with its speaker."""
        made = []
        for number, span in enumerate(self.spans):
            speaker = self._speaker(number)
            text = span.text(self.blocks)
            if not is_speech(text, span, self.paragraphs[span.block], speaker):
                continue
            if speaker is not None:
                block, start, _ = span.parts[-1]
                self._last = _Last(block, start, speaker)
            name = speaker.name if speaker else None
            credited = speaker.credited if speaker and not name else None
            made.append(Quotation(text, span.block, span.start, name, credited))
        return tuple(made)

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
            return self._of_pronoun(credit, number)
        if credit.mention is not None:
            name = self.people.person(credit.mention)
            if name is not None:
                return Speaker(name)
            return Speaker(None, _phrase_of(paragraph, credit.mention))
        return self._of_phrase(credit, number)

    def _of_phrase(self, credit: Credit, number: int) -> Speaker:
        """Return who "the president" or "the Ohio senator" is, if the text leaves one reading."""
        phrase = (credit.phrase or "").strip(_BLANK)
        language = self.paragraphs[number].language
        words = words_of(language)
        parts = phrase.lower().split()
        bare = [word for word in parts if word not in words.determiners]
        if not bare or not is_role(bare[-1], language) or parts[0] in words.indefinite:
            return Speaker(None, phrase or None)
        if len(bare) == 1:
            found = self.people.offices.get(bare[0], set())
            if len(found) == 1:
                return Speaker(next(iter(found)))
        definite = len(bare) < len(parts) or language in ARTICLELESS
        if definite and not words.prepositions.intersection(parts):
            last = self._last
            found_one = self._of_pronoun(replace(credit, pronoun="any"), number)
            if last is not None and found_one.name and found_one is last.speaker:
                return found_one
        return Speaker(None, phrase or None)

    def _of_pronoun(self, credit: Credit, number: int) -> Speaker:
        """Return whom a pronoun means, if only one reading is left.

        Sentence by sentence back: who spoke last, whom a sentence is about, or its only person.
        """
        if credit.pronoun == "they":
            spoke = self._last
            near = spoke is not None and number == spoke.block
            return spoke.speaker if spoke and near and not spoke.speaker.name else Speaker()
        for block, start, end in self._back(number, credit.at):
            found = self._in_sentence(credit, number, block, start, end)
            if found is not None:
                return found
        return Speaker()

    def _in_sentence(
        self, credit: Credit, number: int, block: int, start: int, end: int
    ) -> Speaker | None:
        """Return whom a pronoun means by one sentence, None if earlier ones must say it."""
        paragraph = self.paragraphs[block]
        last = self._last
        if last is not None and last.block == block and start <= last.start < end:
            return last.speaker if self._may_be(last.speaker, credit, block) else Speaker()
        places = paragraph.between(start, end)
        if not places:
            return None
        mentions = paragraph.outside(start, end)
        whole = [mention for mention in mentions if not mention.possessive]
        names = self._named(whole, credit) or self._named(mentions, credit)
        clause = Clause(paragraph, places, self.people)
        begin = clause.beginning() or clause.credit(last=False)
        if begin is not None and begin.pronoun is not None:
            return None  # still about the same person
        mention = begin.mention if begin is not None else None
        name = self.people.person(mention) if mention is not None else None
        if name in names:
            return self._of_sex(Speaker(name), credit, near=block == number)
        if mention is not None and len(mention.name) > 1 and not mention.institution:
            return Speaker()  # somebody, perhaps
        return self._only(names, mentions, clause)

    def _only(
        self, names: Sequence[str], mentions: Sequence[Mention], clause: Clause
    ) -> Speaker | None:
        """Return the only person of a sentence, None if there is nobody."""
        if clause.about_somebody():
            return Speaker()
        if not names:
            return None
        sole = len(set(names)) == 1 and not self._others(mentions, names[0])
        return Speaker(names[0]) if sole else Speaker()

    def _of_sex(self, speaker: Speaker, credit: Credit, *, near: bool) -> Speaker:
        """Return a speaker, whose sex a pronoun near the name shows."""
        if near and speaker.name is not None and credit.pronoun in ("he", "she"):
            surname = speaker.name.rsplit(maxsplit=1)[-1].lower()
            self.people.sex.setdefault(surname, credit.pronoun)
        return speaker

    def _others(self, mentions: Sequence[Mention], name: str) -> bool:
        """Return whether names mention somebody else who may be a person as well."""
        whole = [mention for mention in mentions if len(mention.name) > 1]
        found = {self.people.person(mention) for mention in whole if not mention.institution}
        return bool(found - {name, None})

    def _may_be(self, speaker: Speaker, credit: Credit, block: int) -> bool:
        """Return whether a pronoun may mean a speaker: a person of that sex."""
        if speaker.name is not None:
            return self._fits(speaker.name, credit)
        language = self.paragraphs[block].language
        words = (speaker.credited or "").lower().split()
        return any(is_role(word.strip(_BLANK), language) for word in words)

    def _back(self, number: int, at: int) -> Iterator[tuple[int, int, int]]:
        """Yield the sentences before a place: block, start, end; the nearest first."""
        for block in range(number, max(-1, number - _NEAR - 1), -1):
            if self.blocks[block].kind == "heading":
                return
            for start, end in reversed(self.paragraphs[block].sentences):
                if block < number or end <= at:
                    yield block, start, end
                elif start < at:
                    yield block, start, at

    def _named(self, mentions: Sequence[Mention], credit: Credit) -> list[str]:
        """Return the people mentioned whom a pronoun may mean."""
        found = []
        for mention in mentions:
            name = self.people.person(mention)
            if name is not None and self.people.known(name) and self._fits(name, credit):
                found.append(name)
        return found

    def _fits(self, name: str, credit: Credit) -> bool:
        sex = self.people.sex.get(name.rsplit(maxsplit=1)[-1].lower())
        return sex is None or credit.pronoun in ("any", sex)

    def _same_as_neighbour(self, number: int) -> Speaker | None:
        """Return who speaks, where the sentence of a quotation does not say so."""
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
        """Return whom a sentence is about, a speaker without a name if nobody is certain."""
        found = self._resolved(credit, block) if credit is not None else Speaker()
        return found if found.name else Speaker()

    def _about_another(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Return whether words before a quotation name a person who did not speak before."""
        last = self._last.speaker.name if self._last is not None else None
        names = [self.people.person(mention) for mention in paragraph.outside(start, end)]
        return any(name is not None and name != last for name in names)

    def _in_earlier_sentences(self, block: int, at: int) -> Speaker | None:
        """Return who speaks in the sentences of a paragraph before a place, the nearest first."""
        last = self._last if self._last is not None and self._last.block == block else None
        for start, end in reversed(self.paragraphs[block].sentences):
            if end > at:
                continue
            if last is not None and start <= last.start < end:
                return last.speaker
            found = self._credited_in(block, start, end)
            if found is not None:
                return found
        return last.speaker if last is not None else None

    def _of_paragraph_before(self, number: int) -> Speaker | None:
        """Return who speaks in the paragraph before one that is a quotation as a whole."""
        block = number - 1
        if self._last is not None and self._last.block == block:
            return self._last.speaker
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
        """Return who is said to speak in a sentence."""
        paragraph = self.paragraphs[block]
        places = paragraph.between(start, end)
        credit = Clause(paragraph, places, self.people).credit(last=True) if places else None
        return self._resolved(credit, block) if credit is not None else None


def _phrase_of(paragraph: Paragraph, mention: Mention) -> str:
    first = mention.first
    tokens = paragraph.tokens
    determiners = words_of(paragraph.language).determiners
    if first and tokens[first - 1].low in determiners:
        first -= 1
    return paragraph.text[tokens[first].start : tokens[mention.last - 1].end].strip()
