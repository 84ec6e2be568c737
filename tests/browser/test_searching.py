"""The search: from any page, by keyboard, narrowed and sorted, shared by its address, from disk."""

import re
import shutil
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from chromium import served
from generator.site.search.fold import words
from program import built

TEXTS = (
    "The Minister’s visit, at 5 o'clock",
    "Straße nach Łódź, Þórshöfn, İstanbul, DIŞ",
    "l’Ouzbékistan",
    "Oʻzbekiston O'zbekiston O‘zbekiston bogʻ g`oya",
    "Ещё Йод об'єкт обʼєкт",
    "ΟΔΟΣ όλος",
    "أحمد مُحَمَّد الـعربية ٣ كتاب ١٢",
    "日本政府と東京2025年 々 ー ガス",
    "हिन्दी समाचार १२",
    "ไทย ภาษา",
    "한국 뉴스",
    "ＦＵＬＬ width ﬁnal ½ x² Ⅷ",
    "a_b snake_case C++ é e\u0301",
    "\U00020000\U00020001 emoji 😀 end",
    "",
)
JAPAN = "Japan plans to discuss defense cooperation"
ULUGH = "Ulugh Beg measured the year"


def headlines(page):
    return page.locator(".dg-found h2")


def shown(page):
    """Return a page whose results and facets are those of its address."""
    expect(page.locator(".dg-found")).to_have_attribute("aria-busy", "false")
    return page


def count(page):
    return page.get_by_role("status")


def facet(page, name, value):
    return page.locator(f"[data-facet={name}] li", has_text=value)


@pytest.fixture
def article(tab, addresses, folders):
    def opened(site, **settings):
        found = min((folders[site] / "articles").rglob("index.html")).parent
        page = tab(**settings)
        page.goto(f"{addresses[site]}{found.relative_to(folders[site])}/")
        return page

    return opened


@pytest.mark.parametrize("key", ["/", "s"])
@pytest.mark.parametrize(("site", "title"), [("seed", JAPAN), ("demo", ULUGH)])
def test_from_an_article_by_keyboard_alone(article, site, title, key):
    page = article(site, viewport={"width": 1280, "height": 800})
    page.keyboard.press(key)
    page.keyboard.type("Uzbekistan")
    page.keyboard.press("Enter")
    expect(count(page)).to_have_text("1 article")
    expect(page.locator(".dg-found mark").first).to_have_text("Uzbekistan")
    expect(page.locator("input[name=q]")).to_have_value("Uzbekistan")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(title)


def test_from_a_phone(article):
    page = article("demo", viewport={"width": 390, "height": 844})
    page.locator(".dg-to-search").click()
    expect(page.locator("input[name=q]")).to_be_focused()
    page.keyboard.type("samark")  # half typed
    expect(headlines(page)).to_contain_text([ULUGH])


@pytest.mark.parametrize(
    ("typed", "written"), [("Uzbekstan", "uzbekistan"), ("Ubzekistan", "uzbekistan")]
)
def test_a_misspelt_name_is_found_and_said_to_be(tab, addresses, typed, written):
    page = tab()
    page.goto(f"{addresses['seed']}search/?q={typed}")
    expect(headlines(page)).to_contain_text([JAPAN])
    expect(page.locator(".dg-find__notes")).to_contain_text(f"“{written}”")


def test_results_say_what_lists_say(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/?q=Iceland")
    card = page.locator(".dg-found .dg-card").first
    for part in (".dg-kicker", "h2", ".dg-summary mark", "time", ".dg-meta span", ".dg-keywords"):
        expect(card.locator(part).first).to_be_visible()
    card.locator(".dg-keywords a").first.click()
    page.wait_for_url("**/search/?keyword=*")
    expect(headlines(page).nth(1)).to_be_visible()


def test_facets_count_and_narrow_and_the_back_button_undoes(tab, addresses):
    page = tab(viewport={"width": 1280, "height": 800})
    page.goto(f"{addresses['demo']}search/?q=moon")
    everything = headlines(shown(page)).count()
    science = facet(page, "section", "Science")
    number = int(science.locator(".dg-count").inner_text())
    assert 0 < number < everything
    science.locator("input").check()
    expect(headlines(page)).to_have_count(number)
    expect(count(page)).to_have_text(f"{number} articles")
    assert {element.inner_text() for element in page.locator(".dg-found .dg-kicker").all()} == {
        "SCIENCE"
    }
    expect(science.locator("input")).to_be_focused()
    other = facet(page, "section", "Culture")  # a further choice of the same facet adds
    more = int(other.locator(".dg-count").inner_text())
    other.locator("input").check()
    expect(headlines(page)).to_have_count(number + more)
    page.go_back()
    expect(headlines(page)).to_have_count(number)
    page.go_back()
    expect(headlines(page)).to_have_count(everything)
    assert urlsplit(page.url).query == "q=moon"


def test_sorted_by_date(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/?q=eclipse")
    expect(count(page)).to_contain_text("articles")
    by_relevance = headlines(shown(page)).all_inner_texts()
    page.get_by_label("Sort by").select_option("date")
    expect(page).to_have_url(f"{addresses['demo']}search/?q=eclipse&sort=date")
    expect(headlines(page).first).not_to_have_text(by_relevance[0])
    assert sorted(headlines(page).all_inner_texts()) == sorted(by_relevance)
    days = [element.get_attribute("datetime") for element in page.locator(".dg-found time").all()]
    assert days == sorted(days, reverse=True)


def test_an_address_shared_shows_the_same(tab, addresses):
    page = tab(viewport={"width": 1280, "height": 800})
    page.goto(f"{addresses['demo']}search/")
    page.keyboard.type("eclipse")
    expect(page).to_have_url(f"{addresses['demo']}search/?q=eclipse")
    facet(page, "language", "English").locator("input").check()
    page.get_by_label("Sort by").select_option("date")
    expect(page).to_have_url(f"{addresses['demo']}search/?q=eclipse&sort=date&language=en")
    seen = headlines(shown(page)).all_inner_texts()
    other = tab(viewport={"width": 1280, "height": 800})
    other.goto(page.url)
    expect(headlines(other)).to_have_text(seen)
    expect(facet(other, "language", "English").locator("input")).to_be_checked()
    expect(other.locator("input[name=q]")).to_have_value("eclipse")


def ask(tab, addresses, query):
    page = tab(viewport={"width": 1280, "height": 800})
    page.goto(f"{addresses['demo']}search/?{urlencode({'q': query})}")
    return shown(page)


@pytest.mark.parametrize(
    ("query", "found", "lost"),
    [
        ("moon -eclipse", "moon", "eclipse"),
        ("moon -“lunar eclipse”", "moon", "lunar eclipse"),
    ],
)
def test_a_minus_sign_excludes_a_word_or_a_phrase(tab, addresses, query, found, lost):
    everything = headlines(ask(tab, addresses, found)).count()
    page = ask(tab, addresses, query)
    expect(headlines(page).first).to_be_visible()
    assert 0 < headlines(page).count() < everything
    other = tab()
    for address in page.locator(".dg-found h2 a").all():
        other.goto(address.evaluate("link => link.href"))
        assert lost not in other.locator(".dg-article").inner_text().lower()


def test_quotation_marks_find_an_exact_phrase(tab, addresses):
    page = ask(tab, addresses, '"solar eclipse"')
    expect(headlines(page).first).to_be_visible()
    number = headlines(page).count()
    assert 0 < number <= headlines(ask(tab, addresses, "solar eclipse")).count()
    expect(count(ask(tab, addresses, '"eclipse solar"'))).to_contain_text("No article found")


def test_a_range_of_dates_narrows_down(tab, addresses):
    page = ask(tab, addresses, "eclipse")
    days = [element.get_attribute("datetime") for element in page.locator(".dg-found time").all()]
    first, last = min(days), max(days)
    assert first < last
    page.get_by_label("from", exact=True).fill(last)
    expect(page).to_have_url(re.compile(rf"from={last}"))
    expect(headlines(page)).to_have_count(days.count(last))
    page.get_by_label("from", exact=True).fill("")
    page.get_by_label("to", exact=True).fill(first)
    expect(headlines(page)).to_have_count(days.count(first))
    page.get_by_role("button", name="Clear all").click()
    expect(headlines(page)).to_have_count(len(days))


def test_an_excerpt_does_not_begin_within_a_sentence_unmarked(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/")
    text = "The vote is on Monday. It could be close if Sen. Xavier wins in the north of the state."
    excerpt = """([text, word]) => digestExcerpt.excerpt(text, new Set([word]))
        .map(node => node.textContent ?? node).join("")"""
    assert page.evaluate(excerpt, [text, "xavier"]).startswith("It could be close")
    long = "They said " + "that and that " * 9 + "if Sen. Xavier wins. " + "More of it. " * 30
    assert page.evaluate(excerpt, [long, "xavier"]).startswith("… ")


def test_a_search_without_results_says_so(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/")
    expect(count(page)).to_contain_text("Type a word")
    page.keyboard.type("xyzzyxyzzy")
    expect(count(page)).to_contain_text("No article found")
    expect(page.locator(".dg-find__notes")).to_contain_text("xyzzyxyzzy")
    page.goto(f"{addresses['demo']}search/?q=moon&section=Nowhere")
    expect(count(page)).to_contain_text("No article found")


def test_markup_in_a_query_is_shown_as_text(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator(".dg-find__notes")).not_to_be_empty()
    assert page.locator(".dg-page img").count() == 0


def test_without_javascript_the_page_says_that_it_is_required(tab, addresses):
    page = tab(java_script_enabled=False)
    page.goto(f"{addresses['demo']}search/?q=moon")
    expect(page.locator(".dg-find__noscript")).to_contain_text("The search requires JavaScript")
    expect(page.locator("input[name=q]")).to_be_hidden()
    page.locator(".dg-find__noscript a").first.click()
    expect(page.locator("h1")).to_have_text("Keywords")


def test_a_missing_index_is_reported(tab, addresses):
    page = tab()
    page.route("**/search/words/*.js", lambda route: route.abort())
    page.goto(f"{addresses['demo']}search/?q=moon")
    expect(count(page)).to_contain_text("could not be loaded")


def test_the_browser_finds_the_words_that_python_wrote(tab, addresses):
    page = tab()
    page.goto(f"{addresses['demo']}search/")
    for text in TEXTS:
        assert page.evaluate("text => digestWords.split(text)", text) == words(text), text


@pytest.fixture(scope="module")
def offline(tmp_path_factory, folders):
    """Articles in three scripts, built to be opened from disk, in a folder with a space."""
    project = tmp_path_factory.mktemp("from disk")
    shutil.copytree(folders["seed"].parent / "seeds", project / "seeds")
    (project / "seeds/tokyo.txt").write_text(
        "東京湾の橋が再開\n2025年8月27日\n\n東京湾にかかる橋が二年間の工事を終えて再開した。市長は船の往来も増えると述べた。"
        "橋の上には歩道が新しく設けられた。\n\n工事の費用は市と国が半分ずつ負担した。来年の春には港の公園も開く予定だ。\n",
        encoding="utf-8",
    )
    (project / "seeds/most.txt").write_text(
        "Мост в порту открыли после ремонта\n28 августа 2025\n\nМост через гавань открыли после "
        "двух лет ремонта. Мэр сообщил, что паромы будут ходить и дальше.\n",
        encoding="utf-8",
    )
    return built(project, "--offline")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Uzbekistan", JAPAN),
        ("東京湾", "東京湾の橋が再開"),
        ("橋", "東京湾の橋が再開"),
        ("мосты", "Мост в порту"),
    ],
)
def test_from_disk_in_any_script(tab, offline, query, title):
    page = tab(viewport={"width": 1280, "height": 800})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.goto((offline / "index.html").as_uri())
    page.locator(".dg-lead .dg-headline a").click()
    page.wait_for_url("**/articles/**")
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    expect(count(page)).to_have_text("1 article")
    expect(page.locator(".dg-found mark").first).to_be_visible()
    headlines(page).locator("a").click()
    expect(page.locator("h1")).to_contain_text(title)
    assert errors == []


@pytest.mark.parametrize("name", ["seed", "demo"])
def test_the_size_of_an_article_page(tab, folders, name):
    """At most 150 KB for its first view, as a host sends it, and nothing of it for the search."""
    site = folders[name]
    article = max((site / "articles").rglob("index.html"), key=lambda path: path.stat().st_size)
    sizes, asked = [], []
    with served(site) as address:
        page = tab(viewport={"width": 1280, "height": 800})
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on(
            "Network.loadingFinished", lambda element: sizes.append(element["encodedDataLength"])
        )
        page.goto(f"{address}{article.parent.relative_to(site)}/", wait_until="networkidle")
    assert 20_000 < sum(sizes) <= 150_000, asked
    assert not [path for path in asked if path.startswith(("/search/", "/assets/search/"))]
