"""What a reader does: opens pages, reads on a phone and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from chromium import KINDS, kinds

SITES = ("seed", "demo")


@pytest.mark.parametrize("site", SITES)
def test_the_front_page_leads_to_its_lead(tab, addresses, site):
    page = tab()
    page.goto(addresses[site])
    headline = page.locator(".dg-lead .dg-headline a")
    title = headline.inner_text()
    headline.click()
    expect(page.locator("h1")).to_have_text(re.sub(r"\s+", " ", title))


@pytest.mark.parametrize("site", [*SITES, "large"])
def test_every_page_reads_without_scripts(tab, hosts, site):
    folder, address = hosts(site)
    page = tab(java_script_enabled=False)
    for kind, path in kinds(folder).items():
        page.goto(address + path)
        expect(page.locator("h1"), kind).to_be_visible()
        text = page.locator("#text").inner_text()
        assert len(text) > 20, kind
    page.goto(address + kinds(folder)["article"])
    assert len(page.locator(".dg-text").inner_text()) > 300


@pytest.mark.parametrize("site", SITES)
def test_a_key_point_leads_to_its_paragraph_without_scripts(tab, hosts, site):
    folder, address = hosts(site)
    page = tab(java_script_enabled=False)
    page.goto(address + next(with_key_points(folder)))
    page.locator(".dg-points a").first.click()
    assert re.search(r"#p\d+$", page.url)


def with_key_points(site):
    """Yield the addresses of the articles that have key points."""
    for file in sorted(site.glob(KINDS["article"])):
        if "dg-glance" in file.read_text(encoding="utf-8"):
            yield file.relative_to(site).as_posix().removesuffix("index.html")


def test_a_key_point_leads_to_its_sentence_which_is_marked(tab, hosts):
    folder, address = hosts("demo")
    page = tab(reduced_motion="reduce")
    page.goto(address + next(with_key_points(folder)))
    point = page.locator(".dg-glance a").last
    point.click()
    block = page.locator(".dg-text :has(> a:target)")
    expect(block).to_be_in_viewport()
    expect(block).to_contain_text(point.inner_text())
    colour = "getComputedStyle(document.querySelector({})).backgroundColor"
    marked = page.evaluate(colour.format("'.dg-text :has(> a:target)'"))
    assert marked != page.evaluate(colour.format("'.dg-text'"))


def test_the_drawer_of_a_phone_opens(tab, addresses):
    page = tab(viewport={"width": 390, "height": 844})
    page.goto(addresses["demo"])
    page.locator(".dg-menu").click()
    drawer = page.get_by_role("navigation", name="Sections")
    drawer.get_by_role("link", name="Archive", exact=True).click()
    expect(page.locator("h1")).to_have_text("Archive")


def test_the_dark_palette_is_remembered_from_page_to_page(tab, addresses):
    page = tab(color_scheme="light")
    page.goto(addresses["demo"])
    page.locator("[data-md-component=palette] label:visible").first.click()
    page.goto(f"{addresses['demo']}archive/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
