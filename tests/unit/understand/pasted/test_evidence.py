"""What is said of the values that were considered for section, outlet, place and authors."""

import datetime as dt

from generator.models import Source
from generator.understand import considered

PAGE = """Menu
Politics
Sport
Weather
Newsletters
Harbour bridge reopens after a year of repairs
By Ann Reed
14 May 2025
The harbour bridge was opened again on Friday, and the first bus crossed it at seven.
The repairs took a year and cost 40 million, a third more than the council had planned.
“It cannot be helped,” said the mayor, who walked across with her two children at noon.
More from Tidewater
Watch Tidewater
"""


def lacks(name: str, text: str) -> dict[tuple[str, str], str]:
    source = Source(name, text.encode(), "", dt.date(2026, 1, 1))
    return {(item.field, item.text): item.lacks for item in considered(source)}


def test_candidates_are_listed_with_what_they_lack():
    found = lacks("bridge.txt", PAGE)
    assert "menu" in found["section", "Sport"]
    assert found["outlet", "Tidewater"].startswith("too little evidence: more lines, offer")


def test_initials_are_rejected_below_another_name_at_the_top():
    page = f"Two Rivers\n{PAGE}Join RQ's channel on WhatsApp\nRQ newsletter\nRQ app\n"
    found = lacks("bridge.txt", page)
    assert found["outlet", "RQ"].startswith("initials, and another name is at the page's top")


def test_the_value_that_was_taken_lacks_nothing():
    found = lacks("bridge.txt", PAGE + "Follow Tidewater on X\n© 2025 Tidewater\n")
    assert found["outlet", "Tidewater"] == ""


def test_what_one_line_says_of_a_name_counts_once():
    found = lacks("bridge.txt", f"{PAGE}Subscribe to the Long Read newsletter. Sign up now.\n")
    assert found["outlet", "Long Read"].startswith("too little evidence")


def test_the_address_in_the_masthead_is_preferred_to_the_owner_of_the_rights():
    text = PAGE.replace("The repairs", "Photo: Ida Moss, Delta\nThe repairs").replace(
        "said the mayor", "the mayor told tidewater.com"
    )
    owner = "© 1999–2025 Delta, a. s. Any use without consent of Delta, a. s., is prohibited.\n"
    page = f"tidewater.com\n{text}{owner}The server is operated by Delta, a. s.\n"
    assert lacks("bridge.txt", page)["outlet", "tidewater.com"] == ""


def test_the_owner_of_the_rights_is_named_without_its_newsroom():
    page = PAGE + "© 2025 Elbe-Bote Redaktion\n"
    assert lacks("bridge.txt", page)["outlet", "Elbe-Bote"] == ""


def test_nothing_is_considered_for_other_forms():
    assert lacks("bridge.html", "<!doctype html><title>Bridge</title><p>It opened.</p>") == {}


def test_rejected_places_are_listed_with_what_they_lack():
    opening = "The harbour bridge was opened again on Friday"
    found = lacks("bridge.txt", PAGE.replace(opening, "Windrow – It was opened again on Friday"))
    assert "does not name it" in found["place", "Windrow"]
    found = lacks("bridge.txt", PAGE.replace("14 May 2025\n", "Sport, 14 May 2025\n"))
    assert found["place", "Sport"] == "a section's name"
    found = lacks("bridge.txt", PAGE.replace("14 May 2025\n", "Northport, 14 May 2025\n"))
    assert found["place", "Northport"] == ""


def test_rejected_authors_are_listed_with_what_they_lack():
    others = "Edited by Tom Hale\nPhoto: Ida Moss\n14 May"
    found = lacks("bridge.txt", PAGE.replace("14 May", others))
    assert found["authors", "Ann Reed"] == ""
    assert "other than the text" in found["authors", "Tom Hale"]
    found = lacks("bridge.txt", PAGE.replace("By Ann Reed\n", "") + "Tom Hale\nIda Moss\n")
    assert not [field for field, text in found if field == "authors" and not found[field, text]]
