"""The pictures of docs/: beginning a digest, leading it, reviewing articles, sending an edition.

python tests/tools/doc_pictures.py FOLDER
"""

from __future__ import annotations

import argparse
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from chromium import MISSING, chromium, executable, served
from program import built, output
from serving import serving

COLOURS = 64  # of a picture: text on paper needs no more, and the file is a third as large
REPORT = (
    "Harbour bridge closed until the autumn\n\nTransport\n\n03/04/2025\n\nBy Ada Miller\n\n"
    "The bridge over the harbour has been closed since Sunday morning. Workers found rust under "
    "the pavement of the northern ramp, said the office for roads.\n\nUntil September the trams "
    "end at the market place; buses take passengers to the other side. The ferry sails as "
    "before, and the office asks cyclists to use the tunnel.\n\nAdvertisement\n\n"
    "The repairs cost two million. The city had put them off twice.\n"
)
CINEMA = (
    "The old cinema shows films again\n\nCulture\n\n5 April 2025\n\nThe cinema at the market place "
    "opened on Friday with a silent film, a pianist and four hundred guests, eleven years after "
    "its last show. Its owners have restored the ceiling and every one of the seats.\n"
)
COLLECTED = "collected: 2025-04-06\n"
LED = """\
lead: true
comment: The bridge carries every second commuter. How long it stays shut decides the summer.
date: 2025-04-03
"""


def main() -> None:
    """Take the pictures into the folder that the argument names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if not executable():
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as made, chromium() as browser:
        project = Path(made, "harbour-news")
        output(Path(), "init", project, jobs=None)
        with served(built(project)) as address:
            take(browser, address, folder / "beginning.png")
        for sample in (project / "seeds").iterdir():
            sample.unlink()
        for name, text in (("bridge", REPORT), ("cinema", CINEMA)):
            (project / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
            (project / f"seeds/{name}.yml").write_text(COLLECTED, encoding="utf-8")
        with serving(project) as server:
            page = opened(browser, server.review)
            page.wait_for_url("**/review/")
            page.get_by_role("link", name="Harbour bridge closed").click()
            shot(page, folder / "reviewing.png")
        (project / "seeds/bridge.yml").write_text(COLLECTED + LED, encoding="utf-8")
        with served(built(project)) as address:
            take(browser, address, folder / "leading.png")
        mail = project / "mail.html"
        output(project, "export", "2025-W14", "--to", "html", "-o", mail, jobs=None)
        take(browser, mail.as_uri(), folder / "sending.png", width=760)


def take(browser: Browser, address: str, file: Path, width: int = 1100) -> None:
    """Take the picture of a page."""
    shot(opened(browser, address, width), file)


def opened(browser: Browser, address: str, width: int = 1100) -> Page:
    """Return a page in a window of the pictures' size."""
    page = browser.new_page(
        viewport={"width": width, "height": 720}, color_scheme="light", reduced_motion="reduce"
    )
    page.goto(address, wait_until="networkidle")
    return page


def shot(page: Page, file: Path) -> None:
    """Write what a window shows, in few colours."""
    page.evaluate("document.fonts.ready")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
