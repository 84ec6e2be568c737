"""Phrases that are rejected as keywords: fragments, verbs, roles, fillers. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.analyse.keywords.generality import is_kind_and_name
from generator.analyse.keywords.german import german_fault, weak_nouns
from generator.analyse.keywords.headline_words import is_only_of_headline
from generator.analyse.keywords.names import head_of, is_field_of_office, joint_start
from generator.analyse.keywords.neighbours import is_of_a_person, is_part
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.keywords.roles import role_fault
from generator.analyse.keywords.single_words import FIRM, weak_single_word
from generator.analyse.keywords.surnames import is_glued_to_surname, is_patronymic, is_surname
from generator.analyse.text.base_forms import is_adjective
from generator.analyse.text.grammar import DETERMINERS, PREPOSITIONS
from generator.analyse.text.lemmas import base_of, is_infinitive, is_inflected_adjective
from generator.analyse.text.parts_of_speech import EITHER, TABLES, part
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import (
    articles,
    boilerplate,
    calendar,
    countries,
    groups,
    heads,
    links,
    noise,
    numeral,
    plurals,
    stop_words,
    vague,
    wide_links,
)
from generator.languages import LANGUAGES

_ACRONYM = 3  # letters of an acronym that may be spelt as a stop word
_NO_START = frozenset({"verb", "adverb", "number", "degree"})
_NO_MIDDLE = frozenset({"verb", "adverb", "degree"})
_NISBA = re.compile(r"ال(.{3,}?)(?:ي|ية|يين|يون)")


def rejection_reason(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    """Return why a phrase is not a keyword; empty if it may be one."""
    return (
        _word_fault(surface, text)
        or _off_topic(surface, text.language)
        or _function_word_fault(phrase, surface, text)
        or _phrase_fault(phrase, text)
        or _weak_evidence(phrase, surface, text)
        or _position_fault(phrase, surface, text)
    )


def _word_fault(surface: Sequence[Token], text: Text) -> str:
    """Return what rules out the words of a phrase; empty if nothing does."""
    language = text.language
    edge, last = surface[0], surface[-1]
    if not edge.content or not last.content:
        return "begins or ends with a function word"
    if any(token.kind == "mark" for token in surface):
        return "a mark inside"
    if len(surface) > 1 and _is_initial(last):
        return "an initial without its name"
    lows = [token.low.rstrip(".") for token in surface]
    if _is_no_subject(surface, lows, language):
        return "no subject"
    if len(surface) == 1 and _is_adjective(edge, language) and not is_surname(edge, text):
        return "an adjective without its noun"
    return role_fault(surface, language)


def _is_initial(token: Token) -> bool:
    return len(token.text.rstrip(".")) == 1 and token.text.isupper()


def _is_no_subject(surface: Sequence[Token], lows: Sequence[str], language: str) -> bool:
    """Return whether a phrase names no subject, or is a small word alone."""
    if _names_no_subject(lows, noise(language)):
        return True
    # Where every noun has a capital, a noun may look like a name.
    is_word = surface[0].kind == "word" or language in LANGUAGES.capital_nouns
    is_vague = is_word and lows[0] in vague()
    is_acronym = surface[0].text.isupper() and len(lows[0]) <= _ACRONYM  # "WHO", unlike "MORE"
    is_stop_word = lows[0] in stop_words(language) and not is_acronym
    return len(surface) == 1 and (is_vague or is_stop_word or _is_small_word(lows[0], language))


def _is_of_a_country(word: str) -> bool:
    """Return whether an Arabic word is an adjective of a country: "التركي" of "تركيا"."""
    found = _NISBA.fullmatch(word)
    return found is not None and any(name.startswith(found[1]) for name in countries("ar"))


def _is_small_word(word: str, language: str) -> bool:
    """Return whether a word is a form of a stop word: "Euch" of "ihr"."""
    base = base_of(word, language, name=True)
    return base is not None and base != word and base in stop_words(language)


def _names_no_subject(lows: Sequence[str], unwanted: Collection[str]) -> bool:
    """Return whether a phrase ends with a number, has a noise word at an edge, or is one letter.

    "Go Go Go" repeats a word instead of naming something.
    """
    is_letter = len(lows[0]) * len(lows) < 2
    is_seat = lows[0][1:2] == "-" and lows[0][2:] in unwanted  # "D-Calif."
    is_repeated = 2 * len(set(lows)) < len(lows)
    at_edge = lows[0] in unwanted or lows[-1] in unwanted
    return numeral(lows[-1]) or at_edge or is_letter or is_repeated or is_seat


def _is_control(token: Token, surface: Sequence[Token], language: str) -> bool:
    """Return whether a small word or a verb in capitals is glued to a name: "WATCHED Holm"."""
    is_verb = part(token.low, language) in {"verb", "participle"}
    shouted = len(token.text) > 2 and token.text.isupper()
    shouted = shouted and (is_verb or token.low in stop_words(language))
    return shouted and not all(other.text.isupper() for other in surface)


def _off_topic(surface: Sequence[Token], language: str) -> str:
    """Return why the words cannot name a subject of the article; empty if they can."""
    lows = [token.low.rstrip(".") for token in surface]
    glued = any(_is_control(token, surface, language) for token in surface)
    if glued or " ".join(lows) in boilerplate():
        return "of the page, not of the article"
    if any(low in calendar(language) for low in lows):
        return "a day or month inside"
    return german_fault(surface) if language in LANGUAGES.capital_nouns else ""


def _is_adjective(token: Token, language: str) -> bool:
    """Return whether a word is an adjective: where nouns have capitals, "Deutsches" as well."""
    if token.kind == "name" and part(token.low, language) in {"adjective", "graded"}:
        return True
    if language == "ar":
        return _is_of_a_country(token.low)
    if token.kind == "word" and is_adjective(token.low, language):
        return True
    if language not in LANGUAGES.capital_nouns:
        return False
    is_noun = base_of(token.low, language, name=True) != base_of(token.low, language, name=False)
    return not is_noun and is_inflected_adjective(token.low, language)


def _function_word_fault(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    """Return the fault of inner function words; allowed in names and in "canal du Midi"."""
    small = [token for token in surface[1:-1] if token.kind in {"stop", "number"}]
    joining = links() | articles()
    number, at, _ = phrase.places[0]
    is_group = any(token.low in groups() for token in surface[:-2])
    if is_group or surface[head_of(surface, 0)].low in heads() or joint_start(text, number, at):
        joining |= wide_links()
    names = surface[0].kind == surface[-1].kind == "name"
    often = text.language in LANGUAGES.romance and len(phrase.places) > 1
    fits = (names or often) and all(token.low in joining for token in small)
    return "" if not small or fits else "a function word inside"


def _phrase_fault(phrase: Phrase, text: Text) -> str:
    """Return why most occurrences are not noun phrases; empty if they are."""
    spans = [text.sentences[number][at:end] for number, at, end in phrase.places]
    faults = [fault for span in spans if (fault := _fault(span))]
    return faults[0] if len(faults) * 2 >= len(spans) else ""


def _fault(span: Sequence[Token]) -> str:
    if not span[-1].noun:
        return "ends without a noun"
    if span[0].kind == "word" and span[0].part in _NO_START:
        return "begins with no noun or adjective"
    if any(token.kind == "word" and token.part in _NO_MIDDLE for token in span[1:-1]):
        return "a verb or adverb inside"
    return ""


def _weak_evidence(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    """Return why a phrase with few occurrences is not accepted; empty if it is."""
    is_single = len(surface) == 1
    if is_single and (reason := weak_single_word(phrase, surface, text)):
        return reason
    if text.language == "ar" and is_kind_and_name(phrase, surface, text):
        return "what kind of thing a name is"
    if is_glued_to_surname(surface, text):
        return "a person's name and a word before it"
    if len(phrase.places) >= FIRM:
        return ""
    if len(phrase.places) == 1 and _unsupported(surface, text.language):
        return "occurs once and is not a name"
    return "" if is_single else _weak_words(phrase, surface, text)


def _weak_words(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    edge, last = surface[0], surface[-1]
    if edge.kind == "word" and (edge.part == "graded" or edge.low in vague()):
        return "describes, but names no kind of thing"
    if edge.kind == "word" and (
        _starts_with_verb(surface, text.language)
        or is_infinitive(edge.low, text.language)
        or not _is_modifier(phrase, edge, text)
    ):
        return "begins with a verb"
    if text.language in LANGUAGES.capital_nouns:
        return weak_nouns(surface)
    described = edge.kind == "word" and last.kind == "name"
    return "a name and a description before it" if described else ""


def _unsupported(surface: Sequence[Token], language: str) -> bool:
    """Return whether a phrase that occurs once has no other evidence.

    Without a table of parts of speech, words and groups of words may be of any kind; for groups,
    Romance endings are evidence enough.
    """
    named = sum(token.kind == "name" for token in surface)
    if language in LANGUAGES.capital_nouns and surface[0].text[0].islower():
        return True
    if language in TABLES | LANGUAGES.capital_nouns or named == len(surface):
        return False
    joined = any(token.kind == "stop" for token in surface)
    return len(surface) == 1 or (named > 0 and not joined) or language not in LANGUAGES.romance


def _starts_with_verb(surface: Sequence[Token], language: str) -> bool:
    """Return whether the first word is a verb, by its ending or the next word: "recycles paper".

    Few nouns are in the plural before another: "arms control", "sports club".
    """
    edge, after = surface[:2]
    if language not in TABLES:
        return False
    if edge.low.endswith("ing") and edge.part == "participle":
        return after.part in {"adjective", "graded"}
    plural = edge.low.endswith("s") and not edge.low.endswith(("ss", "ics", "us", "is", "ous"))
    return plural and edge.part != "adjective" and edge.low not in plurals()


def _is_modifier(phrase: Phrase, edge: Token, text: Text) -> bool:
    """Return whether a possible verb is used as an adjective: "the frozen ground"."""
    number, at, _ = phrase.places[0]
    before = text.sentences[number][at - 1] if at else None
    if len(phrase.places) > 1 or (before is not None and before.low in DETERMINERS):
        return True
    may = part(edge.low, text.language)
    if before is None or before.kind == "mark":
        return may not in {*EITHER, "participle"}
    return may != "participle" or (before.low in PREPOSITIONS and not edge.low.endswith("ing"))


def _position_fault(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    names = all(token.kind == "name" for token in surface)
    if is_only_of_headline(phrase, surface, text):
        return "in the headline only"
    if (text.language == "en" or len(surface) > 1) and _is_mostly_field_of_office(phrase, text):
        return "the field of an office"
    if len(phrase.places) == 1 and _begins_with_frequent_name(surface, text):
        return "a name and a word that is beside it once"
    # A name of several words is also whole where "Tribunal Supremo | Ángel Hurtado" looks like one.
    is_cut = phrase.cut > 0.5 or (phrase.cut == 0.5 and not (names and len(surface) > 1))
    if is_cut or is_patronymic(phrase, text):
        return "part of a name"
    if is_of_a_person(phrase, surface, text):
        return "an institution and whose it is"
    return "mostly part of a longer phrase" if is_part(phrase, text) else ""


def _is_mostly_field_of_office(phrase: Phrase, text: Text) -> bool:
    """Return whether most occurrences are fields of offices: "Secretary of | State"."""
    fields = [is_field_of_office(text.sentences[number], at) for number, at, _ in phrase.places]
    return 2 * sum(fields) >= len(fields)


def _begins_with_frequent_name(surface: Sequence[Token], text: Text) -> bool:
    """Return whether a phrase is a name that occurs elsewhere as well, and a common word."""
    starts = surface[0].kind == "name" and surface[-1].kind == "word"
    return starts and len(text.where[surface[0].stem]) > 1
