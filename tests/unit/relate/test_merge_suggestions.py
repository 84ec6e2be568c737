"""Which sections and outlets `check` thinks may be one, and what the editor is told to write."""

import yaml

from articles import make_article
from generator.config import Settings
from generator.relate.merge_suggestions import merge_suggestions


def articles(*names):
    return [
        make_article(source=f"{number}.txt", section=section, outlet=outlet)
        for number, (section, outlet) in enumerate(names)
    ]


def messages(given, **settings):
    return [found.message for found in merge_suggestions(given, Settings(**settings))]


def test_spellings_and_languages_of_a_section_are_suggested_under_the_commonest():
    given = articles(*((name, None) for name in ("Politics", "Politics", "Politik", "POLITICS")))
    asked = [message.partition(" If so")[0] for message in messages(given)]
    assert asked == [
        "sections: 'Politik' (1) and 'Politics' (2) may be one.",
        "sections: 'POLITICS' (1) and 'Politics' (2) may be one.",
    ]


def test_a_name_in_capitals_is_never_the_one_to_keep():
    (message,) = messages(articles(("WEATHER", None), ("WEATHER", None), ("Weather", None)))
    assert "{WEATHER: Weather}" in message


def test_forms_of_an_outlet_s_name_are_suggested_and_can_be_pasted():
    given = articles((None, "CNN"), (None, "CNN"), (None, "CNN (Web News)"), (None, "Herald.com"))
    (message,) = messages(given)
    pasted = yaml.safe_load(message.partition("`outlets`: ")[2].partition(";")[0])
    assert pasted == {"CNN (Web News)": "CNN"}
    assert messages(given, outlets=pasted) == []
    assert messages(given, outlets={"CNN (Web News)": "CNN (Web News)"}) == []


def test_an_acronym_in_capitals_is_the_one_to_keep():
    given = articles(("Us Congress", None), ("Us Congress", None), ("US Congress", None))
    (message,) = messages(given)
    assert "{Us Congress: US Congress}" in message


def test_an_outlet_with_an_aside_is_the_one_without_brackets_too():
    (message,) = messages(articles((None, "CNN (Web News)"), (None, "CNN Web News")))
    assert message.startswith("outlets: 'CNN Web News' (1) and 'CNN (Web News)' (1) may be one.")


def test_different_names_are_no_suggestion():
    given = articles(("World", "The Gazette"), ("World Cup", "The Herald"), ("Opera", "Opus"))
    assert messages(given) == []


def test_many_sections_of_one_article_are_named_once():
    names = ["Bees", "Chess", "Dance", "Eels", "Fairs"]
    given = articles(*((name, None) for name in names))
    (message,) = messages(given)
    assert message.startswith("5 sections have one article each: Bees, Chess, Dance, Eels, Fairs.")
    assert messages(given, sections=dict.fromkeys(names, "Life")) == []
