"""Resolves the pronouns that credit quotations. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analyse.quotes.clause import Credit
from generator.analyse.quotes.credit import Clause
from generator.analyse.quotes.credit_words import is_role
from generator.analyse.quotes.mentions import Mention
from generator.analyse.quotes.paragraphs import Paragraph
from generator.analyse.quotes.people import People
from generator.models import Block

NEAR = 3  # paragraphs after which the last speaker is no longer assumed
BLANK = " \xa0\u202f\u200b\u2009\ufeff\n.,;:"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a quotation: a name, or the words that the text has instead."""

    name: str | None = None
    credited: str | None = None
    sure: bool = True  # the sentence itself states it


@dataclass(frozen=True, slots=True)
class Last:
    """The previous quotation: its position and its speaker."""

    block: int
    start: int
    speaker: Speaker

    def is_in(self, block: int, start: int, end: int) -> bool:
        """Return whether the quotation begins in a part of a block."""
        return self.block == block and start <= self.start < end


class Pronouns:
    """Resolves the pronouns of one article; `last` is the previous quotation."""

    def __init__(
        self, blocks: Sequence[Block], paragraphs: Sequence[Paragraph], people: People
    ) -> None:
        self.blocks, self.paragraphs, self.people = blocks, paragraphs, people
        self.last: Last | None = None

    def of_pronoun(self, credit: Credit, number: int) -> Speaker:
        """Return the person that a pronoun means, if it is unambiguous.

        Sentence by sentence back: the last speaker, the topic of a sentence, or its only person.
        """
        if credit.pronoun == "they":
            spoke = self.last
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
        """Return the person a pronoun means, by one sentence; None if earlier ones decide it."""
        last = self.last
        if last is not None and last.is_in(block, start, end):
            return last.speaker if self._may_be(last.speaker, credit, block) else Speaker()
        paragraph = self.paragraphs[block]
        places = paragraph.between(start, end)
        if not places:
            return None
        mentions = paragraph.outside(start, end)
        names = self._named(mentions, credit)
        clause = Clause(paragraph, places, self.people)
        begin = clause.beginning() or clause.credit(last=False) or Credit(start)
        if begin.pronoun is not None:
            return self._credited(clause, names)  # still about the same person
        found = None
        if begin.mention is not None:
            found = self._topic(begin.mention, names, credit, near=block == number)
        return found or self._only(names, mentions, clause)

    def _topic(
        self, mention: Mention, names: Sequence[str], credit: Credit, *, near: bool
    ) -> Speaker | None:
        """Return the person whom a sentence is about, None if it is not certainly a person."""
        name = self.people.person(mention)
        if name in names:
            return self._of_sex(Speaker(name), credit, near=near)
        is_person = len(mention.name) > 1 and not mention.institution
        return Speaker() if is_person else None  # possibly a person

    def _only(
        self, names: Sequence[str], mentions: Sequence[Mention], clause: Clause
    ) -> Speaker | None:
        """Return the only person in a sentence, None if there is nobody."""
        if clause.about_somebody():
            return Speaker()
        if not names:
            return None
        sole = len(set(names)) == 1 and not self._others(mentions, names[0])
        return Speaker(names[0]) if sole else Speaker()

    def _credited(self, clause: Clause, names: Sequence[str]) -> Speaker | None:
        """Return the one of some people whom a clause credits with speech of its own."""
        credit = clause.credit(last=True)
        name = self.people.person(credit.mention) if credit and credit.mention else None
        return Speaker(name) if name in names else None

    def _of_sex(self, speaker: Speaker, credit: Credit, *, near: bool) -> Speaker:
        """Return a speaker with the sex that a pronoun near the name shows."""
        if near and speaker.name is not None and credit.pronoun in ("he", "she"):
            surname = speaker.name.rsplit(maxsplit=1)[-1].lower()
            self.people.sex.setdefault(surname, credit.pronoun)
        return speaker

    def _others(self, mentions: Sequence[Mention], name: str) -> bool:
        """Return whether another name among the mentions may be a person's."""
        found = {self.people.person(mention) for mention in mentions}
        return bool(found - {name, None})

    def _may_be(self, speaker: Speaker, credit: Credit, block: int) -> bool:
        """Return whether a pronoun may mean a speaker: a person of that sex."""
        if speaker.name is not None:
            return self._fits(speaker.name, credit)
        language = self.paragraphs[block].language
        words = (speaker.credited or "").lower().split()
        return any(is_role(word.strip(BLANK), language) for word in words)

    def _back(self, number: int, at: int) -> Iterator[tuple[int, int, int]]:
        """Yield the sentences before a place: block, start, end; the nearest first."""
        for block in range(number, max(-1, number - NEAR - 1), -1):
            if self.blocks[block].kind == "heading":
                return
            for start, end in reversed(self.paragraphs[block].sentences):
                if block < number or end <= at:
                    yield block, start, end
                elif start < at:
                    yield block, start, at

    def _named(self, mentions: Sequence[Mention], credit: Credit) -> list[str]:
        """Return the people whom a pronoun may mean, possessors only if there are no others."""
        whole = [mention for mention in mentions if not mention.possessive]
        return self._fitting(whole, credit) or self._fitting(mentions, credit)

    def _fitting(self, mentions: Sequence[Mention], credit: Credit) -> list[str]:
        found = []
        for mention in mentions:
            name = self.people.person(mention)
            if name is not None and self.people.known(name) and self._fits(name, credit):
                found.append(name)
        return found

    def _fits(self, name: str, credit: Credit) -> bool:
        """Return whether a pronoun agrees with a person's sex, as far as it is known."""
        sex = self.people.sex.get(name.rsplit(maxsplit=1)[-1].lower())
        return sex is None or credit.pronoun in ("any", sex)
