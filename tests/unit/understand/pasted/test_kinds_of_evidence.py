"""What one place of a head is not enough for, and what is enough: writers, minutes, places."""

import pytest

from ferry_page import FIRST, SECOND, THIRD, TITLE, read

TEXT = (FIRST, SECOND, THIRD)
MENU = ("News", "Sport", "Culture", "Weather", "Video", "Podcasts")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (("14 May 2025", "Bureau for the Coast/Ann Loy", "Text size"), ()),
        (("14 May 2025", "Ann Loy / Hal Moe"), ("Ann Loy",)),
        (("Ann Loy", "9:37", "Share"), ("Ann Loy",)),
        (("Ann Loy", "Published 12 minutes ago", "Share"), ("Ann Loy",)),
        (("Share", "Save", "Print", "Club Tide Plus", "Saved items", "My archive"), ()),
        (("By Ann Loy Reporter Harbour", "14 May 2025"), ("Ann Loy",)),
        (("By ANN LOY, SENIOR REPORTER FOR THE DAILY TIDE", "14 May 2025"), ("Ann Loy",)),
        (("14 May 2025", "Na ANI MWANGI 2 minutes read"), ("ANI MWANGI",)),
        (("14 May 2025", "Ani Sari", "Penulis", "Lihat Foto"), ("Ani Sari",)),
        (("By The Associated Press", "14 May 2025"), ("The Associated Press",)),
        (("By Australian Associated Press", "14 May 2025"), ("Australian Associated Press",)),
        (("14 May 2025", "Por qué confiar en El Faro"), ()),
    ],
)
def test_a_name_in_a_head_is_a_writer_with_a_second_sign_of_it(
    head: tuple[str, ...], authors: tuple[str, ...]
):
    found = read(TITLE, *head, *TEXT, "Most read", *MENU, "Bus to the bridge is late again")
    assert tuple(name.title() for name in found.authors) == tuple(name.title() for name in authors)


def test_the_last_item_of_a_menu_above_the_date_is_no_writer():
    menu = (*MENU, "Events", "Advertise", "Current Issue")
    assert read(TITLE, *menu, "14 May 2025", TITLE, *TEXT).authors == ()


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("4 min read", 4),
        ("4min read", 4),
        ("4 minutes", 4),
        ("20minutos", None),
        ("20min/Hal Moe", None),
        ("Video Duration 02 minutes 31 seconds", None),
    ],
)
def test_minutes_glued_to_a_number_are_a_reading_time_beside_a_word_for_it(
    line: str, minutes: int | None
):
    assert read(TITLE, "14 May 2025", line, *TEXT).reading_minutes == minutes


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("LIMA, Peru --", "Lima, Peru"),
        ("LIMA, Peru, May 14 (AP) --", "Lima, Peru"),
        ("LIMA, May 14 (AP) --", "Lima"),
        ("LA CROSSE, Wis. (AP) --", "La Crosse, Wis."),
    ],
)
def test_a_dateline_states_a_country_with_its_town(dateline: str, place: str):
    text = f"{dateline} {TEXT[0]} It lost 0.4 percent of its riders, and 12 boats."
    assert read(TITLE, "14 May 2025", text, *TEXT[1:]).place == place


def outlet(*foot: str, top: tuple[str, ...] = ("Menu",)) -> str | None:
    """Return the outlet of a page with such first and last lines."""
    return read(*top, *MENU, TITLE, "14 May 2025", *TEXT, "Most read", "Help", *foot).outlet


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        (("© 2025 Tidenet",), "Tidenet"),
        # The page calls itself otherwise, in another place.
        (("About QLR", "QLR", "© 2025 Quay Online"), None),
        # A company that only pictures name may own other outlets.
        (("Photo: Hal Moe / Quay", "© 2025 Quay Group Ltd"), None),
    ],
)
def test_an_owner_alone_is_no_outlet_where_a_page_has_another_name(
    foot: tuple[str, ...], name: str | None
):
    assert outlet(*foot) == name


def test_a_company_is_the_outlet_where_the_page_has_its_name_above_its_foot_too():
    assert outlet("© 2025 Kustblatt GmbH", top=("MEHR KUSTBLATT", "Kustblatt Magazin")) == (
        "Kustblatt"
    )
    assert outlet("© 2025 Kustblatt GmbH", top=("Menu",)) is None


def test_first_lines_with_a_word_of_the_owner_s_are_no_outlet_where_another_name_has_it():
    foot = ("Follow Coast Online on X", "© 2025 Media Coast Ltd")
    assert outlet(*foot, top=("Coast News",)) is None


def test_the_common_beginning_of_several_names_is_the_outlet():
    foot = ("Follow Al Mina on X", "Al Mina Radio", "Al Mina Kids", "Al Mina Jobs", "More Al Mina")
    top = ("Al Mina Media School", "Al Mina", "Al Mina Live")
    assert outlet(*foot, "© 2025 Al Mina Media Network", top=top) == "Al Mina"


def test_a_word_for_a_day_before_the_date_is_no_place():
    assert read(*MENU, TITLE, "Dzisiaj, 14 May 2025", *TEXT).place is None
