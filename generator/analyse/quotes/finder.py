"""Finds the credit of a quotation in its paragraph: after it, before it, or around it. Pure."""

from __future__ import annotations

from generator.analyse.quotes.clause import Credit
from generator.analyse.quotes.credit import Clause
from generator.analyse.quotes.credit_words import is_role, past_endings, word_list
from generator.analyse.quotes.paragraphs import Paragraph
from generator.analyse.quotes.people import People

_AUXILIARIES = 2  # small words between a quotation and the verb after it
_BEHIND = 14  # words after a quotation that may contain its verb of saying
_PAIR = 2  # a verb and a name
_SHORTEST = 3  # letters of a verb
_SHORT = 8  # words of a sentence that only credits; of a description before a name


class CreditFinder:
    """Finds the credit of quotations, given the people of the article."""

    def __init__(self, people: People) -> None:
        self.people = people

    def behind(self, paragraph: Paragraph, start: int, end: int) -> Credit | None:
        """Return the credit that follows a quotation: "…", said Ann Holm."""
        sentence = paragraph.sentence(start)
        limit = min([s for s, _ in paragraph.quoted if s >= end], default=len(paragraph.text))
        stop = min(sentence[1], limit)
        if sentence[1] <= end:
            return self._next_sentence(paragraph, start, end, limit)
        places = paragraph.between(end, stop)
        while places and not paragraph.tokens[places[0]].word:
            if paragraph.tokens[places[0]].text == ";":
                return None
            places.pop(0)
        if not places:
            return None
        return self._tail(Clause(paragraph, places, self.people))

    def _tail(self, tail: Clause) -> Credit | None:
        """Return the credit in the words after a quotation."""
        places = tail.places
        near = [at for at in places[:_BEHIND] if tail.is_verb(at)]
        named = self._named_first(tail, near)
        if named is not None:
            return named
        first = places[0]
        pronoun = tail.pronoun(first) if "-" in tail.token(first).low else None
        if pronoun is not None:  # "a-t-elle ajouté"
            return Credit(tail.token(first).start, pronoun=pronoun)
        if not near:
            if self._may_say(tail, first):
                return tail.after(first + 1)
            return self._inverted(tail) or tail.according()
        return self._of_verb(tail, near[0])

    def _of_verb(self, tail: Clause, verb: int) -> Credit | None:
        """Return the subject of the first verb of saying after a quotation."""
        first = tail.places[0]
        if verb == first:
            return tail.after(first + 1)
        found = tail.before(verb)
        if found is None and verb - first <= _AUXILIARIES:
            return tail.after(verb + 1)
        return found if found is not None and self._begins(found, tail) else None

    def _named_first(self, tail: Clause, verbs: list[int]) -> Credit | None:
        """Return the person whose name directly follows a quotation: "…," Ann Holm, who."""
        mention = tail.starts.get(tail.places[0])
        if not verbs or mention is None or mention.possessive or mention.institution:
            return None
        full = len(mention.name) > 1 and self.people.person(mention) is not None
        apposed = tail.has(mention.last) and tail.token(mention.last).text == ","
        return (
            Credit(tail.token(mention.first).start, mention=mention) if full and apposed else None
        )

    def _begins(self, credit: Credit, tail: Clause) -> bool:
        """Return whether only an office is between a quotation and a credit after it."""
        first = tail.token(tail.places[0])
        before = tail.paragraph.text[first.start : credit.at]
        words = before.split()
        return (
            not words
            or all(
                is_role(word.lower().strip(",."), tail.language) or word[:1].isupper()
                for word in words
            )
            or (len(words) <= _SHORT and is_role(words[-1].lower().strip(",."), tail.language))
            or words[0].lower() in tail.words.determiners
        )

    def _may_say(self, tail: Clause, at: int) -> bool:
        """Return whether a word directly after a quotation has the ending of a past tense."""
        token = tail.token(at)
        verb = not token.capital and token.low.endswith(past_endings(tail.language))
        between = tail.paragraph.text[max(token.start - 4, 0) : token.start]
        set_off = any(mark in between for mark in ",?!–—")
        return verb and set_off and len(token.low) > _SHORTEST

    def _inverted(self, tail: Clause) -> Credit | None:
        """Return the name after an unknown verb, where verbs come first: "…," šeptá Jan Nový."""
        if tail.paragraph.language == "en" or len(tail.places) < _PAIR:
            return None
        verb = tail.token(tail.places[0])
        if verb.capital or verb.low in tail.words.prepositions or len(verb.text) < _SHORTEST:
            return None
        for mention in tail.paragraph.mentions:
            if mention.first == tail.places[1] and not mention.possessive:
                return Credit(tail.token(mention.first).start, mention=mention)
        return None

    def _next_sentence(
        self, paragraph: Paragraph, start: int, end: int, limit: int
    ) -> Credit | None:
        """Return the credit in a short sentence of its own after it: "Is it?" Ann Holm asked."""
        is_statement = paragraph.text[start:end].rstrip("“”\"’'»« ")[-1:] == "."
        sentence = paragraph.sentence(end)
        if sentence[0] < end or (sentence[1] > limit and is_statement):
            return None
        places = paragraph.between(end, min(sentence[1], limit))
        if not places or (is_statement and len(places) > _SHORT):
            return None
        tail = Clause(paragraph, places, self.people)
        verb = next(filter(tail.is_verb, places[:_SHORT]), None)
        if verb is None or _has_clause(tail, verb + 1):
            return None
        return tail.before(verb)

    def ahead(self, paragraph: Paragraph, start: int) -> Credit | None:
        """Return the credit before a quotation: Ann Holm said: "…"."""
        sentence = paragraph.sentence(start)
        begin = max([e for _, e in paragraph.quoted if e <= start], default=0)
        begin = max(begin, sentence[0])
        places = paragraph.between(begin, start)
        if not places:
            return None
        return Clause(paragraph, places, self.people).credit(last=True)

    def around(self, paragraph: Paragraph, start: int) -> Credit | None:
        """Return the first credit in the sentence."""
        sentence = paragraph.sentence(start)
        places = paragraph.between(*sentence)
        if not places:
            return None
        return Clause(paragraph, places, self.people).credit(last=False)


def _has_clause(tail: Clause, at: int) -> bool:
    """Return whether indirect speech begins at an index: "that"."""
    return tail.has(at) and tail.token(at).low in word_list("that")
