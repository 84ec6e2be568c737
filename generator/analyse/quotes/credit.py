"""The person to whom a clause credits the words that it quotes. Pure.

The speaker is the subject of a verb of saying, before it or after it, or the person named after
"according to". A description ("a spokesman for the ministry") credits without naming.
"""

from __future__ import annotations

from generator.analyse.quotes.clause import FAR, ClauseWords, Credit
from generator.analyse.quotes.credit_words import is_institution, is_role, word_list
from generator.analyse.quotes.mentions import Mention
from generator.languages import LANGUAGES

_SHORTEST = 3  # letters of an adverb in -ly
_TITLED = '„“«"”»'
_CLAUSE = ",;:()–—"
_FIRST, _SECOND = 4, 12  # words in which a pronoun, or a name, counts as the clause's beginning
_NEAR = 6  # words from "according to" to the name


class Clause(ClauseWords):
    """Finds the subject of a clause's verbs of saying."""

    def credit(self, *, last: bool) -> Credit | None:
        """Return the credit of the last verb of saying that has a subject, or of the first."""
        verbs = self.verbs()
        found = [credit for verb in verbs if (credit := self.subject(verb)) is not None]
        named = [credit for credit in found if credit.phrase is None]
        found = named or found
        if found:
            return found[-1] if last else found[0]
        return self.according()

    def subject(self, verb: int) -> Credit | None:
        """Return the subject of a verb, before it or after it."""
        opens = not self.has(verb - 1)
        if self.language == "en":
            return self._english_subject(verb, opens=opens)
        before, after = self.before(verb), self.after(verb + 1)
        if opens:
            return _named_first(after, before)
        is_inverted = self.token(verb - 1).text == ","  # "Asked about it, said Ann Holm"
        if is_inverted and after is not None and self._certain(after):
            return after
        return _named_first(before, after)

    def _english_subject(self, verb: int, *, opens: bool) -> Credit | None:
        """Return the subject of a verb that `opens` its clause, or not."""
        if self.token(verb).low.endswith("ing"):
            return None if opens else self.before(verb) or self.beginning()
        return self.after(verb + 1) if opens else self.before(verb)

    def _certain(self, credit: Credit) -> bool:
        """Return whether a credit after a verb can only be its subject."""
        if credit.mention is not None:
            return self.people.person(credit.mention) is not None
        return credit.pronoun in ("he", "she")

    def beginning(self) -> Credit | None:
        """Return the name or pronoun that a clause begins with: its topic."""
        for at in self.places[:_FIRST]:
            if self.pronoun(at) not in (None, "they"):
                return self.by_pronoun(at)
        for at in self.places[:_SECOND]:
            mention = self.starts.get(at)
            if mention is not None:
                return self.by_name(mention) if self._is_topic(mention) else None
            if self.is_verb(at) or self.token(at).text in ",;:":
                return None
        return None

    def _is_topic(self, mention: Mention) -> bool:
        """Return whether a clause is about the first person that it names, and nobody else."""
        after = self.token(mention.last).low if self.has(mention.last) else ""
        has_others = after in word_list("additive")
        is_group = is_institution(after) or is_role(after, self.language)
        governed = self.governed(mention, self.places[0])
        return not (has_others or is_group or mention.possessive or governed)

    # -- before a verb ---------------------------------------------------------------------------

    def before(self, verb: int) -> Credit | None:
        """Return the subject that ends right before a verb."""
        at = self._skip_back(verb - 1)
        if not self.has(at):
            return None
        token = self.token(at)
        if token.text in _CLAUSE:
            return self._before_mark(at)
        if token.low in word_list("additive"):
            return self._of_verb_before(at) or self.beginning()
        if token.low in word_list("relative"):
            return self._related(at)
        return self.by_pronoun(at) or self._phrase_before(at)

    def _phrase_before(self, at: int) -> Credit | None:
        """Return the name or the description that ends at an index."""
        first = self.phrase_start(at)
        mention = (
            self._name_at_end(first, at)
            or self._name_at_head(first, at)
            or self._apposed(first, at)
        )
        if mention is not None and not mention.possessive:
            return self.by_name(mention)
        return self.description(first, at)

    def _name_at_end(self, first: int, last: int) -> Mention | None:
        mention = self.ends.get(last + 1)
        return None if mention is None or self.governed(mention, first) else mention

    def _name_at_head(self, first: int, last: int) -> Mention | None:
        """Return the name that a phrase begins with: "Kevin Hern of Oklahoma"."""
        heads = (m for m in self.starts.values() if first <= m.first <= last and not m.possessive)
        return next((m for m in heads if self.heads(m, first)), None)

    def _apposed(self, first: int, last: int) -> Mention | None:
        """Return the person before a description: "Ann Holm, the head of the bureau said"."""
        if not self.has(first - 1) or self.token(first - 1).text != ",":
            return None
        mention = self.ends.get(first - 1)
        if mention is None or not any(self.role(at) for at in range(first, last + 1)):
            return None
        return mention if self.people.person(mention) is not None else None

    def _skip_back(self, at: int) -> int:
        """Return the index before a verb's auxiliaries and adverbs."""
        while self.has(at) and self.token(at).word:
            if self.token(at).low in word_list("parts") and self.has(at - 2):
                at -= 3  # "for his part"
            elif self._belongs_to_verb(at):
                at -= 1
            else:
                break
        return at

    def _belongs_to_verb(self, at: int) -> bool:
        """Return whether the word at an index is a verb of saying, its auxiliary or adverb."""
        low = self.token(at).low
        if self.pronoun(at) is not None or low in word_list("relative"):
            return False
        return low in word_list("between") or self._is_adverb(at) or self.is_verb(at)

    def _is_adverb(self, at: int) -> bool:
        """Return whether the word at an index is an English adverb in -ly."""
        token = self.token(at)
        is_adverb = token.low.endswith("ly") and len(token.low) > _SHORTEST
        return self.language == "en" and is_adverb and not token.capital

    def _related(self, at: int) -> Credit | None:
        """Return the name before a relative clause: "Ann Holm, who said"."""
        at -= 1
        if self.has(at) and self.token(at).text == ",":
            at -= 1
        mention = self.ends.get(at + 1)
        if mention is None or mention.possessive:
            return None
        start = self.phrase_start(at)
        if self.governed(mention, start):  # "Ann Holm, the successor of Jo Berg, who said"
            mention = self.ends.get(start - 1) if self.has(start - 1) else None
            if mention is None or mention.possessive or self.people.person(mention) is None:
                return None
        return self.by_name(mention)

    def _of_verb_before(self, at: int) -> Credit | None:
        """Return the subject of a verb of saying before an index: "she said …, adding"."""
        for verb in reversed(self.verbs()):
            if verb < at:
                return self.subject(verb)
        return None

    def _before_mark(self, comma: int) -> Credit | None:
        """Return the subject before words set off by commas: "Ann Holm, who leads it, said"."""
        first = comma
        while first > self.places[0] and self.has(first - 1):
            first -= 1
        mentions = [m for m in self.starts.values() if first <= m.first < comma]
        for mention in sorted(mentions, key=lambda mention: (mention.institution, mention.first)):
            if self._has_apposition(mention):
                return self.by_name(mention)
        return self._of_verb_before(comma) or self.by_pronoun(first) or self.beginning()

    def _has_apposition(self, mention: Mention) -> bool:
        """Return whether an apposition or a preposition follows a name that may be a speaker's."""
        start = self.phrase_start(mention.last - 1)
        if mention.possessive or self.governed(mention, start) or not self.has(mention.last):
            return False
        if self.language == "en" and self.is_verb(max(mention.first - 1, self.places[0])):
            return False  # "Ann Holm told Courier, adding"
        after = self.token(mention.last)
        return after.text in ",(–—" or after.low in self.words.prepositions

    # -- after a verb ----------------------------------------------------------------------------

    def after(self, at: int) -> Credit | None:
        """Return the subject that begins right after a verb."""
        while self.has(at) and self._small(at):
            at += 1
        if not self.has(at) or self.token(at).text in ".,;:–—!?":
            return self._left_out(at)
        return self.by_pronoun(at) or self._phrase_after(at)

    def _phrase_after(self, at: int) -> Credit | None:
        """Return the name or the description that begins at an index."""
        prepositions = 0
        for place in range(at, at + FAR):
            if not self.has(place):
                break
            mention = self.starts.get(place)
            if mention is not None and self._is_subject(mention, at, prepositions):
                return self.by_name(mention)
            if self.token(place).text in ".;:?!()–—" or (place > at and self.is_verb(place)):
                break
            governs = self._is_preposition(place, is_first=place == at)
            if governs and place == at:
                return self._left_out(at)
            prepositions += governs
        return self.description_after(at)

    def _is_preposition(self, at: int, *, is_first: bool) -> bool:
        """Return whether the word at an index is a preposition; the first may be an article."""
        low = self.token(at).low
        is_article = is_first and low in self.words.determiners
        return low in self.words.prepositions and not is_article

    def _small(self, at: int) -> bool:
        """Return whether the word at an index is an auxiliary or an adverb."""
        low = self.token(at).low
        subject = low in self.words.determiners or self.pronoun(at) is not None
        return low in word_list("between") and not subject

    def _left_out(self, at: int) -> Credit | None:
        """Return the omitted subject of a language that may omit it."""
        if self.language not in LANGUAGES.dropped_subjects:
            return None
        start = self.token(at).start if self.has(at) else self.token(self.places[-1]).start
        return Credit(start, pronoun="any")

    def _is_subject(self, mention: Mention, at: int, prepositions: int) -> bool:
        """Return whether a name after a verb is its subject, not part of a description."""
        quoted = self.token(max(mention.first - 1, 0)).text in _TITLED
        if quoted or mention.possessive or self._attribute(mention):
            return False
        before = self.token(mention.first - 1)
        apposed = before.text == "," or is_role(before.low, self.language)
        if prepositions and not apposed:
            return False
        sure = self.people.person(mention) is not None
        return sure or mention.first <= at + 1

    def _attribute(self, mention: Mention) -> bool:
        """Return whether more of the description follows: "said Florida state Rep. Ann Holm"."""
        sure = len(mention.name) > 1 and not mention.institution
        for place in range(mention.last, mention.last + 3):
            if not self.has(place) or self.pronoun(place) is not None:
                return False
            token = self.token(place)
            if not token.word and (sure or token.text != ","):
                return False
            if self.role(place):
                return any(at in self.starts for at in (place + 1, place + 2))
        return False

    def according(self) -> Credit | None:
        """Return the person named after "according to"."""
        text = self.paragraph.text
        for phrase in self.words.according:
            first = phrase.split()[0]
            for at in self.places:
                token = self.token(at)
                if token.low != first:
                    continue
                if text[token.start : token.start + len(phrase)].lower() == phrase:
                    found = self._named_after(at + len(phrase.split()))
                    if (
                        found is None
                        or found.phrase is None
                        or phrase not in word_list("ambiguous_according")
                    ):
                        return found
        return None

    def _named_after(self, at: int) -> Credit | None:
        for place in range(at, at + _NEAR):
            if not self.has(place) or self.token(place).text in ".;:":
                break
            mention = self.starts.get(place)
            if mention is not None and not mention.possessive:
                if place > at and self.token(place - 1).low in self.words.prepositions:
                    break
                return self.by_name(mention)
        return self.description_after(at)


def _named_first(first: Credit | None, second: Credit | None) -> Credit | None:
    """Return the first of two credits, unless it has no name and the second has."""
    if first is None or (first.phrase and second is not None and not second.phrase):
        return second
    return first
