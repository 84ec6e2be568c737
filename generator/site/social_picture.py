"""The picture that social networks show beside a link: a headline in the theme's typeface.

The font files are the theme's, chosen by the character ranges that its style sheet declares for
each file. `has_type` returns whether they cover a text.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from generator.site.theme import THEME

WIDTH, HEIGHT = 1200, 630  # pixels, as social networks recommend for Open Graph
_ASSETS = THEME / "assets"
_PAPER, _INK, _SOFT, _ACCENT = "#fdfcf9", "#191816", "#625d54", "#a11d19"  # as in digest.css
_MARGIN = 80  # pixels
_SIZES = (84, 72, 60, 50)  # of the headline, in pixels; the largest that fits
_HIGHEST = 320  # pixels of the headline
_LEADING = 1.08  # distance of lines, in sizes of the type
_SMALL = 30  # pixels, the size of the type beside the headline
_COLOURS = 32  # of the palette: enough for edges that are smooth
_FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)"; font-weight: (?P<least>\d+) (?P<most>\d+);.*?'
    r"url\((?P<file>[^)]+)\).*?unicode-range: (?P<ranges>[^;]+);",
    re.DOTALL,
)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


@dataclass(frozen=True, slots=True)
class Caption:
    """The text of a picture: the site's name, the headline, a short line above it and one below."""

    name: str
    kicker: str
    headline: str
    foot: str


@dataclass(frozen=True, slots=True)
class _Style:
    family: str
    weight: int
    size: int


_NAME = _Style("Source Serif 4", 700, 34)
_KICKER = _Style("Source Sans 3", 700, _SMALL)
_FOOT = _Style("Source Sans 3", 400, _SMALL)


def has_type(caption: Caption) -> bool:
    """Return whether the theme's fonts have all characters of a caption."""
    texts = (
        (caption.name + caption.headline, _NAME),
        (caption.kicker, _KICKER),
        (caption.foot, _FOOT),
    )
    return all(
        _file_with(character, style.family, style.weight)
        for text, style in texts
        for character in text
    )


def picture(caption: Caption) -> bytes:
    """Return a PNG file, the same bytes for the same caption, for which `has_type` must be true."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=_ACCENT)
    draw.line((_MARGIN, 122, WIDTH - _MARGIN, 122), fill=_INK, width=3)
    draw.line((_MARGIN, HEIGHT - 104, WIDTH - _MARGIN, HEIGHT - 104), fill=_SOFT, width=1)
    _write(draw, 106, _cut(caption.name, _NAME), _NAME, _INK)
    _write(draw, 172, _cut(caption.kicker, _KICKER), _KICKER, _ACCENT)
    style, lines = _fitted(caption.headline)
    for number, line in enumerate(lines):
        _write(draw, int(190 + style.size * (0.85 + number * _LEADING)), line, style, _INK)
    _write(draw, HEIGHT - 56, _cut(caption.foot, _FOOT), _FOOT, _SOFT)
    file = io.BytesIO()
    image.quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _fitted(headline: str) -> tuple[_Style, Sequence[str]]:
    """Return the largest style in which a headline fits, and its lines, cut if too long."""
    for size in _SIZES:
        style = _Style("Source Serif 4", 700, size)
        lines = list(_lines(headline, style))
        most = int(_HIGHEST / (size * _LEADING))
        if len(lines) <= most:
            return style, lines
    return style, [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), style)]


def _lines(text: str, style: _Style) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _length(longer, style) > WIDTH - 2 * _MARGIN:
            yield _cut(line, style)
            line = word
        else:
            line = longer
    if line:
        yield _cut(line, style)


def _cut(text: str, style: _Style) -> str:
    """Return as much of a text as fits on a line."""
    found = text
    while found and _length(found, style) > WIDTH - 2 * _MARGIN:
        text = text[:-1].rstrip()
        found = f"{text}…"
    return found


def _write(draw: ImageDraw.ImageDraw, base: int, text: str, style: _Style, colour: str) -> None:
    """Draw a text from the left margin; `base` is the y coordinate of its baseline."""
    x = float(_MARGIN)
    for font, run in _runs(text, style):
        draw.text((x, base), run, font=font, fill=colour, anchor="ls")
        x += font.getlength(run)


def _length(text: str, style: _Style) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, style))


def _runs(text: str, style: _Style) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """Yield the parts of a text that one font file covers, each with its font."""
    file, run = "", ""
    for character in text:
        needed = _file_with(character, style.family, style.weight)
        if needed != file and run:
            yield _font(file, style.weight, style.size), run
            run = ""
        file, run = needed, run + character
    if run:
        yield _font(file, style.weight, style.size), run


@cache
def _font(file: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(
        _ASSETS / file, size, layout_engine=ImageFont.Layout.BASIC
    )  # the same everywhere; Raqm is not on every machine
    with contextlib.suppress(OSError):  # a file of one weight
        font.set_variation_by_axes([weight])
    return font


@cache
def _file_with(character: str, family: str, weight: int) -> str:
    """Return the font file of a family that has a character, "" if none has."""
    for face in _FACE.finditer((_ASSETS / "digest.css").read_text("utf-8")):
        if face["family"] == family and int(face["least"]) <= weight <= int(face["most"]):
            for first, last in _RANGE.findall(face["ranges"]):
                if int(first, 16) <= ord(character) <= int(last or first, 16):
                    return face["file"]
    return ""
