"""Damaged texts: undecoded entities, text read in another encoding, Word's bullets. Pure.

Only certain damage is repaired, and the article gets a doubt. Letters that are lost (U+FFFD) stay
marked, and the article gets a doubt as well. Line ends are kept, so that each line keeps its
number.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.models import Article, Problem
from generator.text import characters, clean
from generator.understand.escaped_text import unescaped, without_soft_breaks
from generator.understand.layout.hyphens import SHOWN, completed

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKUP = re.compile(r"&(?:lt|gt);")
_PLAIN = re.compile(r"&(?:amp|lt|gt|quot|apos);")
_TWICE = re.compile(r"&amp;(?=(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-z]{2,8});)")
# UTF-8 of which each byte was read as a character: ftfy is called only for such texts.
_GARBLED = re.compile(
    "[\u00c2-\u00f4\u0110\u0412-\u0413\u0420-\u0421\u0393\u251c\u2550\u221a][^\\x00-\\x7f]"
    "|\u00ac[\u00b4\u00aa]|\u201a\u00c4"
)
# An 8-bit encoding of another alphabet that was read as Latin-1: most letters have accents, as in
# no language. The names are those of `chardet`, in lower case.
_ACCENTED = re.compile("[\u00c0-\u00ff]")
_MOSTLY = 0.6  # share of the letters
_FEWEST = 20  # letters
_OTHER_ALPHABETS = frozenset(
    {"windows-1251", "windows-1253", "windows-1255", "windows-1256", "koi8-r"}
)
_LOST = "\ufffd"
# A closing quotation mark: one of its three bytes has no character in Windows-1252 and is lost.
_LOST_QUOTE = re.compile("\u00e2\u20ac\ufffd")
_OPENED = "\u00e2\u20ac\u0153"
# Bullets of Word's symbol fonts, as letters of other fonts; they count if white space follows.
_BULLET = re.compile(
    "^(?P<before>[ \\t\u00a0]*)"
    "(?:[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf02d][ \\t\u00a0]*|"
    "[\u00b7\u00a7\u25aa\u00a8o\u00d8\u00fcvq](?:\\t|[ \u00a0]{2,})[ \\t\u00a0]*)(?=\\S)",
    re.MULTILINE,
)
_SOFT_HYPHEN = re.compile(r"\u00ad(?P<end>[ \t]*\r?\n)")  # at a line end, where it is visible
_TABBED = re.compile(r"^(?P<before>[ \t]*)[n–](?: *\t *)(?=\S)", re.MULTILINE)
# With one space, several of the same in a row: "v" is also a word, "§" stands before a number.
_SPACED = re.compile(
    r"^[ \t]*(?P<sign>[§Øüvq]) (?=[^\W\d_a-zß-ÿ])[^\n]*"
    r"(?:\n+[ \t]*(?P=sign) (?=[^\W\d_a-zß-ÿ])[^\n]*)+",
    re.MULTILINE,
)
_SIGN = re.compile(r"^([ \t]*)[§Øüvq] ", re.MULTILINE)
_ASKED = re.compile(
    r"^[^/.=&@]*[^\W\d_]\?[^\W\d_A-Z][^/=&@]*$"
)  # "K?se"; an address has other marks
_LEAST_ASKED = 3  # words
_SHOWN = 3  # examples in the message
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text and the repairs in it: each word before and after."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()

    def doubts(self, path: str) -> Iterator[Problem]:
        """Yield the doubts that list the repairs in a file, and words with lost letters."""
        if self.changes:
            shown = ", ".join(f'"{old}" is "{new}"' for old, new in self.changes[:_SHOWN])
            more = len(self.changes) - _SHOWN
            rest = f" and {more} more" if more > 0 else ""
            message = (
                f"the text was garbled and has been repaired: {shown}{rest}. Correct the file, or "
                "write `settled: [mended]`."
            )
            yield Problem(path, "doubt", message, "mended", shown)
        lost = [word for word in self.text.split() if _LOST in word] if _LOST in self.text else []
        if lost := lost or _asked(self.text):
            shown = ", ".join(f'"{word[:40]}"' for word in lost[:_SHOWN])
            words = "1 word" if len(lost) == 1 else f"{len(lost)} words"
            message = (
                f"letters of {words} are lost: {shown}. They were saved in a wrong encoding: save "
                "the article again in UTF-8, or write `settled: [lost-letters]`."
            )
            yield Problem(path, "doubt", message, "lost-letters", shown)


def _asked(text: str) -> list[str]:
    """Return the words in which "?" is in the place of letters, none if they are few."""
    asked = [word for word in text.split() if _ASKED.search(word)] if "?" in text else []
    return asked if len(set(asked)) >= _LEAST_ASKED else []


def readable(data: bytes, *, markup: bool = False) -> Mended:
    """Return the text of a file, repaired and cleaned; `markup` leaves entities to the reader.

    Raises `text.NotText` for a binary file.
    """
    text = _SOFT_HYPHEN.sub(rf"{SHOWN}\g<end>", characters(data))
    changes: dict[str, str] = {}
    if not markup:
        text = _without_word_bullets(text)
        text = _by_line(text, _decoded(text), changes)
        text = _by_line(without_soft_breaks(text), unescaped(text), changes)
    text = _by_line(text, _ungarbled(text), changes)
    text = clean(text)
    return Mended(completed(text) if markup else text, tuple(changes.items()))


def with_letters(article: Article) -> Article:
    """Return an article of a page, a feed or a message with its encoding repaired."""
    texts = [article.title, *(block.text for block in article.blocks)]
    whole = "\n".join(texts)
    mend = _ungarbled(whole)
    if mend is None and _LOST not in whole and not _asked(whole):
        return article
    changes: dict[str, str] = {}
    title, *made = (_by_line(text, mend, changes) for text in texts)
    blocks = (replace(block, text=text) for block, text in zip(article.blocks, made, strict=True))
    found = Mended("\n".join((title, *made)), tuple(changes.items()))
    problems = (*article.problems, *found.doubts(article.key))
    return replace(article, title=title, blocks=tuple(blocks), problems=problems)


def _by_line(text: str, mend: Callable[[str], str] | None, changes: dict[str, str]) -> str:
    """Return a text with each line repaired; add the words that this changes to `changes`."""
    if mend is None:
        return text
    lines = text.split("\n")
    for at, line in enumerate(lines):
        made = mend(line)
        if made != line and "\n" not in made:
            lines[at] = made
            words = zip(_WORD.findall(line), _WORD.findall(made), strict=False)
            old, new = next(
                ((before, other) for before, other in words if before != other), (line, made)
            )
            changes.setdefault(clean(old)[:40], clean(new)[:40])
    return "\n".join(lines)


def _decoded(text: str) -> Callable[[str], str] | None:
    """Return a function that decodes the entities of a text; None if they may be intended.

    Entities for letters and signs show that the whole text was taken from markup. `&lt;` and the
    like alone may be in a text about markup.
    """
    found = _ENTITY.findall(text)
    known = [entity for entity in found if html.unescape(entity) != entity]
    others = [entity for entity in known if not _PLAIN.fullmatch(entity)]
    if not known or (not others and any(map(_MARKUP.fullmatch, known))):
        return None
    return lambda line: _ENTITY.sub(_unescaped, _TWICE.sub("&", line))


def _unescaped(entity: re.Match[str]) -> str:
    sign = html.unescape(entity[0])
    return " " if sign in {"\n", "\r"} else sign


def _ungarbled(text: str) -> Callable[[str], str] | None:
    """Return a function that repairs text read in another encoding, None if there is no sign."""
    if _is_of_other_alphabet(text):
        return _in_other_alphabet(text)
    if not _GARBLED.search(text):
        return None
    import ftfy  # noqa: PLC0415 - loaded only where a text is garbled
    from ftfy.badness import is_bad  # noqa: PLC0415

    config = ftfy.TextFixerConfig(replace_lossy_sequences=False, decode_inconsistent_utf8=True)
    quoted = _OPENED in text

    def mend(line: str) -> str:
        if not _GARBLED.search(line):
            return line
        made = ftfy.fix_encoding(
            _LOST_QUOTE.sub("\u00e2\u20ac\x9d", line) if quoted else line, config
        )
        return line if is_bad(made) else made

    return mend


def _is_of_other_alphabet(text: str) -> bool:
    if text.isascii():
        return False
    accented = len(_ACCENTED.findall(text))
    return accented >= _FEWEST and accented > _MOSTLY * sum(map(str.isalpha, text))


def _in_other_alphabet(text: str) -> Callable[[str], str] | None:
    """Return a function that decodes text in its own alphabet, None if that is not recognised."""
    from chardet import detect  # noqa: PLC0415 - few texts need its models

    encoding = detect(text.encode("cp1252", "ignore"))["encoding"] or ""
    if encoding.lower() not in _OTHER_ALPHABETS:
        return None

    def mend(line: str) -> str:
        try:
            return line.encode("cp1252").decode(encoding)
        except UnicodeError:
            return line

    return mend


def _without_word_bullets(text: str) -> str:
    """Return a text with the bullets of lists from Word as Unicode bullets."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for bullets in (_BULLET, _TABBED):
        if len(bullets.findall(text)) > 1:
            text = bullets.sub("\\g<before>\u2022 ", text)
    return _SPACED.sub(lambda run: _SIGN.sub("\\1\u2022 ", run[0]), text)
