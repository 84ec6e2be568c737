"""Who is who in an article: a surname alone is the one person of that name. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.analyse.quotes.mentions import Mention, Token
from generator.analyse.quotes.words import Words, is_role, word_list, words_of

_STEM = 3  # letters of a surname that must agree where cases change its end
_ENDING = 2  # letters that a case may change
_LONGER = 3  # letters by which forms of one name may differ in length
_BESIDE = 8  # words after a name that may say who it is
_TIMES = 3  # that an article names by one word a person who speaks
_PAIR = 2  # words of most names
_CASES = frozenset(["cs", "sk", "pl", "ru", "uk", "hr", "sr", "sl", "lt", "lv", "be", "bg"])


@dataclass(slots=True)
class People:
    """Who is who in an article."""

    language: str
    full: dict[str, list[str]] = field(default_factory=dict)  # last word → whole names
    titled: set[str] = field(default_factory=set)  # surnames that follow an office
    offices: dict[str, set[str]] = field(default_factory=dict)  # office → whole names
    sex: dict[str, str] = field(default_factory=dict)
    certain: set[str] = field(default_factory=set)  # whole names of people, not of other things

    def person(self, mention: Mention) -> str | None:
        """Return the whole name of who is mentioned; None if that is nobody, or not certain."""
        name = mention.name
        if not name or mention.institution:
            return None
        if len(name) > 1:
            return self.fullest(name)
        found = self._bearers(name[0])
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            of_office = {
                whole
                for office in mention.roles
                for whole in self.offices.get(office, ())
                if whole in found
            }
            return of_office.pop() if len(of_office) == 1 else None
        return name[0] if name[0].lower() in self.titled or mention.roles else None

    def known(self, name: str) -> bool:
        """Return whether a name is one of a person for certain: an office, a title, a surname."""
        return name in self.certain or name.rsplit(maxsplit=1)[-1].lower() in self.titled

    def _bearers(self, word: str) -> list[str]:
        """Return the whole names that a surname may be short for."""
        found = self.full.get(word.lower())
        if found is None and self.language in _CASES:
            return self._inflected(word)
        if found is None:  # "al-Khazali" is "Khazali" later
            found = [
                whole
                for last, names in self.full.items()
                if last.endswith("-" + word.lower())
                for whole in names
            ]
        return found or self._inner(word) or self._surname_first(word)

    def _inflected(self, word: str) -> list[str]:
        """Return the names that a surname may be another case of, as one if they are one."""
        near = [
            whole
            for last, names in self.full.items()
            if _one_word(word.lower(), last)
            for whole in names
        ]
        firsts = {whole.split(maxsplit=1)[0][:_STEM] for whole in near}
        return sorted(near, key=len)[:1] if len(firsts) == 1 else near

    def _surname_first(self, word: str) -> list[str]:
        """Return whose name begins with a word, as names do where the surname is first."""
        return [
            whole
            for names in self.full.values()
            for whole in names
            if whole.startswith(word + " ") and len(whole.split()) == _PAIR and self.known(whole)
        ]

    def _inner(self, word: str) -> list[str]:
        """Return who has a word as an inner part of what was taken for the name."""
        found = set()
        for names in self.full.values():
            for whole in names:
                words = whole.split()
                if word in words[1:-1]:
                    found.add(" ".join(words[: words.index(word) + 1]))
        return sorted(found)

    def fullest(self, name: tuple[str, ...]) -> str:
        """Return the longest name that the article has for a whole name."""
        given = {word.rstrip(".").lower() for word in name}
        for whole in self.full.get(name[-1].lower(), ()):
            words = {word.rstrip(".").lower() for word in whole.split()}
            if given <= words:
                return self._nominative(whole)
        return self._nominative(" ".join(name))

    def _nominative(self, whole: str) -> str:
        """Return the form of a name that the others seem to be inflected from: the shortest."""
        if self.language not in _CASES:
            return whole
        words = whole.split()
        near = [
            other
            for names in self.full.values()
            for other in names
            if len(other.split()) == len(words) and all(map(_one_word, words, other.split()))
        ]
        return min(near, key=lambda name: (len(name), name), default=whole)


def _one_word(form: str, other: str) -> bool:
    """Return whether two words may be cases of one name: "Smejkal", "Smejkala"."""
    stem = max(_STEM, len(form) - _ENDING)
    return form[:stem] == other[:stem] and abs(len(form) - len(other)) <= _LONGER


def people_of(
    paragraphs: Iterable[tuple[Sequence[Token], Sequence[Mention]]], language: str
) -> People:
    """Return the people of an article from the words and names of all its paragraphs."""
    words = words_of(language)
    people = People(language)
    named = [
        (mention, tokens)
        for tokens, mentions in paragraphs
        for mention in mentions
        if not mention.institution
    ]
    whole = Counter(mention.name for mention, _ in named if len(mention.name) > 1)
    for name in sorted(whole, key=lambda name: (-len(name), -whole[name], name)):
        if not any(
            whole[name] < whole[name[extra:]] for extra in range(1, len(name) - 1)
        ):  # "Courtesy Ann Holm": a word before the name
            _enter(people, name)
    alone: Counter[str] = Counter()
    spoke: set[str] = set()
    for mention, tokens in named:
        if len(mention.name) == 1:
            _note_surname(people, mention, words)
            alone[mention.name[0].lower()] += 1
            if _beside_verb(tokens, mention, words):
                spoke.add(mention.name[0].lower())
            continue
        fullest = people.fullest(mention.name)
        if mention.roles or _of_person(tokens, mention, words):
            people.certain.add(fullest)
        for office in mention.roles:
            people.offices.setdefault(office, set()).add(fullest)
    people.titled |= {name for name in spoke if alone[name] >= _TIMES and name not in people.full}
    for last in alone.keys() & people.full.keys():
        people.certain |= {name for name in people.full[last] if _plausible(name)}
    return people


def _beside_verb(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    """Return whether a verb of saying is right beside a name."""
    before = tokens[mention.first - 1].low if mention.first else ""
    after = tokens[mention.last].low if mention.last < len(tokens) else ""
    return before in words.said or after in words.said


def _of_person(tokens: Sequence[Token], mention: Mention, words: Words) -> bool:
    """Return whether what is beside a name shows that it is a person's."""
    after = tokens[mention.last : mention.last + _BESIDE]
    if mention.first and tokens[mention.first - 1].low in words.said:
        return True
    if after and after[0].low in words.said:
        return True
    if not after or after[0].text not in ",(":
        return False
    for token in after[1:]:
        if not token.word or token.low in words.prepositions:
            return token.low.isdigit()
        if (
            token.low.isdigit()
            or is_role(token.low, words.language)
            or token.low in word_list("who")
        ):
            return True
    return False


def _plausible(name: str) -> bool:
    """Return whether a name has two words with capitals, beside initials."""
    return sum(word[0].isupper() and len(word.rstrip(".")) > 1 for word in name.split()) == _PAIR


def _enter(people: People, name: tuple[str, ...]) -> None:
    """Note a whole name, unless it is part of a longer one that is noted."""
    known = people.full.setdefault(name[-1].lower(), [])
    given = {word.rstrip(".").lower() for word in name}
    for other in known:
        if given <= {word.rstrip(".").lower() for word in other.split()}:
            return
    known.append(" ".join(name))


def _note_surname(people: People, mention: Mention, words: Words) -> None:
    """Note whether a title is before a surname, and of whom it tells."""
    surname = mention.name[0].lower()
    if mention.roles:
        people.titled.add(surname)
    if words.mr.intersection(mention.roles):
        people.sex[surname] = "he"
    if words.ms.intersection(mention.roles):
        people.sex[surname] = "she"
