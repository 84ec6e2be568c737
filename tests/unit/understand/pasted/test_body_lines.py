"""Which lines are body, by the chances that the line model gave them."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand
from generator.understand.lines.model import Chances
from generator.understand.pasted import body

LONG = "The quay opened on Friday morning, and the first ferry carried forty people across."


def decided(lines: dict[str, float], used: frozenset[int] = frozenset({0})) -> list[str]:
    """Return the lines kept, the first being the headline."""
    chances = Chances(list(lines.values()), [0.0] * len(lines))
    kept = body.decide(list(lines), chances, 0, used)
    return [line for line, is_kept in zip(lines, kept, strict=True) if is_kept]


def test_lines_with_a_good_chance_are_body():
    lines = {"Quay opens": 0.1, "Share": 0.01, LONG: 0.97, "Most read": 0.02, "A teaser line": 0.2}
    assert decided(lines) == [LONG]


def test_the_headline_is_no_body_however_much_it_looks_like_text():
    lines = {"Quay opens.": 0.9, LONG: 0.9, f"{LONG} More.": 0.9}
    assert decided(lines) == [LONG, f"{LONG} More."]


def test_a_line_that_stated_a_fact_is_no_body():
    lines = {"Quay opens": 0.1, "By Jane Doe, Harbour Town": 0.6, LONG: 0.9, "Menu": 0.0}
    assert decided(lines, frozenset({0, 1})) == [LONG]


def test_a_clean_text_keeps_its_short_lines_but_no_buttons():
    note = "Two more ferries will follow before the end of the summer"
    lines = {"Quay opens": 0.1, LONG * 4: 0.9, note: 0.2, "Share": 0.2, LONG * 5: 0.9}
    assert decided(lines) == [LONG * 4, note, LONG * 5]


AROUND = {f"Teaser number {at} of the list beside the text": 0.01 for at in range(20)}


def test_a_page_with_much_around_the_text_keeps_short_lines_in_it_however_unlikely():
    lines = {"Quay opens": 0.1, LONG: 0.9, "Why now": 0.001, f"{LONG} More.": 0.9, **AROUND}
    assert decided(lines) == [LONG, "Why now", f"{LONG} More."]


def test_links_after_a_recognised_line_within_the_text_go_with_it():
    links = ("Lees ook", "What the quay has cost the town so far", "Ann Holm")
    text = {LONG: 0.9, "Why now": 0.01, **dict.fromkeys(links, 0.01), f"{LONG} More.": 0.9}
    kept = [LONG, "Why now", f"{LONG} More."]
    assert decided({"Quay opens": 0.1, **text, **AROUND}) == kept


def test_a_line_within_the_text_that_the_page_has_elsewhere_too_is_a_link():
    link = next(iter(AROUND))
    texts = ["Quay opens", LONG, link, f"{LONG} More.", *AROUND]
    chances = Chances([0.1, 0.9, 0.01, 0.9, *AROUND.values()], [0.0] * len(texts))
    assert body.decide(texts, chances, 0, frozenset({0}))[:4] == [False, True, False, True]


@pytest.mark.parametrize("mark", [">", "•", "–"])
def test_numbered_headings_and_marked_lines_between_paragraphs_are_kept(mark):
    listed = ("2. Northport", f"{mark} Ferries a day: 12 (3rd most)", f"{mark}Berths: 4")
    text = {LONG: 0.9, **dict.fromkeys(listed, 0.02), f"{LONG} More.": 0.9}
    assert decided({"Quay opens": 0.1, **text, **AROUND}) == list(text)


def test_labelled_asides_are_dropped_even_where_they_look_like_text():
    asides = {
        "Read more: What the quay has cost the town so far": 0.9,
        "Foto: Der Kai am Morgen, von der Brücke aus gesehen": 0.9,
        "Читайте также: Как строили набережную": 0.9,
    }
    assert decided({"Quay opens": 0.1, LONG: 0.9, **asides, f"{LONG} More.": 0.9}) == [
        LONG,
        f"{LONG} More.",
    ]


CAPTIONS = (
    "Two ferries lie at the new quay on Friday morning. Photo: Anna Reed / Town archive",
    "Zwei Fähren liegen am Freitagmorgen am neuen Kai.Foto: Anna Ried",
    "Two ferries lie at the new quay. (Anna Reed/Reuters)",
    "Pictured from left, the harbour master, the mayor and the captain of the first ferry.",
    "The mayor (left) cuts the ribbon beside the harbour master.",
    "27일 부두에서 시장이 인사하고 있다. 뉴시스",
    "The quay is open! pic.twitter.com/aBcDeF12",
)


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_and_posts_put_in_are_dropped_even_where_they_look_like_text(line):
    lines = {"Quay opens": 0.1, LONG: 0.9, line: 0.9, f"{LONG} More.": 0.9, **AROUND}
    assert decided(lines) == [LONG, f"{LONG} More."]


@pytest.mark.parametrize(
    "line",
    [
        "The photo showed two ferries at the quay, and nobody knew who had taken it.",
        "Harbour master Jane Doe (R) voted for the plan, as she had said she would.",
        "Reuters reported that the quay had cost twice as much as planned.",
        "Turn left at the quay, she said, and you see what the town has paid for.",
    ],
)
def test_sentences_that_speak_of_pictures_or_agencies_are_kept(line):
    lines = {"Quay opens": 0.1, LONG: 0.9, line: 0.9, f"{LONG} More.": 0.9, **AROUND}
    assert decided(lines) == [LONG, line, f"{LONG} More."]


def test_a_text_pasted_without_its_page_keeps_the_captions_in_it():
    lines = {"Quay opens": 0.1, LONG * 4: 0.9, CAPTIONS[0]: 0.9, LONG * 5: 0.9}
    assert decided(lines) == [LONG * 4, CAPTIONS[0], LONG * 5]


def test_a_label_of_the_article_itself_is_kept():
    lines = {"Quay opens": 0.1, LONG: 0.9, "What comes next: three more quays": 0.8, "Menu": 0.0}
    assert decided(lines) == [LONG, "What comes next: three more quays"]


def test_without_any_likely_line_what_has_words_below_the_headline_is_body():
    lines = {"Quay opens": 0.1, "It opened.": 0.3, "Share": 0.1, "—": 0.1, "Ferries came.": 0.3}
    assert decided(lines) == ["It opened.", "Ferries came."]


def test_likely_decides_by_chance_alone():
    assert body.likely(Chances([0.9, 0.2, 0.9], [0.0] * 3), 0) == [False, False, True]
    assert body.likely(Chances([0.9, 0.2], [0.0] * 2)) == [True, False]


SENTENCE = (
    "The bridge in Northport reopened to all traffic on Monday after two years of repairs that "
    "cost the town nine million."
)


def test_a_single_sentence_above_its_source_is_the_text_and_no_headline():
    data = f"{SENTENCE}\nSource:\nNorthport Courier\n3 March 2024\n".encode()
    (article,) = understand(Source("a.txt", data, "", dt.date(2026, 1, 1)), Limits()).articles
    assert [block.text for block in article.blocks] == [SENTENCE]
    assert "no-title" in {problem.code for problem in article.problems}


def test_a_credit_beside_a_caption_is_no_heading_and_no_byline():
    below = "Shopkeepers said that they had lost half of their customers since the works began."
    credit = ("toggle caption", "Ann Lee/Courier")
    rows = ("Harbour bridge reopens", "March 3, 2024", SENTENCE, *credit, *credit, below)
    source = Source("a.txt", "\n".join(rows).encode(), "", dt.date(2026, 1, 1))
    (article,) = understand(source, Limits()).articles
    assert [block.text for block in article.blocks] == [SENTENCE, below]
    assert article.authors == ()


TEXT = (
    "The council voted on Monday to spend four million on the sea wall, ending years of talk.",
    "Engineers will drive steel piles along the harbour, and the road above will close in spring.",
    "Shopkeepers on the quay have asked for help with the trade that they expect to lose by then.",
)
MENU = ("The Bay Courier", "News", "Sport", "Weather", "Jobs", "Home > News")


def paragraphs(*lines: str) -> list[str]:
    rows = (*MENU, "Sea wall to be built", "By Ann Lee", "3 March 2024", *lines, "© 2024 Bay Media")
    source = Source("a.txt", "\n".join(rows).encode(), "", dt.date(2026, 1, 1))
    return [block.text for block in understand(source, Limits()).articles[0].blocks]


@pytest.mark.parametrize("box", ["READ MORE: Ferry fares to rise", "Advertisement", "Subscribe"])
def test_a_text_goes_on_with_short_sentences_below_a_box(box):
    end = ("Nobody objected.", "Work starts in May.")
    assert paragraphs(*TEXT, box, *end, "Comments", "Most read") == [*TEXT, *end]


def test_a_short_sentence_and_a_colon_may_open_a_text():
    assert paragraphs("Share", "Good morning.", "In short:", *TEXT)[:2] == [
        "Good morning.",
        "In short:",
    ]


def test_no_sentence_below_the_foot_of_a_page_is_text():
    foot = ("Comments", "I never liked that wall.", "Privacy policy", "The sea is near.")
    assert paragraphs(*TEXT, *foot) == list(TEXT)


def test_phrases_of_the_site_are_not_looked_for_in_the_text():
    assert paragraphs(*TEXT, "Share", "Sign up to our newsletter for more stories.") == list(TEXT)


def test_the_headings_of_a_live_text_stay_between_posts():
    heads = ["8:27pm – The first hall is counted", "8:40pm – Fog delays the ferry with the ballots"]
    posts = [f"They count! pic.twitter.com/a{n}cD — Ann Lee (@annlee) July 13, 2016" for n in "12"]
    lines = (*TEXT, heads[0], posts[0], heads[1], posts[1], "Nobody may leave the hall now.")
    found = paragraphs(*lines)
    assert [line for line in (*heads, lines[-1]) if line not in found] == []
