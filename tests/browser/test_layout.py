"""Nothing is cut, overlaps or leaves the screen: on the smallest phone, and zoomed to 200 %."""

import os
from itertools import pairwise

import pytest

from chromium import KINDS, kinds
from generator.site.theme import THEME

# Every kind of page of the demo; elsewhere those whose texts or lists are of another length. With
# `BROWSER_PAGES=all` every kind of all.
KINDS_OF = {
    "seed": ("front", "article", "keywords"),
    "demo": tuple(KINDS),
    "large": ("front", "article", "edition", "sections", "story", "keyword", "outlets", "year"),
}
if os.environ.get("BROWSER_PAGES") == "all":
    KINDS_OF = dict.fromkeys(KINDS_OF, tuple(KINDS))
# A phone; screens of 1440 and 2048 pixels at 200 %: what a browser's zoom makes of them.
SCREENS = {
    "phone": {"width": 320, "height": 640},
    "desk at 200 %": {"width": 720, "height": 450},
    "wide at 200 %": {"width": 1024, "height": 600},
}
FAULTS = """() => {
  const found = [];
  const shown = (box) => box.width > 1 && box.height > 1;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, owner = node.parentElement;
    if (!node.data.trim() || !owner.checkVisibility({visibilityProperty: true})) continue;
    if (owner.closest('svg, details:not([open]) > :not(summary), [data-md-component=search],'
      + ' .dg-unseen, .dg-skip, .md-top')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (!shown(box)) continue;
      // Letters fill the middle of their line's box.
      const slack = box.height / 5;
      texts.push({owner, node, left: box.left, right: box.right,
        top: box.top + slack, bottom: box.bottom - slack});
    }
  }
  const name = (text) => text.node.data.trim().slice(0, 40);
  for (const text of texts) {
    if (text.right > innerWidth + 1 && !text.owner.closest('[tabindex="0"]'))
      found.push(`off the screen: ${name(text)}`);
    for (let box = text.owner; box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (!/hidden|clip/.test(style.overflow) || style.textOverflow === 'ellipsis') continue;
      if (style.webkitLineClamp !== 'none') continue; // ends with an ellipsis as well
      const edge = box.getBoundingClientRect();
      if (text.right > edge.right + 1 || text.bottom > edge.bottom + 1 || text.left < edge.left - 1)
        found.push(`cut: ${name(text)}`);
    }
  }
  texts.sort((one, other) => one.top - other.top);
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (one.node !== other.node && wide > 1) found.push(`${name(one)} over ${name(other)}`);
    }
  });
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    found.push('scrolls sideways');
  return found.slice(0, 5);
}"""


@pytest.mark.parametrize("site", KINDS_OF)
def test_no_text_is_cut_covered_or_off_the_screen(tab, hosts, site):
    folder, address = hosts(site)
    page = tab(device_scale_factor=2, reduced_motion="reduce")
    faults = {}
    for kind, path in kinds(folder).items():
        if kind not in KINDS_OF[site]:
            continue
        page.set_viewport_size(SCREENS["phone"])
        page.goto(address + path, wait_until="load")
        for screen, size in SCREENS.items():
            page.set_viewport_size(size)
            found = page.evaluate(FAULTS)
            if found:
                faults[kind, screen] = found
    assert faults == {}


def test_a_fault_is_found(tab, hosts):
    """What the test above looks for, made on purpose."""
    page = tab(viewport={"width": 720, "height": 450}, bypass_csp=True)
    page.goto(hosts("demo")[1], wait_until="load")
    page.add_style_tag(content=".dg-lead .dg-summary { margin-top: -3rem !important; }")
    assert any(" over " in fault for fault in page.evaluate(FAULTS))
    page.add_style_tag(content=".dg-lead { height: 6rem; overflow: hidden; }")
    assert any(fault.startswith("cut") for fault in page.evaluate(FAULTS))
    page.add_style_tag(content=".dg-lead .dg-summary { width: 200vw; white-space: nowrap; }")
    assert any("off the screen" in fault or "sideways" in fault for fault in page.evaluate(FAULTS))


@pytest.mark.parametrize(("width", "below"), [(390, True), (768, True), (1440, False)])
def test_the_news_comes_before_the_rail_where_there_is_no_room_beside_it(tab, hosts, width, below):
    page = tab(viewport={"width": width, "height": 900})
    page.goto(hosts("demo")[1], wait_until="load")
    rail, news = (page.locator(name).first.bounding_box() for name in (".dg-rail", ".dg-below"))
    assert (rail["y"] >= news["y"] + news["height"]) is below


def test_the_secondary_articles_are_below_a_short_lead(tab, hosts):
    page = tab(viewport={"width": 1440, "height": 900})
    page.goto(hosts("demo")[1], wait_until="load")
    names = (".dg-lead", ".dg-seconds", ".dg-rail")
    lead, seconds, rail = (page.locator(name).first.bounding_box() for name in names)
    assert seconds["y"] >= lead["y"] + lead["height"]
    assert seconds["width"] == lead["width"]
    assert rail["x"] >= lead["x"] + lead["width"]


CARD = """<article class="dg-card"><p class="dg-kicker">World</p><h3 class="dg-headline">A bridge is
closed</h3><p class="dg-summary">It was closed on Sunday.</p><p class="dg-meta">3 May 2026</p>
<div class="dg-comment"><p>The vote is next.</p></div><ul class="dg-also"><li>Also: Rust</li></ul>
<ul class="dg-keywords"><li>bridge</li></ul></article>"""
PARTS = ("kicker", "headline", "summary", "meta", "comment", "also", "keywords")


@pytest.mark.parametrize("left_out", ["", "comment", "also"])
def test_a_wide_card_has_its_headline_on_top_and_nothing_over_another(tab, left_out):
    page = tab(viewport={"width": 1440, "height": 900})
    style = (THEME / "assets/digest.css").read_text()
    cards = f'<div class="md-content"><div class="dg-cards">{CARD}{CARD * 4}</div></div>'
    page.set_content(f"<!doctype html><style>{style}</style>{cards}")
    if left_out:
        page.locator(f".dg-{left_out}").evaluate_all("found => found.forEach(e => e.remove())")
    boxes = {
        part: page.locator(f".dg-{part}").first.bounding_box() for part in PARTS if part != left_out
    }
    assert boxes["headline"]["x"] < boxes["summary"]["x"]  # beside each other
    assert abs(boxes["headline"]["y"] - boxes["summary"]["y"]) < 20
    below = [boxes[part] for part in PARTS[2:] if part != left_out]
    for upper, lower in pairwise(below):
        assert 0 <= lower["y"] - (upper["y"] + upper["height"]) < 40
