"""The names of sections and outlets: the editor's maps, and no section in capitals."""

import pytest

from articles import make_article
from generator.config import Settings
from generator.relate.display_names import in_lower_case, under_display_names
from generator.relate.names_in_use import NamesInUse
from generator.validation import parse


def article(section=None, outlet=None, language="en", **fields):
    return make_article(section=section, outlet=outlet, language=language, **fields)


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("SUCESOS", "es", "Sucesos"),
        ("CIENCIA Y TECNOLOGÍA", "es", "Ciencia y tecnología"),
        ("WORLD NEWS", "en", "World News"),
        ("US CONGRESS", "en", "US Congress"),
        ("LIFE IN THE CITY", "en", "Life in the City"),
        ("POLITIK", "de", "Politik"),
        ("AUS ALLER WELT", "de", "AUS ALLER WELT"),
        ("AUS DEM STAD", "lb", "AUS DEM STAD"),
        ("KULTUR", "lb", "Kultur"),
        ("ΠΟΛΙΤΙΚΗ", "el", "ΠΟΛΙΤΙΚΗ"),
        ("SİYASET", "tr", "Siyaset"),
        ("IŞIK VE SES", "tr", "Işık ve ses"),
        ("NBA", "en", "NBA"),
        ("U.S.", "en", "U.S."),
        ("World news", "en", "World news"),
        ("国際ニュース", "ja", "国際ニュース"),
    ],
)
def test_a_section_in_capitals_is_set_as_its_language_sets_it(name, language, expected):
    assert in_lower_case(name, language) == expected


def test_the_editor_s_maps_decide():
    text = "sections: {SUCESOS: Crime, Lokales: Local}\noutlets: {Gazette (Web): The Gazette}"
    settings = parse(Settings, text, "x")
    given = [
        article("Sucesos", "Gazette (web)", "es"),
        article("lokales", "Herald", "de"),
        article("WORLD", None),
        article(),
    ]
    found = [(found.section, found.outlet) for found in under_display_names(given, settings)]
    assert found == [("Crime", "The Gazette"), ("Local", "Herald"), ("World", None), (None, None)]


def test_capitals_that_an_editor_wrote_stay():
    given = article("SPORTS", origins={"section": "sidecar"})
    assert [found.section for found in under_display_names([given], Settings())] == ["SPORTS"]


def test_entries_without_an_article_are_named_with_the_nearest():
    text = "sections: {Sucessos: Crime}\noutlets: {Gazette: {text: link}}"
    names = NamesInUse()
    names.note([article("Sucesos", "Gazette")])
    (problem,) = names.unused(parse(Settings, text, "x"))
    assert problem.message == (
        "sections: no article has 'Sucessos', so the entry has no effect. Did you mean 'Sucesos'?"
    )
