"""axe-core finds no violation on any kind of page, light and dark."""

import pytest
from chromium import KINDS, kinds
from playwright.sync_api import expect

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
SCREENS = {
    "light desk": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}


def violations(page):
    found = sync_playwright.Axe().run(page, options=OPTIONS)
    return [
        (one["id"], node["html"][:160], node.get("failureSummary", "")[:200])
        for one in found.response["violations"]
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(tab, addresses, folders, kind, screen):
    path = kinds(folders["demo"]).get(kind)
    if path is None:
        pytest.skip(f"the demo has no page of the kind {kind}")
    page = tab(**SCREENS[screen], reduced_motion="reduce")
    page.goto(addresses["demo"] + path, wait_until="load")
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["front", "article", "keywords"])
def test_no_violation_in_a_collection_of_one_article(tab, addresses, folders, kind):
    page = tab(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(addresses["seed"] + kinds(folders["seed"])[kind], wait_until="load")
    assert violations(page) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", ["q=eclipse&section=Science", "q=Uzbekstan", "q=xyzzyxyzzy"])
def test_no_violation_in_what_a_search_finds(tab, addresses, query, screen):
    page = tab(**SCREENS[screen], reduced_motion="reduce")
    page.goto(f"{addresses['demo']}search/?{query}")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator("[data-facet]:not([hidden]), .dg-find__notes p").first).to_be_attached()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
