"""axe-core finds no violation on any kind of page, light and dark."""

import pytest
from playwright.sync_api import expect

from chromium import KINDS, kinds

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
SCREENS = {
    "light desk": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}
# Every kind once on the demo; elsewhere those whose contents change with the number of articles.
PAGES = [("demo", kind) for kind in KINDS]
PAGES += [("seed", kind) for kind in ("front", "article", "keywords")]
PAGES += [("large", kind) for kind in ("front", "edition", "sections", "keyword", "year")]


@pytest.fixture(scope="module")
def screens(browser):
    """Return a tab for each of `SCREENS`, for all tests: it need not load styles again."""
    made = {name: browser.new_context(**SCREENS[name], reduced_motion="reduce") for name in SCREENS}
    yield {name: context.new_page() for name, context in made.items()}
    for context in made.values():
        context.close()


def violations(page):
    found = sync_playwright.Axe().run(page, options=OPTIONS)
    return [
        (violation["id"], node["html"][:160], node.get("failureSummary", "")[:200])
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("site", "kind"), PAGES, ids=map("-".join, PAGES))
def test_no_violation(screens, hosts, site, kind, screen):
    folder, address = hosts(site)
    path = kinds(folder).get(kind)
    if path is None:
        pytest.skip(f"{site} has no page of the kind {kind}")
    page = screens[screen]
    page.goto(address + path, wait_until="load")
    assert violations(page) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", ["q=eclipse&section=Science", "q=Uzbekstan", "q=xyzzyxyzzy"])
def test_no_violation_in_what_a_search_finds(screens, addresses, query, screen):
    page = screens[screen]
    page.goto(f"{addresses['demo']}search/?{query}")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator("[data-facet]:not([hidden]), .dg-find__notes p").first).to_be_attached()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
