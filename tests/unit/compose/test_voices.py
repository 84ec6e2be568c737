"""Pages of speakers, the dates ahead and their calendar files."""

import datetime as dt
from dataclasses import replace

from icalendar import Calendar

from generator.compose.all_lists import views
from generator.compose.article.entry import Quoted
from generator.compose.article.front_matter import entry_of
from generator.compose.article.page import compose_articles
from generator.compose.article.permalinks import Place
from generator.compose.lists.navigation import masthead
from generator.compose.lists.plain_markdown import compose_plain
from generator.compose.machine_readable.calendars import calendar_files
from generator.compose.machine_readable.publication import Publication
from generator.config import Settings
from generator.models import Article, Block, Insight
from generator.quotations_and_dates import MentionedDate, Quotation
from shelves import WORDS, entry, shelf, story

SITE = Publication("Harbour Digest", "", "en")


def holm(number, *texts, name="Ann Holm", day="2025-08-29", **values):
    quotes = tuple(Quoted(text, 2, name) for text in texts)
    return entry(number, day, quotes=quotes, **values)


def test_a_speaker_of_two_quotations_has_a_page():
    listed = views(shelf(holm(1, "We tested it."), holm(2, "It holds.", day="2025-08-28")))
    page = listed["voices/ann-holm.md"]
    assert [statement.text for statement in page.statements] == ["We tested it.", "It holds."]
    assert page.facts == ("2 quotations", "2 articles")
    [links] = listed["voices/index.md"].links
    assert [(link.text, link.path) for link in links.links] == [("Ann Holm", "voices/ann-holm.md")]


def test_one_quotation_makes_no_page():
    listed = views(shelf(holm(1, "We tested it.")))
    assert [path for path in listed if path.startswith("voices/")] == []
    ways = [link.path for link in masthead(shelf(holm(1, "We tested it.")), {}).ways]
    assert "voices/index.md" not in ways


def test_spellings_of_a_name_meet():
    listed = views(
        shelf(
            holm(1, "We tested it."),
            holm(2, "It holds.", "It stands.", name="Ánn B. Holm", day="2025-08-28"),
        )
    )
    assert listed["voices/ann-b-holm.md"].title == "Ánn B. Holm"
    assert len(listed["voices/ann-b-holm.md"].statements) == 3


def test_a_name_in_two_languages_or_scripts_is_one_speaker():
    listed = views(
        shelf(
            holm(1, "It holds.", "It stands.", name="Wladimir Morosow", language="de"),
            holm(2, "We tested it.", name="Vladimir Morozov"),
            holm(3, "Мы проверили.", name="Владимир Морозов", language="ru"),
        )
    )
    [path] = [path for path in listed if path.startswith("voices/") and path != "voices/index.md"]
    assert (path, len(listed[path].statements)) == ("voices/wladimir-morosow.md", 4)


def test_names_of_one_language_that_sound_alike_stay_apart():
    listed = views(
        shelf(
            holm(1, "It holds.", "It stands.", name="Marc Filips"),
            holm(2, "We tested it.", "Twice.", name="Mark Philips"),
        )
    )
    assert {"voices/marc-filips.md", "voices/mark-philips.md"} <= set(listed)


def test_bearers_of_a_surname_stay_apart_and_a_surname_has_no_page():
    listed = views(
        shelf(
            holm(1, "We tested it.", "It holds."),
            holm(2, "It was my idea.", "Mine alone.", name="Peter Holm"),
            holm(3, "Who knows?", "Not me.", name="Holm"),
        )
    )
    found = sorted(path for path in listed if path.startswith("voices/"))
    assert found == ["voices/ann-holm.md", "voices/index.md", "voices/peter-holm.md"]


def test_the_page_as_plain_text_leads_to_the_place_in_the_article():
    listed = views(shelf(holm(1, "We tested it."), holm(2, "It holds.", day="2025-08-28")))
    body = compose_plain(listed["voices/ann-holm.md"], WORDS).body
    assert "> [We tested it.](<../articles/2025/story-1.md#p2>)" in body


def test_an_edition_has_the_words_of_its_speakers():
    listed = views(shelf(holm(1, "We tested it.")))
    assert listed["editions/2025-W35.md"].statements == ()
    listed = views(
        shelf(
            holm(1, "We tested it.", "We tested every bolt of it."),
            holm(2, "It holds.", day="2025-08-20"),
        )
    )
    [statement] = listed["editions/2025-W35.md"].statements
    assert (statement.text, statement.speaker.path) == (
        "We tested every bolt of it.",
        "voices/ann-holm.md",
    )


def test_a_speaker_page_has_the_sentence_around_a_quotation():
    quotes = (
        Quoted("We tested it,", 2, "Ann Holm", "“", "” said Holm."),
        Quoted("It holds.", 3, "Ann Holm"),
    )
    page = views(shelf(entry(1, "2025-08-29", quotes=quotes)))["voices/ann-holm.md"]
    assert [(said.before, said.after) for said in page.statements] == [
        ("“", "” said Holm."),
        ("", ""),
    ]
    assert (
        "> “[We tested it,](<../articles/2025/story-1.md#p2>)” said Holm."
        in compose_plain(page, WORDS).body
    )


def test_a_story_has_the_dates_that_its_articles_name():
    first = entry(
        1,
        "2025-08-29",
        mentioned=(("2025-08-12", Quoted("It broke on 12 August.", 0)),),
        ahead=(("2025-09-12", Quoted("It opens on 12 September.", 1)),),
    )
    second = entry(2, "2025-08-30", ahead=(("2025-09-12", Quoted("On 12 September.", 0)),))
    page = views(shelf(first, second, stories=[story("bridge", first, second)]))
    dates = page["stories/2025/bridge.md"].story.dates
    assert [(day.date, [statement.text for statement in day.items]) for day in dates] == [
        ("2025-08-12", ["It broke on 12 August."]),
        ("2025-09-12", ["It opens on 12 September."]),
    ]
    hidden = [replace(article, shown="link") for article in (first, second)]
    page = views(shelf(*hidden, stories=[story("bridge", *hidden)]))
    assert page["stories/2025/bridge.md"].story.dates == ()


def ahead():
    sentence = Quoted("The bridge opens on 12 September; all come.", 1)
    dates = (
        ("2025-09-12", sentence),
        ("2027", Quoted("By 2027 it will pay.", 3)),
        ("2025-08-30", Quoted("It is tested on 30 August.", 3)),
    )
    return shelf(
        entry(1, "2025-08-29", ahead=dates, section="World"),
        entry(2, "2025-09-01"),
    )


def test_what_is_ahead_of_the_latest_article_is_listed_by_date():
    page = views(ahead())["ahead/index.md"]
    assert [(day.date, day.label) for day in page.agenda] == [
        ("2025-09-12", "12 September 2025"),
        ("2027", "2027"),
    ]
    assert page.files == (("Ahead", "ahead/calendar.ics"), ("World", "sections/world/calendar.ics"))
    assert "ahead/index.md" not in views(shelf(entry(1, "2025-08-29")))


def test_days_ahead_are_events_of_calendar_files():
    files = dict(calendar_files(ahead(), SITE))
    assert sorted(files) == ["ahead/calendar.ics", "sections/world/calendar.ics"]
    calendar = Calendar.from_ical(files["ahead/calendar.ics"])
    [event] = calendar.walk("VEVENT")
    assert str(event["summary"]) == "The bridge opens on 12 September; all come."
    assert event["dtstart"].dt.isoformat() == "2025-09-12"
    assert dict(calendar_files(ahead(), SITE)) == files
    assert list(calendar_files(shelf(entry(1, "2025-08-29")), SITE)) == []


def test_what_may_not_be_shown_is_not_quoted():
    article = Article(
        "a.txt",
        "",
        dt.date(2025, 9, 1),
        "The bridge",
        (Block("“We tested it,” said Ann Holm."),),
        "en",
        outlet="Courier",
    )
    insight = Insight(
        quotes=(Quotation("We tested it,", 0, 0, "Ann Holm"),),
        ahead=(MentionedDate("2025-09-12", "“We tested it,” said Ann Holm.", 0),),
    )
    for rights, count in (("full", 1), ("excerpt", 1), ("link", 0)):
        settings = Settings.model_validate({"outlets": {"Courier": {"text": rights}}})
        place = Place("articles/2025/the-bridge.md")
        [draft] = compose_articles([article], [insight], [place], settings, WORDS)
        page = draft.make()
        found = entry_of(page.path, page.front)
        assert (len(found.quotes), len(found.ahead)) == (count, count), rights


def test_text_cannot_inject_a_line_into_a_calendar():
    hostile = (
        "Opens on 1 Sep\r\nEND:VEVENT\rBEGIN:VALARM\nATTACH;VALUE=URI:x; a,b\\n\x00\x0b"
        + "\u20ac" * 90
    )
    ahead = (("2025-09-01", Quoted(hostile, 1)),)
    listed = shelf(entry(1, "2025-08-29", ahead=ahead, title=hostile, section=hostile))
    for _, data in calendar_files(listed, SITE):
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        lines = data.replace(b"\r\n ", b"").decode().splitlines()
        assert [line for line in lines if line.startswith(("BEGIN", "END", "ATTACH"))] == [
            *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"),
        ]
        [event] = Calendar.from_ical(data).walk("VEVENT")
        assert str(event["summary"]).startswith("Opens on 1 Sep END:VEVENT BEGIN:VALARM ATTACH")
