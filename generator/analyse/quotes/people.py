"""The people of an article: a surname alone means the one person of that name. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.analyse.quotes.credit_words import is_role, word_list, words_of
from generator.analyse.quotes.mentions import Mention, Token
from generator.languages import LANGUAGES

_STEM = 3  # letters of a surname that must agree where cases change its end
_ENDING = 2  # letters that a case may change
_LONGER = 3  # letters by which forms of one name may differ in length
_BESIDE = 8  # words after a name that may describe the person
_TIMES = 3  # occurrences of a name of one word, of a person who speaks
_PAIR = 2  # words of most names


@dataclass(slots=True)
class People:
    """The people of an article, by their names and offices."""

    language: str
    full: dict[str, list[str]] = field(default_factory=dict)  # last word → whole names
    titled: set[str] = field(default_factory=set)  # surnames that follow an office
    offices: dict[str, set[str]] = field(default_factory=dict)  # office → whole names
    sex: dict[str, str] = field(default_factory=dict)
    certain: set[str] = field(default_factory=set)  # whole names of people, not of other things

    def person(self, mention: Mention) -> str | None:
        """Return the whole name of the person mentioned; None if it is nobody, or not certain."""
        name = mention.name
        if not name or mention.institution:
            return None
        if len(name) > 1:
            return self.fullest(name)
        found = self._bearers(name[0])
        if not found:
            return name[0] if name[0].lower() in self.titled or mention.roles else None
        return found[0] if len(found) == 1 else self._holder(mention.roles, found)

    def _holder(self, offices: Iterable[str], names: Sequence[str]) -> str | None:
        """Return the one among some names that has an office, None if it is not exactly one."""
        holders = {name for office in offices for name in self.offices.get(office, ())}
        found = holders.intersection(names)
        return found.pop() if len(found) == 1 else None

    def known(self, name: str) -> bool:
        """Return whether a name is certainly a person's, by an office, a title or a surname."""
        return name in self.certain or name.rsplit(maxsplit=1)[-1].lower() in self.titled

    def _bearers(self, word: str) -> list[str]:
        """Return the whole names that a surname may be short for."""
        found = self.full.get(word.lower())
        if found is None and self.language in LANGUAGES.declined_surnames:
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
        """Return the names of which a surname may be an inflected form, merged if they are one."""
        near = [
            whole
            for last, names in self.full.items()
            if _one_word(word.lower(), last)
            for whole in names
        ]
        firsts = {whole.split(maxsplit=1)[0][:_STEM] for whole in near}
        return sorted(near, key=len)[:1] if len(firsts) == 1 else near

    def _surname_first(self, word: str) -> list[str]:
        """Return the names that begin with a word, as in languages that put the surname first."""
        return [
            whole
            for names in self.full.values()
            for whole in names
            if whole.startswith(word + " ") and len(whole.split()) == _PAIR and self.known(whole)
        ]

    def _inner(self, word: str) -> list[str]:
        """Return the names in which a word is neither the first nor the last, cut after it."""
        found = set()
        for names in self.full.values():
            for whole in names:
                words = whole.split()
                if word in words[1:-1]:
                    found.add(" ".join(words[: words.index(word) + 1]))
        return sorted(found)

    def fullest(self, name: tuple[str, ...]) -> str:
        """Return the longest form in which the article has a whole name."""
        given = {word.rstrip(".").lower() for word in name}
        for whole in self.full.get(name[-1].lower(), ()):
            words = {word.rstrip(".").lower() for word in whole.split()}
            if given <= words:
                return self._nominative(whole)
        return self._nominative(" ".join(name))

    def _nominative(self, whole: str) -> str:
        """Return the form of a name that the others seem to be inflected from: the shortest."""
        if self.language not in LANGUAGES.declined_surnames:
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
    people = People(language)
    named = [
        (mention, tokens)
        for tokens, mentions in paragraphs
        for mention in mentions
        if not mention.institution
    ]
    _enter_whole_names(people, Counter(mention.name for mention, _ in named))
    for mention, tokens in named:
        if len(mention.name) > 1:
            _note_offices(people, mention, is_person=_of_person(tokens, mention, language))
    _note_surnames(people, [(m, tokens) for m, tokens in named if len(m.name) == 1], language)
    return people


def _enter_whole_names(people: People, times: Counter[tuple[str, ...]]) -> None:
    """Note the whole names of an article, the longest and most frequent first."""
    whole = [name for name in times if len(name) > 1]
    for name in sorted(whole, key=lambda name: (-len(name), -times[name], name)):
        shorter = (name[extra:] for extra in range(1, len(name) - 1))
        if all(times[name] >= times[other] for other in shorter):
            _enter(people, name)  # else a word is before the name: "Courtesy Ann Holm"


def _note_offices(people: People, mention: Mention, *, is_person: bool) -> None:
    """Note the offices before a whole name, and whether it is a person's."""
    fullest = people.fullest(mention.name)
    if mention.roles or is_person:
        people.certain.add(fullest)
    for office in mention.roles:
        people.offices.setdefault(office, set()).add(fullest)


def _note_surnames(
    people: People, named: Sequence[tuple[Mention, Sequence[Token]]], language: str
) -> None:
    """Note what surnames alone show: titles, speakers, and which whole names are people's."""
    times: Counter[str] = Counter()
    spoke: set[str] = set()
    for mention, tokens in named:
        surname = mention.name[0].lower()
        _note_surname(people, mention, language)
        times[surname] += 1
        if _beside_verb(tokens, mention, language):
            spoke.add(surname)
    people.titled |= {name for name in spoke if times[name] >= _TIMES and name not in people.full}
    for surname in times.keys() & people.full.keys():
        people.certain |= {name for name in people.full[surname] if _plausible(name)}


def _beside_verb(tokens: Sequence[Token], mention: Mention, language: str) -> bool:
    """Return whether a verb of saying is directly beside a name."""
    before = tokens[mention.first - 1].low if mention.first else ""
    after = tokens[mention.last].low if mention.last < len(tokens) else ""
    verbs = words_of(language).verbs
    return before in verbs or after in verbs


def _of_person(tokens: Sequence[Token], mention: Mention, language: str) -> bool:
    """Return whether the words beside a name show that it is a person's."""
    if _beside_verb(tokens, mention, language):
        return True
    after = tokens[mention.last : mention.last + _BESIDE]
    return bool(after) and after[0].text in ",(" and _describes_person(after[1:], language)


def _describes_person(tokens: Sequence[Token], language: str) -> bool:
    """Return whether the words set off after a name begin with an age, an office or "who"."""
    prepositions = words_of(language).prepositions
    for token in tokens:
        if not token.word or token.low in prepositions:
            return False
        is_age = token.low.isdigit()
        if is_age or is_role(token.low, language) or token.low in word_list("who"):
            return True
    return False


def _plausible(name: str) -> bool:
    """Return whether a name has two capitalised words, not counting initials."""
    return sum(word[0].isupper() and len(word.rstrip(".")) > 1 for word in name.split()) == _PAIR


def _enter(people: People, name: tuple[str, ...]) -> None:
    """Note a whole name, unless it is part of a longer one that is noted."""
    known = people.full.setdefault(name[-1].lower(), [])
    given = {word.rstrip(".").lower() for word in name}
    for other in known:
        if given <= {word.rstrip(".").lower() for word in other.split()}:
            return
    known.append(" ".join(name))


def _note_surname(people: People, mention: Mention, language: str) -> None:
    """Note whether a title is before a surname, and the sex that it shows."""
    surname, words = mention.name[0].lower(), words_of(language)
    if mention.roles:
        people.titled.add(surname)
    if words.mr.intersection(mention.roles):
        people.sex[surname] = "he"
    if words.ms.intersection(mention.roles):
        people.sex[surname] = "she"
