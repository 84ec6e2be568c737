"""Pages ask nobody else for anything and keep to the policy that the site asks its host to send."""

import json

import pytest
from playwright.sync_api import expect

import hostile
from chromium import kinds, served
from program import digest

LEFT = "net::ERR_ABORTED"  # the next page was opened before the icon of this one had come
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  violations.push([event.violatedDirective, event.blockedURI, event.sample].join(" ")));
"""


@pytest.fixture
def watched(tab):
    """Return a tab, and what it asks for and complains about."""

    def opened(**settings):
        page = tab(**settings)
        seen = {"asked": [], "complained": [], "dialogs": []}
        page.add_init_script(LISTEN)
        page.on("request", lambda request: seen["asked"].append(request.url))
        page.on(
            "console", lambda event: event.type == "error" and seen["complained"].append(event.text)
        )
        page.on(
            "requestfailed",
            lambda request: (
                request.failure == LEFT
                or seen["complained"].append(f"{request.url} {request.failure}")
            ),
        )
        page.on("pageerror", lambda error: seen["complained"].append(str(error)))
        page.on("dialog", lambda event: (seen["dialogs"].append(event.message), event.dismiss()))
        return page, seen

    return opened


def visit(page, address, paths):
    violations = {}
    for path in paths:
        answer = page.goto(address + path, wait_until="networkidle")
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        found = page.evaluate("window.violations")
        if found:
            violations[path] = found
    return violations


def elsewhere(seen, address):
    """Return what was asked of other hosts, or of other folders of this one."""
    return [url for url in seen["asked"] if not url.startswith((address, "data:", "blob:"))]


@pytest.mark.parametrize("site", ["seed", "large"])
def test_no_page_breaks_the_policy_or_asks_another_host(watched, hosts, site):
    folder, address = hosts(site)
    page, seen = watched()
    assert visit(page, address, kinds(folder).values()) == {}
    assert seen["complained"] == []
    assert elsewhere(seen, address) == []


def test_the_policy_is_in_force(watched, addresses):
    page, _ = watched()
    page.goto(addresses["demo"])
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = true'}))"
    )
    assert page.evaluate("window.ran") is None
    assert "script-src" in page.evaluate("window.violations[0]")


def test_what_scripts_do_works_under_the_policy(watched, addresses):
    page, seen = watched(color_scheme="light")
    page.goto(addresses["demo"], wait_until="networkidle")
    page.locator("[data-md-component=palette] label:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.keyboard.type("Samarkand")
    page.wait_for_timeout(1500)
    page.keyboard.press("Escape")
    page.goto(f"{addresses['demo']}search/?q=Samarkand", wait_until="networkidle")
    page.goto(addresses["demo"], wait_until="networkidle")
    assert page.evaluate("window.violations") == []
    assert [event for event in seen["complained"] if "404" not in event] == []


def test_the_site_works_below_a_sub_path(watched, folders):
    page, seen = watched()
    with served(folders["demo"], under="/news/digest/") as address:
        paths = [path for kind, path in kinds(folders["demo"]).items() if kind != "not-found"]
        assert visit(page, address, paths) == {}
        assert seen["complained"] == []
        page.goto(address)
        page.locator(".dg-lead .dg-headline a").click()
        expect(page.locator("article h1")).to_be_visible()
        links = page.evaluate(
            "[...document.querySelectorAll('link[rel=alternate]')].map(e => e.href)"
        )
        assert links
        assert [page.request.get(link).status for link in links] == [200] * len(links)
    assert elsewhere(seen, address) == []


def test_articles_from_strangers_run_nothing(watched, tmp_path):
    project = tmp_path / "hostile"
    hostile.write(project / "seeds", list(hostile.OWN) * 2)
    digest(project)
    records = json.loads((project / "site/articles.json").read_text(encoding="utf-8"))["articles"]
    assert len(records) > 15
    page, seen = watched()
    with served(project / "site") as address:
        paths = ["", "keywords/", "archive/", "sections/", "outlets/", "about/"]
        for path in [*paths, *(record["page"] for record in records)]:
            page.goto(address + path, wait_until="networkidle")
            assert page.evaluate("window.ran") is None, path
            assert page.evaluate("window.violations") == [], path  # nothing even tried
        for path in ("articles.json", "feed.xml", "feed.json", "llms.txt"):
            page.goto(address + path)  # Chromium draws these itself
            assert page.evaluate("window.ran") is None, path
    assert seen["dialogs"] == []
    assert elsewhere(seen, address) == []
