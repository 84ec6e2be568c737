"""What the browser adds for a reader who comes back, by keys, and to pass a page on."""

import json

import pytest
from playwright.sync_api import expect

from chromium import kinds

SCOPE = "Object.keys(localStorage).find((key) => key.endsWith('.seen'))"


@pytest.fixture
def returned(tab, addresses):
    """Return the front page as a reader sees it who has seen all of it but its lead."""
    page = tab()
    page.goto(addresses["demo"])
    expect(page.locator(".dg-since")).to_be_hidden()
    seen = json.loads(page.evaluate(f"localStorage[{SCOPE}]"))
    lead = page.locator(".dg-lead .dg-headline a").evaluate("link => new URL(link.href).pathname")
    before = json.dumps({"newest": "", "seen": [path for path in seen["seen"] if path != lead]})
    page.evaluate(
        f"(before) => {{ localStorage[{SCOPE}] = before; sessionStorage.clear(); }}", before
    )
    page.reload()
    return page


def test_what_is_new_since_the_last_visit_is_marked_until_it_is_cleared(returned):
    expect(returned.locator(".dg-since")).to_contain_text("New since your last visit: 1")
    expect(returned.locator(".dg-lead .dg-badge")).to_have_text("New")
    returned.reload()
    expect(returned.locator(".dg-badge")).to_have_count(1)
    returned.get_by_role("button", name="Mark all as read").click()
    expect(returned.locator(".dg-since")).to_be_hidden()
    returned.reload()
    expect(returned.locator(".dg-badge")).to_have_count(0)


def test_j_and_k_go_through_the_headlines_and_enter_opens_one(tab, addresses):
    page = tab()
    page.goto(addresses["demo"])
    headlines = page.locator("#text .dg-headline a")
    page.keyboard.press("j")
    expect(headlines.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(headlines.nth(0)).to_be_focused()
    title = headlines.nth(0).inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(" ".join(title.split()))


def test_a_link_is_copied_without_its_fragment(tab, hosts):
    folder, address = hosts("demo")
    page = tab(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{kinds(folder)['article']}#p1")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-copy]")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == address + kinds(folder)["article"]


def test_without_scripts_no_button_is_shown(tab, hosts):
    folder, address = hosts("demo")
    page = tab(java_script_enabled=False)
    for kind in ("front", "article"):
        page.goto(address + kinds(folder)[kind])
        expect(page.locator(".dg-since")).to_have_count(int(kind == "front"))
        for button in page.locator(".dg-since button, .dg-share button").all():
            expect(button).to_be_hidden()
