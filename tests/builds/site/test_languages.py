"""A site in another language, and articles written from right to left."""

import pytest

from program import built, page

STORIES = {
    "hafen.txt": """Der Hafen von Lindhaven öffnet wieder
Lokales
26. August 2026
3 Min. Lesezeit

Der Hafen von Lindhaven ist seit Mittwoch wieder offen. Die Arbeiten an der Mole haben zwei Jahre \
gedauert, und die Stadt hat sie aus eigenen Mitteln bezahlt.

Die Fähre fährt von nun an jede halbe Stunde. Wer eine Jahreskarte hat, zahlt nichts dazu.
""",
    "mina.txt": """افتتاح ميناء المدينة بعد عامين من العمل
27 أغسطس 2026

افتتحت المدينة ميناءها الجديد يوم الخميس بعد عامين من العمل. وقال رئيس البلدية إن السفن تستطيع \
الآن أن ترسو في أي وقت من النهار أو الليل.

وتنقل العبارة الركاب كل نصف ساعة إلى الضفة الأخرى. ولا يدفع السكان شيئا في الشهر الأول.
""",
    "namal.txt": """הנמל של העיר נפתח מחדש אחרי שנתיים
28 באוגוסט 2026

הנמל של העיר נפתח מחדש ביום שישי אחרי שנתיים של עבודה. ראש העיר אמר כי האוניות יכולות לעגון בו \
בכל שעה של היום ושל הלילה.

המעבורת יוצאת כל חצי שעה אל הגדה השנייה. התושבים של שתי הגדות אינם משלמים דבר בחודש הראשון.
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = tmp_path_factory.mktemp("languages")
    (project / "seeds").mkdir()
    for name, text in STORIES.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    (project / "seeds/mina.yml").write_text("language: ar\ndate: 2026-08-27\n")
    (project / "seeds/namal.yml").write_text("language: he\ndate: 2026-08-28\n")
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text("site_name: Die Lage\nlanguage: de\n")
    return built(project)


def test_the_interface_is_in_the_language_of_the_site(site):
    front = page(site, "index.html")
    assert front.get("lang") == "de"
    text = " ".join(front.text_content().split())
    for words in ("24.–30. August 2026", "3 Artikel", "Stichwörter", "Archiv", "Zum Text springen"):
        assert words in text
    for words in ("Keywords", "Archive", "At a glance", "articles"):
        assert words not in text
    assert "24.–30. August 2026" in page(site, "editions/index.html").text_content()
    assert "Diese Seite gibt es nicht" in page(site, "404.html").text_content()


@pytest.mark.parametrize(("script", "language"), [("ي", "ar"), ("נ", "he")])
def test_an_article_from_right_to_left(site, script, language):
    pages = [page(path, "") for path in (site / "articles").rglob("index.html")]
    (found,) = [page for page in pages if script in page.findtext(".//h1")]
    assert found.xpath("//body/@dir") == ["ltr"]  # the page around it is German
    for place in ("//h1", "//*[@class='dg-text']"):
        (element,) = found.xpath(place)
        assert (element.get("lang"), element.get("dir")) == (language, "rtl"), place


def test_an_article_in_the_site_s_language_needs_no_mark(site):
    (path,) = (site / "articles").rglob("*hafen*/index.html")
    assert page(path, "").find(".//h1").attrib == {}


def test_a_card_is_aligned_to_the_side_where_its_headline_begins(site):
    cards = page(site, "index.html").cssselect(".dg-card")
    sides = {
        card.find(".//h2/a").get("lang"): card.cssselect(".dg-meta")[0].get("dir") for card in cards
    }
    assert sides == {None: None, "ar": "rtl", "he": "rtl"}


def test_a_site_in_a_language_from_right_to_left(tmp_path):
    (tmp_path / "seeds").mkdir()
    for name in ("mina", "hafen"):
        (tmp_path / f"seeds/{name}.txt").write_text(STORIES[f"{name}.txt"], encoding="utf-8")
    (tmp_path / "seeds/mina.yml").write_text("language: ar\ndate: 2026-08-27\n")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/digest.yml").write_text("site_name: البريد\nlanguage: ar\n")
    front = page(built(tmp_path), "")
    assert front.xpath("//body/@dir") == ["rtl"]
    assert front.get("lang") == "en"  # the interface has no words of its own in Arabic
    links = front.cssselect(".dg-headline a")
    assert {(link.get("lang"), link.get("dir")) for link in links} == {("ar", None), ("de", "ltr")}
