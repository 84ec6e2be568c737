"""What heads of pages in further forms state: outlets, places, writers, sections, reading times."""

import pytest

from ferry_page import FIRST, SECOND, THIRD, TITLE, read
from generator.models import Article

MENU = ["News", "Sport", "Culture", "Weather", "Video", "Podcasts", "Sign in"]


def page(
    *, top: str = "Menu", head: tuple[str, ...] = (), text: str = FIRST, foot: str = "Contact"
) -> Article:
    head = head or ("By Ann Loy", "14 May 2025")
    return read(top, *MENU, TITLE, *head, text, SECOND, THIRD, "Most read", "Help", foot)


@pytest.mark.parametrize(
    ("article", "outlet"),
    [
        (page(top="TIDEMARK", foot="© 2025 TIDEMARK LLC"), "TIDEMARK"),
        (
            page(top="Kustblatt", foot="© 2025 Kustblatt GmbH - ein Unternehmen der K Media"),
            "Kustblatt",
        ),
        (page(top="Menu", foot="© 2025 Tidemark Media Group"), None),
        (page(top="Le Quai", foot="Le Quai - Retour à la une"), "Le Quai"),
        (page(top="The Tidemark", head=("The Tidemark Bureau", "14 May 2025")), "The Tidemark"),
        (
            read(f"{TITLE} • The Register", *MENU, TITLE, "14 May 2025", FIRST, SECOND),
            "The Register",
        ),
        (
            read(TITLE, "Seminggu.com, 14 May 2025", f"PALU, SEMINGGU.com - {FIRST}", SECOND),
            "Seminggu.com",
        ),
        (
            read(
                TITLE,
                "By Ann Loy, Reporter for the Tidemark",
                FIRST,
                f"{SECOND} “No,” she told the Tidemark.",
            ),
            "Tidemark",
        ),
        (
            read(TITLE, "14 May 2025", FIRST, SECOND, "Ακολουθήστε το quay.gr στο Google News"),
            "quay.gr",
        ),
        (
            read(
                TITLE,
                "(Jess Orm / The Selby Times)",
                "By Ann Loy",
                "Selby Times staff reporter",
                FIRST,
                SECOND,
                THIRD,
                "Ann Loy covers ports for The Selby Times.",
            ),
            "The Selby Times",
        ),
    ],
)
def test_the_outlet(article, outlet):
    assert article.outlet == outlet


@pytest.mark.parametrize(
    ("article", "place"),
    [
        (page(text=f"STENDAL. {FIRST}"), "Stendal"),
        (page(text=f"Villa de Arriba.— {FIRST}"), "Villa de Arriba"),
        (page(text=f"İZMİR (DHA) - {FIRST}"), "İZMİR"),
        (page(head=("Ayşe LOY / AYDER, (DHA)",)), "Ayder"),
        (page(head=("Ann Loy", "Windrow - 14 MAY 2025 - 05:30 CEST")), "Windrow"),
        (page(head=("By Ann Loy", "Today, 14 May 2025, 14:05")), None),
        (read(TITLE, "14 May 2025", SECOND, THIRD, SECOND, f"WINDROW – {FIRST}"), "Windrow"),
        (page(text=f"WARNING: {FIRST}"), None),
    ],
)
def test_the_place(article, place):
    assert article.place == place


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (("ByPaige MossandCal Reed", "14 May 2025"), ("Paige Moss", "Cal Reed")),
        (
            ("Live reporting by Ann Loy and Cal Reed, harbour reporters", "14 May 2025"),
            ("Ann Loy", "Cal Reed"),
        ),
        (
            ("By Ann Loy", "Reporter", "By Cal Reed", "Correspondent", "14 May 2025"),
            ("Ann Loy", "Cal Reed"),
        ),
        (("World | 14 May 2025 | 13:02 | Ann Loy | Updated 15 May 2025",), ("Ann Loy",)),
        (("The boat.", "Tom Hale", "Ann Loy", "Ann Loy", "14 May 2025"), ("Ann Loy",)),
        (("Ministers Should Mend Ferry, Compensate Towns", "14 May 2025"), ()),
        (("14 May 2025", "Fot. Ida Moss"), ()),
        (("14 May 2025", "LİNKİ KOPYALA"), ()),
    ],
)
def test_the_writers(head, authors):
    assert page(head=head).authors == authors


def test_reporters_in_chinese():
    line = "某某新闻记者 陈若林 实习生 赵一名"
    text = "渡船停运已有三个月，没有人知道什么时候能修好，镇上的居民只能绕道老桥过河。"
    article = read("渡船等待一根没有人能造的缆绳", line, "2025-05-14 10:20", text, text + text)
    assert article.authors == ("陈若林", "赵一名")


@pytest.mark.parametrize(
    ("article", "section"),
    [
        (
            read("Tidemark", "Home Health Health News", TITLE, "14 May 2025", FIRST, SECOND),
            "Health News",
        ),
        (page(foot="Filed Under: Boats, Regulation & Policy"), None),
        (
            read(
                "渡船停运三个月后",
                "高瀬直樹　三好佳奈",
                "2025年5月14日 18時30分",
                "渡船は三か月前から止まっている。" * 6,
            ),
            None,
        ),
    ],
)
def test_the_section(article, section):
    assert article.section == section


def test_minutes_of_a_clause_are_no_reading_time():
    found = page(
        head=(
            "By Ann Loy",
            "14 May 2025",
            "The skipper was carried off after 28 minutes at the quay",
        )
    )
    assert found.reading_minutes is None
    assert page(head=("By Ann Loy", "14 May 2025 • Reading time 3 min")).reading_minutes == 3


def test_a_headline_that_was_cut_off_is_given_in_full():
    found = read(
        "Ferry waits for a cable that nobody...", *MENU, TITLE, "14 May 2025", FIRST, SECOND
    )
    assert found.title == TITLE


@pytest.mark.parametrize(("line", "place"), [("LIMA", "Lima"), ("SBCN", None), ("SBC", None)])
def test_initials_below_the_writer_are_no_place(line, place):
    text = (
        f"Harbour bridge reopens\nAnn Holm\n{line}\n"
        "The harbour bridge in Lima was opened again on Friday, and a bus crossed it at seven, "
        "the mayor told SBCN and SBC on Saturday.\n"
        "Workers had replaced the deck and both of the piers since the spring of last year.\n"
    )
    assert read(text).place == place


@pytest.mark.parametrize("line", ["BEHIND THE COUNTER", "AT THE QUAY"])
@pytest.mark.parametrize("writer", ["By Ann Holm", f"This is Ann Holm, {'again ' * 20}"])
def test_a_heading_above_the_text_is_no_place(line, writer):
    text = (
        f"Harbour bridge reopens\n{writer}\n{line}\n"
        "The harbour bridge was opened again on Friday, and a bus crossed it at seven, which the "
        "people behind the counter at the quay had not expected.\n"
        "Workers had replaced the deck and both of the piers since the spring of last year.\n"
    )
    assert read(text).place is None
