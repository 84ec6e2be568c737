"""The only way from untrusted text into slugs, paths, YAML, Markdown, URLs, XML and JSON. Pure.

Articles are untrusted. All output made from them passes through a function of this module, except
HTML, which templates escape (autoescape).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

import yaml
from slugify import slugify

from generator import yaml_text
from generator.models import DigestError
from generator.text import clean, squeeze

SLUG_LENGTH = 80  # characters
# Reserved by Windows whatever their suffix (Microsoft, "Naming Files, Paths, and Namespaces").
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}
_SCHEMES = {"http", "https", "mailto"}
# Every character with a meaning inside a line in some Markdown dialect → an escape that all of them
# read alike: a backslash if the original syntax defines it, else a character reference.
_INLINE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;"}
    | {sign: f"\\{sign}" for sign in "\\`*_{}[]"}
)
# What begins a block at the start of a line: headings, lists, rules, definitions, admonitions.
_OPENING = re.compile(r"^(?:([#+\-!])|([:?/@%=])|(\d+)([.)]))")
# Characters that XML 1.0 does not allow, not even as a reference (W3C, 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RESOLVER, _TEXT = yaml.resolver.Resolver(), "tag:yaml.org,2002:str"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes values twice rather than aliases, which the program's loader refuses."""

    def ignore_aliases(self, _value: object) -> bool:
        """Return whether a value that occurs again is written again."""
        return True


class UnsafePath(DigestError):
    """A path that leads out of its folder."""


class UnsafeFrontMatter(DigestError):
    """Front matter that differs when it is read back."""


def slug(text: str, fallback: str = "article") -> str:
    """Return an ASCII slug: a-z, 0-9 and single hyphens, at most `SLUG_LENGTH`, never reserved."""
    made = slugify(clean(text), max_length=SLUG_LENGTH, word_boundary=True, save_order=True)
    if not made:
        made = fallback
    return f"{made}-" if made.split(".")[0] in _RESERVED else made


def inside(root: Path, relative: str | Path) -> Path:
    """Return the resolved path of `relative` in `root`; `UnsafePath` if it is outside `root`."""
    found = (root / relative).resolve()
    if not found.is_relative_to(root.resolve()):
        raise UnsafePath(f"{relative}: leads out of {root}")
    return found


def front_matter(values: Mapping[str, object], *, proved: bool = False) -> str:
    """Return a YAML front matter block; `UnsafeFrontMatter` if it reads back differently.

    Values that were read from front matter are `proved`: they are not read back again.
    """
    dumped = yaml.dump(dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    if not proved and yaml_text.load(dumped) != dict(values):
        raise UnsafeFrontMatter(f"front matter differs when it is read back: {sorted(values)}")
    return f"---\n{dumped}---\n"


def yaml_word(word: str) -> str:
    """Return a text of ASCII letters and digits as YAML, quoted if it would be read otherwise."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, word, (True, False))  # type: ignore[no-untyped-call]
    return word if tag == _TEXT else f"'{word}'"


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return a page's front matter and body; an empty mapping and the whole page if invalid."""
    if not text.startswith("---\n"):
        return {}, text
    head, fence, body = text[4:].partition("\n---\n")
    if not fence:
        return {}, text
    try:
        values = yaml_text.load(head)
    except yaml.YAMLError:
        return {}, text
    return (values, body) if isinstance(values, dict) else ({}, text)


def markdown(text: str) -> str:
    """Return one line of Markdown that reads as exactly this text, in any dialect."""
    line = squeeze(clean(text)).translate(_INLINE).replace("==", "=&#61;")
    return _OPENING.sub(_defuse, line)


def _defuse(match: re.Match[str]) -> str:
    escapable, other, number, mark = match.groups()
    if escapable:
        return f"\\{escapable}"
    return f"&#{ord(other)};" if other else f"{number}\\{mark}"


def link(text: str, target: str) -> str:
    """Return a Markdown link; `target` must be one of the site's own or a result of `url`."""
    return f"[{markdown(text)}](<{target}>)"


def url(address: str | None) -> str | None:
    """Return the address, percent-encoded, if its scheme is http, https or mailto; else None."""
    if not address:
        return None
    address = squeeze(clean(address)).replace(" ", "%20")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        return None
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~-._")


def relative(target: str, start: str) -> str:
    """Return the relative address of one page from another, both paths below content/."""
    base = PurePosixPath(start).parent.parts
    goal = PurePosixPath(target).parts
    shared = 0
    while shared < min(len(base), len(goal) - 1) and base[shared] == goal[shared]:
        shared += 1
    return "/".join([".."] * (len(base) - shared) + list(goal[shared:]))


def xml(text: str) -> str:
    """Return text without the characters that XML does not allow."""
    return _NOT_XML.sub("", text)


def json_file(value: Mapping[str, object]) -> bytes:
    """Return a JSON file, one value per line, harmless even if a browser reads it as HTML."""
    return f"{_json(value)}\n".encode("utf-8", "replace")


def json_pieces(value: Mapping[str, object], name: str, items: Iterable[object]) -> Iterator[bytes]:
    """Yield a `json_file` in pieces; its last value is the list `name` of `items`, one per line."""
    begins, _, ends = _json({**value, name: []}).rpartition("[]")
    yield f"{begins}[".encode("utf-8", "replace")
    comma = ""
    for item in items:
        yield f"{comma}\n {_compact(item)}".encode("utf-8", "replace")
        comma = ","
    yield ("\n" * bool(comma) + f"]{ends}\n").encode("utf-8", "replace")


def _json(value: Mapping[str, object]) -> str:
    lines = (f"{_ENCODE(name)}:{_ENCODE(found)}" for name, found in value.items())
    return _inert("{\n" + ",\n".join(lines) + "\n}")


def json_script(value: object) -> str:
    """Return JSON that is safe inside a script element (HTML, 4.12.1.3)."""
    return _inert(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _compact(value: object) -> str:
    return _inert(_ENCODE(value))


def _inert(made: str) -> str:
    return (
        made.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
