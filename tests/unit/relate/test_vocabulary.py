"""Variants of a name or word meet under one keyword; the editor's lists have the last word."""

import pytest

from generator.analyse.text.word_forms import stem
from generator.config import Keywords
from generator.models import Analysis, Candidate
from generator.relate.keywords import choose_keywords
from generator.relate.vocabulary import vocabulary


def candidate(text, *, name=True):
    """Return a candidate with the features of a good one."""
    key = " ".join(stem(word, "en") for word in text.lower().split())
    return Candidate(text, key, 0.0, 0.0, name)


def shown(*articles, **settings):
    """Return the keywords of each article; of each only the texts of its candidates are given."""
    analyses = [Analysis(tuple(candidate(text) for text in texts)) for texts in articles]
    known = vocabulary(analyses, Keywords(**settings))
    return [
        {keyword.text for keyword in choose_keywords(analysis, "en", known)}
        for analysis in analyses
    ]


@pytest.mark.parametrize(
    ("variant", "other"),
    [
        ("Climate Change", "climate change"),
        ("sea turtles", "sea turtle"),
        ("São Paulo", "Sao Paulo"),
        ("north-west passage", "north west passage"),
        ("Al-Azhar", "Al Azhar"),
        ("U.S.", "US"),
        ("U.S.", "United States"),
        ("USA", "United States of America"),
        ("E.U.", "European Union"),
        ("G-7", "G7"),
        ("Covid-19", "COVID-19"),
        ("Côte d'Ivoire", "Cote d’Ivoire"),
        ("İstanbul", "Istanbul"),
        ("Weißer Ring", "Weisser Ring"),
        ("Королёв", "Королев"),
        ("مُحَمَّد علي", "محمد علي"),
    ],
)
def test_variants_meet(variant, other):
    first, second = shown([variant], [other])
    assert first == second


def test_what_meets_is_shown_once():
    analysis = Analysis(tuple(map(candidate, ("U.S.", "United States", "USA", "Norhaven"))))
    found = choose_keywords(analysis, "en", vocabulary([analysis], Keywords()))
    assert sorted(phrase.text for phrase in found) == ["Norhaven", "United States"]


def test_the_editors_keywords_leave_room_for_no_other_beyond_ten():
    analysis = Analysis(tuple(map(candidate, ("Norhaven", "Millbrook"))))
    own = [f"subject {number}" for number in range(12)]
    found = choose_keywords(analysis, "en", vocabulary([analysis], Keywords()), own)
    assert [phrase.text for phrase in found] == own


def test_the_keys_of_a_collection_are_those_of_its_articles():
    analyses = [Analysis((candidate("USA"),)), Analysis((candidate("harbour bridge"),))]
    known = vocabulary(analyses, Keywords())
    assert list(known.collected) == [known.keys(analysis) for analysis in analyses]


def test_an_acronym_meets_its_expansion_where_one_article_has_both():
    first, second = shown(["World Health Organization", "WHO"], ["WHO"])
    assert first == second == {"World Health Organization"}


def test_an_acronym_of_two_expansions_stays_as_it_is():
    both = shown(["Central Bank", "CB"], ["City Ballet", "CB"], ["CB"])
    assert both[2] == {"CB"}


def test_a_surname_meets_the_full_name_that_the_collection_leaves():
    _, alone = shown(["Takeshi Iwai", "Iwai"], ["Iwai"])
    assert alone == {"Takeshi Iwai"}


def test_a_surname_of_two_persons_stays_as_it_is():
    found = shown(["Hillary Clinton", "Clinton"], ["Bill Clinton", "Clinton"], ["Clinton"])
    assert found[2] == {"Clinton"}


@pytest.mark.parametrize("best", ["Kathleen Sebelius", "Secretary Sebelius"])
def test_of_two_full_names_in_an_article_its_best_has_the_surname(best):
    names = sorted(["Kathleen Sebelius", "Secretary Sebelius"], key=lambda name: name != best)
    assert shown([*names, "Sebelius"], ["Sebelius"])[1] == {best}


def test_other_words_of_the_same_stem_keep_their_form():
    analyses = [Analysis((candidate(text, name=False),)) for text in ("policy", "policies")]
    known = vocabulary(analyses, Keywords())
    assert [known.keys(analysis) for analysis in analyses] == [["polici"]] * 2


def test_the_editors_alias_goes_before_what_was_found():
    first, second = shown(
        ["Takeshi Iwai", "Iwai"], ["Iwai"], aliases={"Iwai": "Foreign Minister Iwai"}
    )
    assert "Foreign Minister Iwai" in first & second


def test_the_editors_never_and_always():
    (found,) = shown(["Norhaven", "bridge"], never=["norhaven"], always=["Bridge"])
    assert found == {"bridge"}


@pytest.mark.parametrize(
    ("variant", "other"),
    [
        ("America", "United States"),
        ("Britain", "UK"),
        ("Burma", "Myanmar"),
        ("Czechia", "Czech Republic"),
        ("Republic of Korea", "South Korea"),
        ("coronavirus", "COVID-19 outbreak"),
        ("ISIS", "Islamic State"),
        ("Labour Party", "Labor Party"),
        ("Department of Justice", "Justice Department"),
        ("U.S. Department of Labor", "Labor Department"),
        ("Republican senators", "Senate Republicans"),
        ("House Dems", "House Democrats"),
        ("Chuck Holm", "Charles Holm"),
    ],
)
def test_names_that_newspapers_write_in_several_ways_meet(variant, other):
    first, second, third = shown([variant], [other], [variant])
    assert first == second == third


@pytest.mark.parametrize(
    ("language", "variant", "other"),
    [
        ("de", "Vereinigte Staaten", "USA"),
        ("fr", "Grande-Bretagne", "Royaume-Uni"),
        ("es", "EE. UU.", "Estados Unidos"),
        ("ru", "КНР", "Китай"),
        ("tr", "Birleşmiş Milletler", "BM"),
    ],
)
def test_a_country_has_one_name_in_each_language(language, variant, other):
    found = [
        Candidate(text, text.lower(), 0.0, 0.0, name=True, language=language)
        for text in (variant, other)
    ]
    known = vocabulary([Analysis((found[0],)), Analysis((found[1],))], Keywords())
    assert len({key for item in found for key in known.keys(Analysis((item,)))}) == 1


def test_a_country_is_no_island_that_has_its_name_in_brackets():
    usa = Candidate("США", "сша", 0.0, 0.0, name=True, language="ru")  # "Виргинские о-ва (США)"
    known = vocabulary([Analysis((usa,))], Keywords())
    (key,) = known.keys(Analysis((usa,)))
    assert known.text(usa, key) == "США"


def test_the_dominant_reading_goes_to_articles_that_have_the_surname_alone():
    rare = [["Ida Vance", "Vance"]]
    usual = [["Cyrus Vance", "Vance"]] * 12
    assert shown(*usual, *rare, ["Vance"])[-1] == {"Cyrus Vance"}
    assert shown(*usual[:4], *rare, ["Vance"])[-1] == {"Vance"}


def test_within_an_article_a_surname_is_the_bearer_whom_it_names():
    found = shown(*[["Cyrus Vance", "Vance"]] * 12, ["Ida Vance", "Vance"])
    assert found[-1] == {"Ida Vance"}


def test_a_surname_that_is_also_a_common_word_is_not_resolved_elsewhere():
    found = shown(["Brit Field", "Field"], ["Field"], ["wheat field"])
    assert found[1] == {"Field"}


def test_a_middle_name_makes_no_second_person():
    first, second, third = shown(["Carla Ruiz"], ["Carla M. Ruiz"], ["Carla Ruiz"])
    assert first == second == third == {"Carla Ruiz"}


def test_two_middle_initials_are_two_persons():
    found = shown(["George Holm"], ["George W. Holm"], ["George H. Holm"], ["George Holm"])
    assert found[1] == {"George W. Holm"}


def test_an_acronym_may_leave_out_what_follows_and():
    first, second = shown(["Centers for Disease Control and Prevention", "CDC"], ["CDC"])
    assert first == second


def test_a_first_name_in_lower_case_once_does_not_part_surname_and_person():
    articles = [["Aron Holm", "Holm"]] * 24 + [["aron holm"], ["Holm"]]
    assert shown(*articles)[-1] == {"Aron Holm"}


def test_what_a_headline_puts_before_a_person_makes_no_second_one():
    articles = [["Ann Holm", "Holm"]] * 4 + [["Ohio Ann Holm", "Holm"], ["Holm Holm"], ["Holm"]]
    assert shown(*articles)[-1] == {"Ann Holm"}


def test_an_acronym_whose_stem_is_shorter_meets_its_expansion():
    assert shown(["IRS", "Internal Revenue Service"], ["IRS"]) == [{"Internal Revenue Service"}] * 2


def test_one_of_many_articles_does_not_decide_what_an_acronym_stands_for():
    found = shown(["Funny Bureau of Immunity", "FBI"], *[["FBI"]] * 30)
    assert found[-1] == {"FBI"}


def test_a_surname_that_is_mostly_alone_meets_the_person_whom_several_articles_name():
    found = shown(*[["Bashar Holm", "Holm"]] * 3, *[["Holm"]] * 9)
    assert found[-1] == {"Bashar Holm"}


def test_a_middle_initial_and_a_short_first_name_make_no_second_person():
    found = shown(*[["Chuck Holm", "Holm"]] * 2, ["Charles D. Holm"], ["Holm"])
    assert found[2:] == [{"Chuck Holm"}] * 2


def test_an_office_before_a_person_makes_no_second_one():
    office = [["Leader Ann Holm", "party leader"]] * 3
    assert shown(*office, ["Ann Holm"])[0] == {"Ann Holm", "party leader"}


def test_a_body_is_the_one_whose_longer_name_the_article_has():
    articles = [["Senate Water Committee"], ["House Water Committee"]] * 2
    found = shown(*articles, ["Water Committee", "House Water Committee"], ["Water Committee"])
    assert found[-2] == {"House Water Committee"}
    assert found[-1] == set()  # of several, no one knows which


def test_a_body_that_is_mostly_without_a_longer_name_is_itself():
    articles = [["Senate Water Committee"], ["House Water Committee"]] * 2
    assert shown(*articles, *[["Water Committee"]] * 5)[-1] == {"Water Committee"}


def test_a_person_is_shown_in_full_where_the_only_article_has_the_name():
    assert shown(["Holm", "Greta Holm"]) == [{"Greta Holm"}]


def test_what_an_acronym_stands_for_is_shown_where_the_article_has_it():
    assert shown(["NBB", "Norhaven Bridge Board"]) == [{"Norhaven Bridge Board"}]


def test_an_outlet_in_capitals_is_no_first_name():
    assert shown(["Holm", "KURIER Holm", "the river"], ["Holm"])[1] == {"Holm"}


def test_in_german_a_noun_before_a_name_is_no_first_name():
    bare = Candidate("Holmin", "holmin", 0.0, 0.0, name=True, language="de")
    whole = bare._replace(text="Wirkstoff Holmin", key="wirkstoff holmin", odds=-1.0)
    analysis = Analysis(candidates=(bare, whole._replace(described=True)))
    chosen = choose_keywords(analysis, "de", vocabulary([analysis], Keywords()))
    assert [keyword.text for keyword in chosen] == ["Holmin"]
