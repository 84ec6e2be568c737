"""Pictures of every kind of page at three widths, light and dark, for a person to look at.

    python tests/tools/screenshots.py SITE FOLDER [KIND...]

FOLDER gets `article-390-dark.png` and so on. With --front it is the file of the README's picture.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from chromium import MISSING, chromium, executable, kinds, served

Scheme = Literal["light", "dark"]
SIZES = ((390, 844), (768, 1024), (1440, 900))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main() -> None:
    """Take the pictures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--front", action="store_true", help="the README's picture alone")
    arguments = parser.parse_args()
    if not executable():
        raise SystemExit(MISSING)
    with served(arguments.site) as address, chromium() as browser:
        if arguments.front:
            page = _open(browser, address, (1440, 1080), "light")
            page.screenshot(path=arguments.folder)
            return
        arguments.folder.mkdir(parents=True, exist_ok=True)
        for kind, path in kinds(arguments.site).items():
            if kind in (arguments.kinds or kinds(arguments.site)):
                _take(browser, address + path, arguments.folder, kind)
    print(f"The pictures are in {arguments.folder}")


def _take(browser: Browser, address: str, folder: Path, kind: str) -> None:
    for size in SIZES:
        for scheme in SCHEMES:
            page = _open(browser, address, size, scheme)
            page.screenshot(path=folder / f"{kind}-{size[0]}-{scheme}.png", full_page=True)
            page.close()


def _open(browser: Browser, address: str, size: tuple[int, int], scheme: Scheme) -> Page:
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    return page


if __name__ == "__main__":
    main()
