"""Which lines are body, by the chances that the line model gave them."""

from generator.understand import body_lines
from generator.understand.line_model import Chances

LONG = "The quay opened on Friday morning, and the first ferry carried forty people across."


def decided(lines: dict[str, float], used: frozenset[int] = frozenset({0})) -> list[str]:
    """Return the lines kept, the first being the headline."""
    chances = Chances(list(lines.values()), [0.0] * len(lines))
    kept = body_lines.decide(list(lines), chances, 0, used)
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


def test_a_page_with_much_around_the_text_loses_short_lines_of_little_chance():
    around = {f"Teaser number {at} of the list beside the text": 0.01 for at in range(20)}
    lines = {"Quay opens": 0.1, LONG: 0.9, "Why now": 0.04, f"{LONG} More.": 0.9, **around}
    assert decided(lines) == [LONG, f"{LONG} More."]


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


def test_a_label_of_the_article_itself_is_kept():
    lines = {"Quay opens": 0.1, LONG: 0.9, "What comes next: three more quays": 0.8, "Menu": 0.0}
    assert decided(lines) == [LONG, "What comes next: three more quays"]


def test_without_any_likely_line_what_has_words_below_the_headline_is_body():
    lines = {"Quay opens": 0.1, "It opened.": 0.3, "Share": 0.1, "—": 0.1, "Ferries came.": 0.3}
    assert decided(lines) == ["It opened.", "Ferries came."]


def test_likely_tells_by_chance_alone():
    assert body_lines.likely(Chances([0.9, 0.2, 0.9], [0.0] * 3), 0) == [False, False, True]
    assert body_lines.likely(Chances([0.9, 0.2], [0.0] * 2)) == [True, False]
