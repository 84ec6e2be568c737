"""What a reader does: opens pages, reads on a phone, without scripts, zoomed in."""

import re

import pytest
from chromium import kinds
from playwright.sync_api import expect

SITES = ("seed", "demo")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("site", SITES)
def test_the_front_page_leads_to_its_lead(tab, addresses, site):
    page = tab()
    page.goto(addresses[site])
    headline = page.locator(".dg-lead .dg-headline a")
    title = headline.inner_text()
    headline.click()
    expect(page.locator("h1")).to_have_text(re.sub(r"\s+", " ", title))


@pytest.mark.parametrize("site", SITES)
def test_no_request_leaves_the_host_and_nothing_fails(tab, addresses, folders, site):
    page = tab()
    asked, failed = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    page.on("console", lambda message: message.type == "error" and failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    for path in kinds(folders[site]).values():
        page.goto(addresses[site] + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((addresses[site], "data:", "blob:"))] == []
    assert failed == []


@pytest.mark.parametrize("width", [320, 640])  # the smallest phone; a desk's screen at 200 %
@pytest.mark.parametrize("site", SITES)
def test_nothing_is_wider_than_the_screen(tab, addresses, folders, site, width):
    page = tab(viewport={"width": width, "height": 640})
    wide = {}
    for kind, path in kinds(folders[site]).items():
        page.goto(addresses[site] + path, wait_until="load")
        if page.evaluate(OVERFLOW) > 0:
            wide[kind] = page.evaluate(
                "[...document.querySelectorAll('body *')].filter(one =>"
                " one.getBoundingClientRect().right > innerWidth + 1)"
                ".slice(0, 5).map(one => one.outerHTML.slice(0, 120))"
            )
    assert wide == {}


@pytest.mark.parametrize("site", SITES)
def test_every_page_reads_without_scripts(tab, addresses, folders, site):
    page = tab(java_script_enabled=False)
    for kind, path in kinds(folders[site]).items():
        page.goto(addresses[site] + path)
        expect(page.locator("h1"), kind).to_be_visible()
        text = page.locator("#text").inner_text()
        assert len(text) > 20, kind
    page.goto(addresses[site] + kinds(folders[site])["article"])
    assert len(page.locator(".dg-text").inner_text()) > 300
    page.locator(".dg-points a").first.click()
    assert re.search(r"#p\d+$", page.url)


def test_the_drawer_of_a_phone_opens(tab, addresses):
    page = tab(viewport={"width": 390, "height": 844})
    page.goto(addresses["demo"])
    page.locator(".dg-menu").click()
    page.get_by_role("link", name="Archive").locator("visible=true").first.click()
    expect(page.locator("h1")).to_have_text("Archive")


def test_dark_is_remembered_from_page_to_page(tab, addresses):
    page = tab(color_scheme="light")
    page.goto(addresses["demo"])
    page.locator("[data-md-component=palette] label:visible").first.click()
    page.goto(f"{addresses['demo']}archive/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
