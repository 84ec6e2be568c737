"""An editor settles doubts and adds an article in the browser; the digest is built with both."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from serving import PATIENCE, serving

PAGE = (
    "Harbour bridge closed\nBy Ada Miller\n03/04/2025\n\nThe bridge over the harbour was closed on "
    "Sunday morning for repairs that take two weeks, said the office for roads.\n"
)
LIGHTHOUSE = (
    "The lighthouse is painted again\nLocal\n3 March 2024\n\nThe lighthouse on the cape was "
    "painted again last week, for the first time in thirty years, by two climbers from the "
    "mainland who had brought forty litres of white paint and a flask of tea, and who went home "
    "on the evening ferry with the empty buckets and the thanks of the keeper, who has retired.\n"
)
SLOW = PATIENCE * 1000  # milliseconds


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reviewed")
    (folder / "seeds").mkdir()
    (folder / "seeds/bridge.txt").write_text(PAGE)
    return folder


@pytest.fixture(scope="module")
def server(project):
    with serving(project) as found:
        yield found


@pytest.fixture(autouse=True)
def patience():
    expect.set_options(timeout=SLOW)
    yield
    expect.set_options(timeout=5_000)


def opened(page, server):
    page.goto(server.review)
    page.wait_for_url("**/review/")


def press(page, key):
    """Press a shortcut once the page's deferred script, which listens to it, has run."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def test_three_doubts_are_settled_and_an_article_is_pasted(tab, project, server):
    page = tab()
    page.set_default_timeout(SLOW)
    opened(page, server)
    expect(page.get_by_role("heading", level=1)).to_have_text("3 doubts · 1 article")
    press(page, "n")
    expect(page.locator("tr.fact").nth(1)).to_contain_text("By Ada Miller")
    page.get_by_role("button", name="2025-04-03").click()
    expect(page.get_by_role("status")).to_contain_text("+date: 2025-04-03")
    press(page, "t")
    page.keyboard.type("Transport")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("+section: Transport")
    press(page, "a")
    expect(page.get_by_role("heading", level=1)).to_have_text("No doubts")
    sidecar = (project / "seeds/bridge.yml").read_text()
    assert sidecar == "date: 2025-04-03\nsection: Transport\nsettled: [short-body]\n"

    page.get_by_label("Paste a text or an address").fill(LIGHTHOUSE)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The lighthouse is painted again")
    assert (project / "seeds/the-lighthouse-is-painted-again.txt").read_text() == LIGHTHOUSE

    site = tab()
    site.goto(server.site)
    for text in ("The lighthouse is painted again", "Transport"):  # the page reloads itself
        expect(site.locator("body")).to_contain_text(text)
    expect(site.locator("[href*='/review']")).to_have_count(0)


def test_a_change_is_undone_without_scripts_too(tab, project, server):
    page = tab(java_script_enabled=False)
    page.set_default_timeout(SLOW)
    opened(page, server)
    before = {file.name: file.read_bytes() for file in (project / "seeds").iterdir()}
    page.get_by_label("Paste a text or an address").fill(LIGHTHOUSE)
    page.get_by_role("button", name="Add").click()
    page.get_by_text("Change (place)").click()
    page.get_by_label("New value (place)").fill("The cape")
    page.get_by_label("New value (place)").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("+place: The cape")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The lighthouse is painted again")
    assert {file.name: file.read_bytes() for file in (project / "seeds").iterdir()} == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_pages_are_accessible_and_fit(tab, server, width, scheme):
    page = tab(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.set_default_timeout(SLOW)
    opened(page, server)
    page.get_by_label("Paste a text or an address").fill(PAGE.replace("Ada", "Eda"))
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".question").first).to_be_visible()
    for address in (page.url, "/review/"):
        page.goto(address if address.startswith("http") else f"{server.site[:-1]}{address}")
        found = Axe().run(page).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_script_in_the_site_can_not_use_them(tab, server):
    page = tab()
    page.set_default_timeout(SLOW)
    opened(page, server)
    page.route("**/livereload/**", lambda route: route.abort())  # a build must not reload it
    page.goto(server.site)
    status = page.evaluate("fetch('/review/').then((answer) => answer.status)")
    assert status == 403
    sent = "fetch('/review/undo/', {method: 'POST', body: new URLSearchParams({form: 'x'})})"
    assert page.evaluate(f"{sent}.then((answer) => answer.status)") == 403
    assert "digest-review" not in page.evaluate("document.cookie")
    framed = page.evaluate(
        "new Promise((done) => { const frame = document.createElement('iframe');"
        "frame.onload = () => done(frame.contentDocument?.body?.innerText ?? '');"
        "frame.src = '/review/'; document.body.append(frame); })"
    )
    assert "doubt" not in framed
