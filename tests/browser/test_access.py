"""axe-core finds no violation on any kind of page, light and dark."""

import pytest
from chromium import KINDS, kinds

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def violations(page):
    found = sync_playwright.Axe().run(page, options=OPTIONS)
    return [
        (one["id"], node["html"][:160], node.get("failureSummary", "")[:200])
        for one in found.response["violations"]
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(tab, addresses, folders, kind, scheme):
    path = kinds(folders["demo"]).get(kind)
    if path is None:
        pytest.skip(f"the demo has no page of the kind {kind}")
    page = tab(color_scheme=scheme, reduced_motion="reduce")
    page.goto(addresses["demo"] + path, wait_until="load")
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["front", "article", "keywords"])
def test_no_violation_on_a_phone_nor_in_a_small_collection(tab, addresses, folders, kind):
    page = tab(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(addresses["seed"] + kinds(folders["seed"])[kind], wait_until="load")
    assert violations(page) == []
